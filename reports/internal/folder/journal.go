package folder

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// journal says what a switch does, before it does it.
type journal struct {
	Places []place `json:"places"`
}

// place is one file of the folder that a switch changes.
type place struct {
	Name    string `json:"name"`
	New     bool   `json:"new"`     // a new file comes here; else the old one goes
	Old     bool   `json:"old"`     // a file was here
	Foreign bool   `json:"foreign"` // it was of somebody else, and keeps a second name
	SHA256  string `json:"sha256"`  // of the new file
}

// plan looks at all places before anything is touched.
func plan(s system, files, gone []string, ours func(string) bool) (journal, error) {
	if err := checkPlaces(s, files); err != nil {
		return journal{}, err
	}
	var j journal
	for _, name := range files {
		info, err := s.Lstat(name)
		there := err == nil
		j.Places = append(j.Places, place{Name: name, New: true, Old: there, Foreign: there && (!ours(name) || !info.Mode().IsRegular())})
	}
	for _, name := range gone {
		if info, err := s.Lstat(name); err == nil && info.Mode().IsRegular() {
			j.Places = append(j.Places, place{Name: name, Old: true})
		}
	}
	return j, nil
}

// sign notes what the new files are, so that nothing else is taken for them. Those that
// Add did not write are read.
func (j *journal) sign(s system, sums map[string]string) error {
	for i, p := range j.Places {
		if !p.New {
			continue
		}
		sum, known := sums[p.Name]
		if !known {
			var err error
			if sum, err = sumOf(s, path.Join(newFolder, p.Name)); err != nil {
				return fmt.Errorf("reading what was written: %w", err)
			}
		}
		j.Places[i].SHA256 = sum
	}
	return nil
}

// sumOf returns the sum of a regular file.
func sumOf(s system, name string) (string, error) {
	f, err := openRegular(s, name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	sum := sha256.New()
	_, err = io.Copy(sum, f)
	return hex.EncodeToString(sum.Sum(nil)), err
}

// openRegular opens a file that is neither a link nor something to wait for.
func openRegular(s system, name string) (*os.File, error) {
	info, err := s.Lstat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("is no regular file")
	}
	return s.Open(name)
}

// writeJournal makes the journal appear whole, after all that it speaks of.
func writeJournal(s system, j journal) error {
	data, err := json.Marshal(j)
	if err != nil {
		return err
	}
	part := journalPath + ".part"
	if err := store(s, part, 0o600, func(w io.Writer) error { _, err := w.Write(data); return err }); err != nil {
		return err
	}
	if err := s.Rename(part, journalPath); err != nil {
		return err
	}
	return s.SyncFolder(Name)
}

// largestJournal is far more than thousands of files need.
const largestJournal = 16 << 20

// readJournal reads the journal; the error is fs.ErrNotExist if there is none.
// Names that lead out of the folder are refused, also by the system.
func readJournal(s system) (journal, error) {
	f, err := openRegular(s, journalPath)
	if errors.Is(err, fs.ErrNotExist) {
		return journal{}, err
	}
	var j journal
	if err == nil {
		defer f.Close()
		err = json.NewDecoder(io.LimitReader(f, largestJournal)).Decode(&j)
	}
	if err != nil {
		return journal{}, fmt.Errorf("reading %s: %w; remove the folder %s to go on without it", journalPath, err, Name)
	}
	for _, p := range j.Places {
		if !filepath.IsLocal(filepath.FromSlash(p.Name)) || path.Clean(p.Name) != p.Name {
			return journal{}, fmt.Errorf("reading %s: %q is no file of the folder; remove the folder %s to go on without it", journalPath, p.Name, Name)
		}
	}
	return j, nil
}

// apply gives the old files a second name and puts the new ones in their places.
func (j journal) apply(s system) error {
	for _, p := range j.Places {
		if p.Old {
			if err := aside(s, p.Name); err != nil {
				return fmt.Errorf("%s cannot be replaced (does a program hold it open?): %w", p.Name, err)
			}
		}
	}
	for _, p := range j.Places {
		if err := p.put(s); err != nil {
			return fmt.Errorf("%s cannot be replaced (does a program hold it open?): %w", p.Name, err)
		}
	}
	return j.sync(s)
}

// aside gives a file a second name, by which it comes back. Where the file system
// has no second names, the file is moved away.
func aside(s system, name string) error {
	to := path.Join(oldFolder, name)
	if err := s.MkdirAll(path.Dir(to), 0o700); err != nil {
		return err
	}
	if s.Link(name, to) == nil {
		return nil
	}
	return s.Rename(name, to)
}

func (p place) put(s system) error {
	if !p.New {
		if err := s.Remove(p.Name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	if err := s.MkdirAll(path.Dir(p.Name), 0o755); err != nil {
		return err
	}
	return s.Rename(path.Join(newFolder, p.Name), p.Name)
}

func (j journal) sync(s system) error {
	done := map[string]bool{}
	for _, p := range j.Places {
		folder := path.Dir(p.Name)
		if done[folder] || !exists(s, folder) {
			continue
		}
		done[folder] = true
		if err := s.SyncFolder(folder); err != nil {
			return err
		}
	}
	return nil
}

// revert undoes whatever part of apply was done, and removes the journal. It may be
// broken off and done again. A file that somebody put in a place since is left
// there.
func (j journal) revert(s system) error {
	for _, p := range j.Places {
		if err := p.revert(s); err != nil {
			return err
		}
	}
	if err := j.sync(s); err != nil {
		return err
	}
	if err := s.Remove(journalPath); err != nil {
		return err
	}
	return s.SyncFolder(Name)
}

func (p place) revert(s system) error {
	taken := p.New && !exists(s, path.Join(newFolder, p.Name)) && p.isNew(s) // by the new file
	if old := path.Join(oldFolder, p.Name); p.Old && exists(s, old) {
		if taken || !exists(s, p.Name) {
			return s.Rename(old, p.Name)
		}
		return nil
	}
	if taken && !p.Old {
		if err := s.Remove(p.Name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// isNew reports whether the new file lies in its place, byte for byte.
func (p place) isNew(s system) bool {
	sum, err := sumOf(s, p.Name)
	return err == nil && sum == p.SHA256
}

// saveForeign keeps what lay in a place and no run had written.
func (j journal) saveForeign(s system) error {
	for _, p := range j.Places {
		if !p.Foreign {
			continue
		}
		to := p.Name + ".before"
		for n := 2; exists(s, to); n++ {
			to = fmt.Sprintf("%s.before-%d", p.Name, n)
		}
		if err := s.Rename(path.Join(oldFolder, p.Name), to); err != nil {
			return fmt.Errorf("keeping %s, which no run wrote: %w", p.Name, err)
		}
	}
	return nil
}

func exists(s system, name string) bool {
	_, err := s.Lstat(name)
	return err == nil
}
