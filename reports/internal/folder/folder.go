// Package folder replaces the files of a folder all together or not at all.
//
// A change is made in three steps. The new files are written and forced to the
// disk in a hidden folder below the one they are for; nothing that readers see
// changes, and whatever fails (a full disk, a program that is killed) costs
// nothing. Then a journal says what is about to be replaced, the old files get
// a second name in the hidden folder, and the new ones are renamed to their
// places, each at once. If one place cannot be taken (a file that Excel holds open on
// Windows, an immutable one), all old files are put back. At last the journal is
// removed: from then on the change stands.
//
// A program that is killed between the journal and its removal leaves files of both
// sets. The next change, or Recover, puts the old ones back first; what somebody
// changed or put there in between, and whatever a journal names that is not what it
// says, stays. No lasting
// link is used, so that the folder can be copied, shared and served like any other,
// and no rename of a folder, which Windows refuses while a file in it is open.
//
// Only one program may work on a folder at a time: its caller holds a lock.
package folder

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// Name is the hidden folder below the one that is changed. It is gone once a
// change stands or is dropped.
const Name = ".ticketpatterns"

const (
	newFolder   = Name + "/new"
	oldFolder   = Name + "/old"
	journalPath = Name + "/journal.json"
)

// Change is a set of new files for a folder.
type Change struct {
	dir      string
	system   system
	files    []string          // added, in order
	sums     map[string]string // of those that Add wrote
	journal  journal
	switched bool
}

// Begin starts a change of a folder that exists. What a killed program left there is
// put right and removed first.
func Begin(dir string) (*Change, error) {
	disk, err := openDisk(dir)
	if err != nil {
		return nil, err
	}
	c, err := begin(disk)
	if err != nil {
		return nil, errors.Join(err, disk.Close())
	}
	c.dir = dir
	return c, nil
}

func begin(s system) (*Change, error) {
	if _, err := recoverFrom(s); err != nil {
		return nil, err
	}
	if err := s.MkdirAll(newFolder, 0o700); err != nil {
		return nil, fmt.Errorf("making a folder for the new files: %w", err)
	}
	return &Change{system: s, sums: map[string]string{}}, nil
}

// Add writes one file, below the folder with slashes, that takes its place with the
// switch.
func (c *Change) Add(name string, mode fs.FileMode, write func(io.Writer) error) (err error) {
	to := path.Join(newFolder, name)
	if err := c.system.MkdirAll(path.Dir(to), 0o700); err != nil {
		return err
	}
	sum := sha256.New()
	err = store(c.system, to, mode, func(w io.Writer) error { return write(io.MultiWriter(w, sum)) })
	if err != nil {
		return err
	}
	c.files, c.sums[name] = append(c.files, name), hex.EncodeToString(sum.Sum(nil))
	return nil
}

// Place returns the path at which a file is to be made that only a library can write.
// Made then adds it.
func (c *Change) Place(name string) string {
	return filepath.Join(c.dir, filepath.FromSlash(newFolder), filepath.FromSlash(name))
}

// Made adds a file that was made at its Place.
func (c *Change) Made(name string) { c.files = append(c.files, name) }

// store writes a file and forces it to the disk.
func store(s system, name string, mode fs.FileMode, write func(io.Writer) error) (err error) {
	f, err := s.Create(name, mode)
	if err != nil {
		return err
	}
	defer func() {
		if closed := f.Close(); err == nil {
			err = closed
		}
	}()
	if err := write(f); err != nil {
		return err
	}
	return f.Sync()
}

// Switch puts the new files in their places and takes away those named in gone. On
// an error the folder is as it was. Files in the way for which ours is false keep
// a second name, with .before at its end.
func (c *Change) Switch(gone []string, ours func(name string) bool) error {
	j, err := plan(c.system, c.files, gone, ours)
	if err != nil {
		return err
	}
	if err := j.sign(c.system, c.sums); err != nil {
		return err
	}
	c.journal = j
	if err := writeJournal(c.system, j); err != nil {
		return fmt.Errorf("writing the journal: %w", err)
	}
	c.switched = true
	if err := j.apply(c.system); err != nil {
		return errors.Join(err, c.undo())
	}
	return nil
}

// Keep makes the change last. After an error it still may not have.
func (c *Change) Keep() error {
	if err := c.journal.saveForeign(c.system); err != nil {
		return err
	}
	if err := c.system.Remove(journalPath); err != nil {
		return fmt.Errorf("removing the journal: %w", err)
	}
	c.switched = false
	return c.system.SyncFolder(".")
}

// Close ends a change: one that was not kept is undone, and nothing of it stays but
// its files.
func (c *Change) Close() error {
	var err error
	if c.switched {
		err = c.undo()
	}
	if err == nil {
		err = c.system.RemoveAll(Name)
	}
	return errors.Join(err, c.system.Close())
}

// undo brings the old files back. If that fails, the journal stays for the next
// start.
func (c *Change) undo() error {
	if err := c.journal.revert(c.system); err != nil {
		return fmt.Errorf("putting the old files back (the next start tries again): %w", err)
	}
	c.switched = false
	return nil
}

// Recover puts right what a killed program left in a folder and removes the rest of
// it. It reports whether old files had to be put back. A folder that is not there
// needs nothing.
func Recover(dir string) (bool, error) {
	if _, err := os.Lstat(dir + "/" + Name); errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	disk, err := openDisk(dir)
	if err != nil {
		return false, err
	}
	done, err := recoverFrom(disk)
	return done, errors.Join(err, disk.Close())
}

// Torn reports whether a change of a folder was begun and has not ended.
func Torn(dir string) bool {
	_, err := os.Lstat(dir + "/" + journalPath)
	return err == nil
}

func recoverFrom(s system) (bool, error) {
	j, err := readJournal(s)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, s.RemoveAll(Name)
	case err != nil:
		return false, err
	}
	if err := j.revert(s); err != nil {
		return false, fmt.Errorf("bringing back the files from before a run that was killed: %w", err)
	}
	return true, s.RemoveAll(Name)
}

// Check reports what would keep files of these names from being written: a folder
// in the place of one, or no right to write.
func Check(dir string, names []string) error {
	disk, err := openDisk(dir)
	if err != nil {
		return err
	}
	defer disk.Close()
	if err := checkPlaces(disk, names); err != nil {
		return err
	}
	for _, folder := range slices.Compact(slices.Sorted(slices.Values(folders(names)))) {
		if _, err := disk.Lstat(folder); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		probe := path.Join(folder, Name+".probe")
		if err := store(disk, probe, 0o600, func(io.Writer) error { return nil }); err != nil {
			return fmt.Errorf("trying to write there: %w", err)
		}
		if err := disk.Remove(probe); err != nil {
			return fmt.Errorf("trying to write there: %w", err)
		}
	}
	return nil
}

func folders(names []string) []string {
	var out []string
	for _, name := range names {
		out = append(out, path.Dir(name))
	}
	return out
}

// checkPlaces reports a folder in the place of a file.
func checkPlaces(s system, names []string) error {
	for _, name := range names {
		info, err := s.Lstat(name)
		if err == nil && info.IsDir() {
			return fmt.Errorf("%s is a folder, want a file or nothing there", name)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("looking at %s: %w", name, err)
		}
	}
	return nil
}
