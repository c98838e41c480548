package ingest

import (
	"errors"
	"fmt"
	"io"
	"os"
)

// Read reads the tickets of all paths: files, folders (the exports that lie in
// them), globs, and "-" for stdin. Files packed with gzip or zstd are unpacked,
// whatever their name. Of a workbook the first sheet that holds tickets is read,
// or the one that stands behind its path, as in tickets.xlsx#Archive. Rows that speak of the same ticket, in one file or in
// several, are merged.
//
// The error joins what is wrong with each file that cannot be read at all. The
// batch is returned beside it, so that inspection can show what was found.
func Read(paths []string, stdin io.Reader, o Options) (*Batch, error) {
	if err := o.Validate(); err != nil {
		return nil, err
	}
	m := newMerger(o)
	err := eachFile(paths, stdin, m.read)
	return m.batch(), err
}

// ReadReader reads the tickets of one stream. Its name stands in messages and
// is purely diagnostic.
func ReadReader(r io.Reader, name string, o Options) (*Batch, error) {
	if err := o.Validate(); err != nil {
		return nil, err
	}
	m := newMerger(o)
	err := m.read(r, name)
	return m.batch(), err
}

// eachFile opens what paths name, one after the other.
func eachFile(paths []string, stdin io.Reader, read func(io.Reader, string) error) error {
	files, err := expand(paths)
	errs := []error{err}
	if len(files) == 0 && err == nil {
		errs = append(errs, fmt.Errorf("no export named"))
	}
	for _, name := range files {
		errs = append(errs, openAnd(name, stdin, read))
	}
	return errors.Join(errs...)
}

// openFile opens a file. A pipe or a device may never end, and opening a pipe that
// nobody writes to waits for ever, so neither is opened.
func openFile(path string) (*os.File, error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return nil, fmt.Errorf("%s: is no file (%s), want one, or - for standard input", path, info.Mode().Type())
	}
	return os.Open(path)
}

// openAnd calls read with one open file.
func openAnd(name string, stdin io.Reader, read func(io.Reader, string) error) error {
	if name == "-" {
		if stdin == nil {
			return fmt.Errorf("reading standard input: there is none")
		}
		return read(stdin, "stdin")
	}
	path, sheet := name, ""
	if _, err := os.Stat(name); err != nil {
		path, sheet = splitSheet(name)
	}
	f, err := openFile(path)
	if err != nil {
		return fmt.Errorf("opening export: %w", err)
	}
	defer f.Close()
	if sheet != "" {
		return read(&sheetOf{f, sheet}, path)
	}
	return read(f, path)
}

// read adds the tickets of one stream to the batch.
func (m *merger) read(r io.Reader, name string) error {
	t, err := readTable(r, name, ticketSchema(), m.options, m.options.Columns, (*rowTarget).ticket)
	m.files = append(m.files, t.file)
	m.rejects = append(m.rejects, t.rejects.listed...)
	if err != nil {
		return err
	}
	m.add(t)
	return nil
}
