package reports

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/internal/folder"
)

// Prepared is a report that is written, but not where readers look. The caller holds
// a lock on its folder.
type Prepared struct {
	change *folder.Change
	last   []string // what the run before wrote
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
	p = &Prepared{change: change, last: lastOutputs(dir)}
	defer func() {
		if err != nil {
			err = errors.Join(err, change.Close())
		}
	}()
	kept := []string{}
	if d.Analysis.Forgotten {
		kept = slices.DeleteFunc(slices.Clone(p.last), func(name string) bool { return !isImport(name) })
		files = slices.DeleteFunc(files, func(f file) bool { return isImport(f.path) })
	}
	p.now = append(append(paths(files), kept...), runPath)
	for _, f := range append(files, runFile(p.now)) {
		if err := change.Add(f.path, f.mode(), func(w io.Writer) error { return f.write(w, d) }); err != nil {
			return nil, fmt.Errorf("writing %s: %w", f.path, err)
		}
	}
	return p, nil
}

// Switch puts the files in their places and removes the packs that the last run wrote
// and this one did not; whatever else is in the folder stays. On an error the last
// report is as it was.
func (p *Prepared) Switch() error {
	stale := slices.DeleteFunc(slices.Clone(p.last), func(name string) bool { return !isPack(name) || slices.Contains(p.now, name) })
	return p.change.Switch(stale, func(name string) bool { return slices.Contains(p.last, name) })
}

// Keep makes the report last. Until then the next start brings the one before back.
func (p *Prepared) Keep() error { return p.change.Keep() }

// Close removes what was only needed to write the report. One that was not kept is
// gone then.
func (p *Prepared) Close() error { return p.change.Close() }

// lastOutputs returns what the last run listed in its run.json.
func lastOutputs(dir string) []string {
	b, err := os.ReadFile(filepath.Join(dir, runPath))
	if err != nil {
		return nil
	}
	var last result.Run
	if json.Unmarshal(b, &last) != nil {
		return nil
	}
	return slices.DeleteFunc(last.Outputs, func(name string) bool {
		info, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(name)))
		return !fs.ValidPath(name) || err != nil || !info.Mode().IsRegular()
	})
}

// isPack tells packs by their names. Nothing but a pack ever becomes stale, so
// nothing else is removed, whatever run.json says.
func isPack(name string) bool {
	folder, base := path.Split(name)
	ending := path.Ext(base)
	return folder == packFolder+"/" && path.Clean(name) == name && !strings.ContainsAny(base, `\:`) && (ending == ".html" || ending == ".md")
}

// isImport tells what other tools take in and teams are sent. It keeps what the last
// run asked where a run without memory may not ask.
func isImport(name string) bool { return isPack(name) || slices.Contains(imports, name) }
