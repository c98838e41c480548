package reports

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"ticketpatterns/reports/internal/folder"
)

// Prepared is a report that is written, but not where readers look. The caller holds
// a lock on its folder.
type Prepared struct {
	change *folder.Change
	last   earlier
	now    []string // what this one leaves in the folder
}

// Check reports what would keep a report from being written to dir, so that nobody
// waits for an analysis in vain. It makes the folder.
func Check(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("making the output folder: %w", err)
	}
	if err := folder.Check(dir, append(paths(files()), runPath, packFolder+"/any.html")); err != nil {
		return fmt.Errorf("output folder %s: %w", dir, err)
	}
	return nil
}

// Recover brings the last report in dir back whole if a run was killed while it
// replaced it, and removes what that left. It reports whether it had to.
func Recover(dir string) (bool, error) {
	done, err := folder.Recover(dir)
	if err != nil {
		return done, fmt.Errorf("output folder %s: %w", dir, err)
	}
	return done, nil
}

// Torn reports whether a run is replacing the report in dir, or was killed while it
// did.
func Torn(dir string) bool { return folder.Torn(dir) }

// Prepare writes all files of all formats, the packs of the teams and run.json with
// the list of them. What readers see changes with Switch only.
func Prepare(dir string, d Document) (*Prepared, error) {
	return prepare(dir, d, append(files(), packs(d)...))
}

func prepare(dir string, d Document, files []file) (p *Prepared, err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("making the output folder: %w", err)
	}
	change, err := folder.Begin(dir)
	if err != nil {
		return nil, fmt.Errorf("output folder %s: %w", dir, err)
	}
	p = &Prepared{change: change, last: lastRun(dir)}
	defer func() {
		if err != nil {
			err = errors.Join(err, change.Close())
		}
	}()
	sums := map[string]string{}
	if d.Analysis.Forgotten {
		maps.Copy(sums, p.last.sums)
		maps.DeleteFunc(sums, func(name, _ string) bool { return !isImport(name) })
		files = slices.DeleteFunc(files, func(f file) bool { return isImport(f.path) })
	}
	for _, f := range files {
		if sums[f.path], err = add(change, f, d); err != nil {
			return nil, err
		}
	}
	p.now = append(slices.Sorted(maps.Keys(sums)), runPath)
	if _, err := add(change, runFile(p.now, sums), d); err != nil {
		return nil, err
	}
	return p, nil
}

// add writes a file and returns the sum of its bytes.
func add(change *folder.Change, f file, d Document) (string, error) {
	sum := sha256.New()
	err := change.Add(f.path, f.mode(), func(w io.Writer) error { return f.write(io.MultiWriter(w, sum), d) })
	if err != nil {
		return "", fmt.Errorf("writing %s: %w", f.path, err)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// Switch puts the files in their places and removes the packs that the last run wrote
// and this one did not; whatever else is in the folder stays. On an error the last
// report is as it was.
func (p *Prepared) Switch() error {
	stale := slices.Sorted(maps.Keys(p.last.sums))
	stale = slices.DeleteFunc(stale, func(name string) bool { return !isPack(name) || slices.Contains(p.now, name) || !p.last.ours(name) })
	return p.change.Switch(stale, p.last.ours)
}

// Keep makes the report last. Until then the next start brings the one before back.
func (p *Prepared) Keep() error { return p.change.Keep() }

// Close removes what was only needed to write the report. One that was not kept is
// gone then.
func (p *Prepared) Close() error { return p.change.Close() }

// isPack tells packs by their names. Nothing but a pack ever becomes stale.
func isPack(name string) bool {
	folder, base := path.Split(name)
	ending := path.Ext(base)
	return folder == packFolder+"/" && path.Clean(name) == name && !strings.ContainsAny(base, `\:`) && (ending == ".html" || ending == ".md")
}

// isImport tells what other tools take in and teams are sent. It keeps what the last
// run asked where a run without memory may not ask.
func isImport(name string) bool { return isPack(name) || slices.Contains(imports, name) }
