package reports

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"ticketpatterns/analyzer/result"

	"ticketpatterns/ingest/plainfile"
)

const (
	jsonPath = "patterns.json"
	runPath  = "run.json"
)

func writeJSON(w io.Writer, d Document) error {
	return encode(w, analysisFile{FormatVersion, d.Analysis})
}

// runFile is run.json, which lists all files of the output folder.
func runFile(outputs []string, sums map[string]string) file {
	return file{runPath, func(w io.Writer, d Document) error {
		run := d.Run
		run.Outputs, run.OutputSHA256 = outputs, sums
		run.Inputs = full(run.Inputs)
		run.Phases = full(run.Phases)
		run.Warnings = full(run.Warnings)
		return encode(w, run)
	}}
}

// full turns a nil list into an empty one, as JSON writes nil as null.
func full[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// ReadAnalysis reads a patterns.json, or the one in the folder path. What is
// not in that file, the assignments, comes back empty.
func ReadAnalysis(path string) (*result.Analysis, error) {
	data, path, err := load(path, jsonPath)
	if err != nil {
		return nil, fmt.Errorf("reading a stored run: %w", err)
	}
	a, err := ParseAnalysis(data)
	if err != nil {
		return nil, fmt.Errorf("reading a stored run: %s: %w", path, err)
	}
	return a, nil
}

// ParseAnalysis reads the contents of a patterns.json. One of another version is
// refused.
func ParseAnalysis(data []byte) (*result.Analysis, error) {
	var head struct {
		Version *int
		AsOf    time.Time `json:"as_of"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return nil, position(data, err)
	}
	version := 1 // the first version did not say which it was
	if head.Version != nil {
		version = *head.Version
	}
	switch {
	case head.AsOf.IsZero() && head.Version == nil:
		return nil, errNoAnalysis
	case version < FormatVersion:
		return nil, fmt.Errorf("it is of version %d and this program reads version %d: analyse the export of that day again (analyze EXPORT.csv --as-of DAY), or read it with the program that wrote it", version, FormatVersion)
	case version > FormatVersion:
		return nil, fmt.Errorf("it is of version %d and this program reads version %d: want a newer program", version, FormatVersion)
	}
	file := analysisFile{Analysis: new(result.Analysis)}
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, position(data, err)
	}
	if file.AsOf.IsZero() {
		return nil, errNoAnalysis
	}
	return file.Analysis, nil
}

// errNoAnalysis says that a file is JSON but no stored run.
var errNoAnalysis = errors.New("holds no time of an analysis, want the patterns.json of a run")

// ReadRun reads the run.json beside a stored analysis. If there is
// none, it returns the zero Run.
func ReadRun(path string) (result.Run, error) {
	if filepath.Base(path) == jsonPath {
		path = filepath.Dir(path)
	}
	var run result.Run
	err := decode(path, runPath, &run)
	if errors.Is(err, fs.ErrNotExist) {
		return result.Run{}, nil
	}
	if err != nil {
		return result.Run{}, fmt.Errorf("reading a stored run: %w", err)
	}
	return run, nil
}

func decode(path, name string, v any) error {
	b, path, err := load(path, name)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("%s: %w", path, position(b, err))
	}
	return nil
}

// largestResult is many times the result of a million tickets.
const largestResult = 1 << 30

// load reads a file, or the one of that name in a folder, and says which it was.
func load(path, name string) ([]byte, string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, path, err
	}
	if info.IsDir() {
		path = filepath.Join(path, name)
	}
	b, err := plainfile.Read(path, largestResult)
	return b, path, err
}

// position adds the line to an error that knows its place in b.
func position(b []byte, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	offset := int64(-1)
	switch {
	case errors.As(err, &syntax):
		offset = syntax.Offset
	case errors.As(err, &kind):
		offset = kind.Offset
	}
	if offset < 0 || offset > int64(len(b)) {
		return err
	}
	return fmt.Errorf("line %d: %w", bytes.Count(b[:offset], []byte("\n"))+1, err)
}
