package ingest

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// exportEndings are those of the files that are read from a folder.
var exportEndings = []string{".csv", ".tsv", ".csv.gz", ".csv.zst", ".tsv.gz", ".tsv.zst", ".xlsx", ".xlsm"}

// expand returns the files that paths name: files as they are, the exports
// that lie in folders, what globs match, "-" for standard input; each once.
func expand(paths []string) ([]string, error) {
	var files []string
	var errs []error
	for _, p := range paths {
		found, err := expandOne(p)
		if err != nil {
			errs = append(errs, err)
		}
		for _, f := range found {
			if strings.ContainsAny(f, "\r\n") {
				errs = append(errs, fmt.Errorf("%q: its name has a line break, which would forge lines of messages, want it renamed", f))
				continue
			}
			if !slices.Contains(files, f) {
				files = append(files, f)
			}
		}
	}
	return files, errors.Join(errs...)
}

func expandOne(path string) ([]string, error) {
	if strings.ContainsAny(path, "\r\n") {
		return []string{path}, nil // expand refuses it
	}
	if path == "-" {
		return []string{path}, nil
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return folder(path)
	case err == nil:
		return []string{path}, nil
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(path, "*?["):
		found, err := filepath.Glob(path)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("%s: no file matches", path)
		}
		return found, nil
	}
	if file, sheet := splitSheet(path); sheet != "" {
		if _, err := os.Stat(file); err == nil {
			return []string{path}, nil
		}
	}
	return nil, fmt.Errorf("opening export: %w", err)
}

// splitSheet parts the path of a workbook from the name of a sheet behind it, as
// in tickets.xlsx#Archive.
func splitSheet(path string) (file, sheet string) {
	lower := strings.ToLower(path)
	for _, end := range []string{".xlsx#", ".xlsm#"} {
		if at := strings.LastIndex(lower, end); at >= 0 {
			at += len(end)
			return path[:at-1], path[at:]
		}
	}
	return path, ""
}

// folder returns the exports that lie directly in a folder, by name.
func folder(path string) ([]string, error) {
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, fmt.Errorf("reading folder: %w", err)
	}
	var found []string
	for _, e := range entries {
		name := strings.ToLower(e.Name())
		if strings.HasPrefix(name, "~$") || strings.HasPrefix(name, "._") {
			continue // what Excel and macOS lay beside an open or copied file
		}
		if !e.IsDir() && slices.ContainsFunc(exportEndings, func(end string) bool { return strings.HasSuffix(name, end) }) {
			found = append(found, filepath.Join(path, e.Name()))
		}
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("%s: no exports in this folder, want files ending in %s", path, strings.Join(exportEndings, ", "))
	}
	return found, nil
}
