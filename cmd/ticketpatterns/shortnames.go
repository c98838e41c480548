package main

import (
	"path/filepath"
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/ingest"
)

// shorten takes the folders out of the names of all files that were read: a
// report is handed on, and where somebody keeps an export is nobody's business.
func (r *reading) shorten() {
	lists := [][]ingest.File{r.batch.Files, r.changes.Files, r.people.Files}
	var paths []string
	for _, files := range lists {
		for i := range files {
			paths = append(paths, files[i].Name)
		}
	}
	for i := range r.folders {
		paths = append(paths, r.folders[i].File)
	}
	short := shortNames(paths)
	for _, files := range lists {
		for i := range files {
			files[i].Problem = strings.ReplaceAll(files[i].Problem, files[i].Name, short[files[i].Name])
			files[i].Name = short[files[i].Name]
		}
	}
	for _, warnings := range [][]result.Warning{r.folders, r.batch.Warnings, r.changes.Warnings, r.people.Warnings} {
		for i := range warnings {
			warnings[i].File = short[warnings[i].File]
		}
	}
	for _, rejects := range [][]ticket.Reject{r.batch.Rejects, r.changes.Rejects, r.people.Rejects} {
		for i := range rejects {
			if name, known := short[rejects[i].Pos.File]; known {
				rejects[i].Pos.File = name
			}
		}
	}
}

// shortNames gives each path its last name, or the last two where another file
// has the same last name, or the whole path where even these are the same.
func shortNames(paths []string) map[string]string {
	last := func(n int, path string) string {
		parts := strings.Split(filepath.ToSlash(path), "/")
		return strings.Join(parts[max(0, len(parts)-n):], "/")
	}
	short := map[string]string{}
	for _, path := range paths {
		short[path] = path
		for n := 1; n <= 2; n++ {
			if unique(paths, path, func(p string) string { return last(n, p) }) {
				short[path] = last(n, path)
				break
			}
		}
	}
	return short
}

// unique reports whether no other path has the same name as path.
func unique(paths []string, path string, name func(string) string) bool {
	for _, p := range paths {
		if p != path && name(p) == name(path) {
			return false
		}
	}
	return true
}
