// Makesample writes the invented sample export that ticketpatterns ships with.
//
// Usage:
//
//	go run ./cmd/makesample [--out testdata/sample]
//
// It writes into the folder, which must exist or can be made:
//
//	tickets.csv  26 weeks of tickets in the shape of a ServiceNow list export
//	changes.csv  the changes of the same weeks, with the canonical columns
//	people.csv   who works where, with the canonical columns
//	plants.csv   what is hidden in tickets.csv, with the ticket numbers
//	README.md    the same in words, for a reader who checks a report against it
//
// Every person, application, site and sentence is invented. The texts stand in
// the folder texts, which is built into the program: topics of everyday faults
// and requests (topics/*.txt), the planted patterns and counter-cases
// (plants/*.txt), the sentences around the matter, changes, sites and names.
//
// The background is made of about ninety topics. A ticket of it has a topic
// drawn with constant rates per department, a subject and a description that
// were written by hand for the topic, filled slots, and with some chance a
// greeting, a further sentence, a signature, a form or a forwarded mail around
// it, misspellings, and a wrong category. The weeks differ only by a slight
// growth, two weeks of public holidays and one surge. So nothing but the plants
// is a pattern, up to chance.
//
// The same program writes the same bytes everywhere: the seed is fixed, no
// clock is read, and only whole numbers are reckoned with.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

func main() {
	err := run(os.Args[1:], os.Stderr)
	if errors.Is(err, flag.ErrHelp) {
		return
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "makesample:", err)
		os.Exit(1)
	}
}

// run writes the sample as the command line says; messages go to log.
func run(args []string, log io.Writer) error {
	flags := flag.NewFlagSet("makesample", flag.ContinueOnError)
	flags.SetOutput(log)
	out := flags.String("out", filepath.Join("testdata", "sample"), "folder to write into")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("unexpected argument %q, want flags only", flags.Arg(0))
	}
	files, err := makeFiles()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(*out, 0o755); err != nil {
		return fmt.Errorf("making the output folder: %w", err)
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(*out, f.name), f.data, 0o644); err != nil {
			return fmt.Errorf("writing the sample: %w", err)
		}
		fmt.Fprintf(log, "%s: %d bytes\n", f.name, len(f.data))
	}
	return nil
}

// file is one finished file of the sample.
type file struct {
	name string
	data []byte
}

// makeFiles makes the whole sample in memory.
func makeFiles() ([]file, error) {
	m, err := loadMaterial()
	if err != nil {
		return nil, err
	}
	s, err := makeSample(m)
	if err != nil {
		return nil, err
	}
	var files []file
	for _, f := range []struct {
		name  string
		write func() ([]byte, error)
	}{
		{"tickets.csv", func() ([]byte, error) { return s.ticketsCSV(m), nil }},
		{"changes.csv", func() ([]byte, error) { return changesCSV(m.changes) }},
		{"people.csv", func() ([]byte, error) { return peopleCSV(s.people) }},
		{"plants.csv", s.plantsCSV},
		{"README.md", func() ([]byte, error) { return s.readme(m) }},
	} {
		data, err := f.write()
		if err != nil {
			return nil, fmt.Errorf("making %s: %w", f.name, err)
		}
		files = append(files, file{f.name, data})
	}
	return files, nil
}
