package reports

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"

	"ticketpatterns/analyzer/result"

	"ticketpatterns/ingest/plainfile"
)

// earlier is what a folder holds of the run before, by the record that it left.
type earlier struct {
	dir    string
	record string            // the file that lists the others
	sums   map[string]string // of each file, by its path; that of the record is ""
}

// largestRecord is far more than a run with thousands of packs writes. What is larger, a
// pipe or a link was written by somebody else, and could be read for ever.
const largestRecord = 64 << 20

// lastRun returns what the last run listed in its run.json, of that what a run writes
// at all.
func lastRun(dir string) earlier {
	known := append(paths(files()), runPath)
	return listed(dir, runPath, func(name string) bool { return isPack(name) || slices.Contains(known, name) })
}

// listed returns what a record says was written, of that what is possible.
func listed(dir, record string, possible func(name string) bool) earlier {
	last := earlier{dir: dir, record: record, sums: map[string]string{}}
	info, err := os.Lstat(filepath.Join(dir, record))
	if err != nil || !info.Mode().IsRegular() {
		return last
	}
	b, err := plainfile.Read(filepath.Join(dir, record), largestRecord)
	if err != nil {
		return last
	}
	var run result.Run
	if json.Unmarshal(b, &run) != nil {
		return last
	}
	for _, name := range run.Outputs {
		if possible(name) {
			last.sums[name] = run.OutputSHA256[name]
		}
	}
	return last
}

// ours tells whether a file is what the last run wrote, byte for byte. Somebody may have
// edited it, or put one of theirs in its place, and anybody can write a record.
func (e earlier) ours(name string) bool {
	want, known := e.sums[name]
	if name == e.record {
		return known
	}
	for part := name; part != "."; part = path.Dir(part) { // a link leads to what is not of a run
		info, err := os.Lstat(filepath.Join(e.dir, filepath.FromSlash(part)))
		if err != nil || !info.Mode().IsRegular() && !info.IsDir() {
			return false
		}
	}
	got, err := sumOf(e.dir, name)
	return err == nil && got == want
}

// sumOf returns the sum of a file below a folder.
func sumOf(dir, name string) (string, error) {
	f, err := os.OpenInRoot(dir, filepath.FromSlash(name))
	if err != nil {
		return "", err
	}
	defer f.Close()
	sum := sha256.New()
	_, err = io.Copy(sum, f)
	return hex.EncodeToString(sum.Sum(nil)), err
}
