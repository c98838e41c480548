package main

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// folder is where the data lie; see the package comment for its layout.
type folder string

// sheet is one CSV file with a header.
type sheet struct {
	name    string
	columns map[string]int
	rows    [][]string
}

// sheet reads the CSV file at path below the folder, or the same with .gz.
func (f folder) sheet(path string) (*sheet, error) {
	name := filepath.Join(string(f), filepath.FromSlash(path))
	data, err := os.ReadFile(name)
	if os.IsNotExist(err) {
		if packed, packedErr := os.ReadFile(name + ".gz"); packedErr == nil {
			data, err = unpack(packed)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("reading the data: %w", err)
	}
	return parseSheet(name, data)
}

func unpack(packed []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// parseSheet parses the CSV file name; every row has as many cells as the header.
func parseSheet(name string, data []byte) (*sheet, error) {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("reading %s: it is empty, want a header", name)
	}
	s := &sheet{name: name, columns: map[string]int{}, rows: rows[1:]}
	for i, header := range rows[0] {
		s.columns[header] = i
	}
	return s, nil
}

// need returns an error unless the sheet has all columns; "" asks for none.
func (s *sheet) need(columns ...string) error {
	for _, c := range columns {
		if _, ok := s.columns[c]; !ok && c != "" {
			return fmt.Errorf("%s: no column %q", s.name, c)
		}
	}
	return nil
}

// cell returns a row's value in a column; "" without such a column.
func (s *sheet) cell(row []string, column string) string {
	if i, ok := s.columns[column]; ok {
		return row[i]
	}
	return ""
}

// background names real texts into which outbreaks are hidden: a file and its
// columns. "" = the file has no such column.
type background struct {
	name, path, subject, description, category string
}

var backgrounds = []background{
	{"endava", "datasets/it-service-tickets-endava/it_service_tickets_47k.csv", "", "text", "topic_group"},
	{"multilang", "datasets/multilang-tickets-synthetic/multilang_tickets.csv", "subject", "body", "queue"},
	{"eclipse", "datasets/bugdup-eclipse/eclipse_duplicates.csv", "title", "description", "product"},
}

// backgroundNames returns their names, for flags.
func backgroundNames() []string {
	var names []string
	for _, b := range backgrounds {
		names = append(names, b.name)
	}
	return names
}

// chooseBackgrounds returns those that a comma-separated list names.
func chooseBackgrounds(list string) ([]background, error) {
	var chosen []background
	for _, name := range strings.Split(list, ",") {
		at := slices.IndexFunc(backgrounds, func(b background) bool { return b.name == strings.TrimSpace(name) })
		if at < 0 {
			return nil, fmt.Errorf("unknown background %q, want some of %s", name, strings.Join(backgroundNames(), ","))
		}
		chosen = append(chosen, backgrounds[at])
	}
	return chosen, nil
}

// wording is the text of one ticket with the category it was filed under.
type wording struct{ subject, description, category string }

// texts reads the background's texts, without empty ones, in the file's order.
func (f folder) texts(b background) ([]wording, error) {
	s, err := f.sheet(b.path)
	if err != nil {
		return nil, err
	}
	if err := s.need(b.subject, b.description, b.category); err != nil {
		return nil, err
	}
	var all []wording
	for _, row := range s.rows {
		w := wording{s.cell(row, b.subject), s.cell(row, b.description), s.cell(row, b.category)}
		if strings.TrimSpace(w.subject+w.description) != "" {
			all = append(all, w)
		}
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%s: no texts", s.name)
	}
	return all, nil
}

// family is one fault, told in different ways by different people.
type family struct {
	id, title string
	owner     string // the function that owns the root cause
	phrasings []wording
}

// families reads all planted/families*.csv, by id.
func (f folder) families() ([]family, error) {
	paths, err := filepath.Glob(filepath.Join(string(f), "planted", "families*.csv"))
	if err != nil {
		return nil, fmt.Errorf("reading the planted families: %w", err)
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("reading the planted families: no planted/families*.csv in %q", string(f))
	}
	var all []family
	for _, path := range paths {
		s, err := f.sheet("planted/" + filepath.Base(path))
		if err != nil {
			return nil, err
		}
		if err := s.need("family_id", "family_title", "root_cause_owner", "category", "subject", "description"); err != nil {
			return nil, err
		}
		all = appendFamilies(all, s)
	}
	slices.SortStableFunc(all, func(a, b family) int { return strings.Compare(a.id, b.id) })
	return all, nil
}

func appendFamilies(all []family, s *sheet) []family {
	for _, row := range s.rows {
		id := s.cell(row, "family_id")
		at := slices.IndexFunc(all, func(f family) bool { return f.id == id })
		if at < 0 {
			at = len(all)
			all = append(all, family{id: id, title: s.cell(row, "family_title"), owner: s.cell(row, "root_cause_owner")})
		}
		all[at].phrasings = append(all[at].phrasings,
			wording{s.cell(row, "subject"), s.cell(row, "description"), s.cell(row, "category")})
	}
	return all
}
