package reports

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"ticketpatterns/analyzer/result"
)

const temporary = ".new-"

// replace moves the finished files from the folder made, inside dir, to their
// places and removes what the last run wrote and this one did not. All of it
// goes through os.Root: no name can lead out of dir.
func replace(dir, made string, names []string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	stale := staleOutputs(root, names)
	if err := checkPlaces(root, names); err != nil {
		return err
	}
	for _, name := range names {
		if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
			return fmt.Errorf("making a folder for %s: %w", name, err)
		}
		if err := root.Rename(path.Join(made, name), name); err != nil {
			return fmt.Errorf("moving %s into place: %w", name, err)
		}
	}
	for _, name := range stale {
		if err := root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("removing %s of the last run: %w", name, err)
		}
	}
	return nil
}

// checkPlaces reports, before anything is moved, a folder in the place of a file.
func checkPlaces(root *os.Root, names []string) error {
	for _, name := range names {
		info, err := root.Lstat(name)
		if err == nil && info.IsDir() {
			return fmt.Errorf("%s is a folder, want a file or nothing there", name)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("looking at %s: %w", name, err)
		}
	}
	return nil
}

// staleOutputs returns the packs that the last run listed in its run.json and
// that are not among names. Nothing but a pack ever becomes stale, so nothing
// else is removed, whatever the file says.
func staleOutputs(root *os.Root, names []string) []string {
	b, err := root.ReadFile(runPath)
	if err != nil {
		return nil
	}
	var last result.Run
	if json.Unmarshal(b, &last) != nil {
		return nil
	}
	return slices.DeleteFunc(last.Outputs, func(name string) bool {
		return !isPack(name) || slices.Contains(names, name)
	})
}

func isPack(name string) bool {
	folder, base := path.Split(name)
	ending := path.Ext(base)
	return folder == packFolder+"/" && path.Clean(name) == name && !strings.ContainsAny(base, `\:`) && (ending == ".html" || ending == ".md")
}
