package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The house rules, as tests. They speak of the whole repository and stand here
// because the command is the one package that knows all others.

const (
	repository = "../.."
	module     = "ticketpatterns"
)

// floor is the plan of the house: what each package may import of the project.
// Data goes ingest -> analyzer -> reports, imports only go down, and the
// adapters never see each other.
var floor = map[string][]string{
	"analyzer/ticket":           {},
	"analyzer/fold":             {},
	"analyzer/parallel":         {},
	"analyzer/internal/fixture": {"analyzer/ticket"},
	"analyzer/result":           {},
	"analyzer/stat":             {},
	"analyzer/text":             {"analyzer/fold", "analyzer/parallel"},
	"analyzer/owner":            {"analyzer/fold", "analyzer/result"},
	"analyzer/cause":            {"analyzer/result"},
	"analyzer/past":             {},
	"analyzer/dataset":          {"analyzer/fold", "analyzer/result", "analyzer/stat", "analyzer/text", "analyzer/ticket"},
	"analyzer/detect":           {"analyzer/calendar", "analyzer/dataset", "analyzer/parallel", "analyzer/stat", "analyzer/text"},
	"analyzer/calendar":         {"analyzer/stat"},
	"analyzer/volume":           {"analyzer/calendar", "analyzer/dataset", "analyzer/parallel", "analyzer/stat"},
	"analyzer/memory":           {"analyzer/dataset", "analyzer/fold", "analyzer/parallel", "analyzer/past", "analyzer/result", "analyzer/text"},
	"analyzer/issue":            {"analyzer/dataset", "analyzer/memory", "analyzer/parallel", "analyzer/past", "analyzer/result", "analyzer/text"},
	"analyzer/lifecycle":        {"analyzer/issue", "analyzer/result", "analyzer/stat"},
	"analyzer/describe":         {"analyzer/cause", "analyzer/dataset", "analyzer/fold", "analyzer/owner", "analyzer/result", "analyzer/stat", "analyzer/text", "analyzer/ticket"},
	"analyzer/desk":             {"analyzer/calendar", "analyzer/cause", "analyzer/dataset", "analyzer/describe", "analyzer/detect", "analyzer/fold", "analyzer/issue", "analyzer/memory", "analyzer/owner", "analyzer/parallel", "analyzer/past", "analyzer/result", "analyzer/stat", "analyzer/text", "analyzer/ticket"},
	"analyzer/escalate":         {"analyzer/dataset", "analyzer/lifecycle", "analyzer/past", "analyzer/result", "analyzer/stat", "analyzer/text"},
	"analyzer/coverage":         {"analyzer/dataset", "analyzer/fold", "analyzer/past", "analyzer/result", "analyzer/ticket"},
	"analyzer":                  {"analyzer/calendar", "analyzer/cause", "analyzer/coverage", "analyzer/dataset", "analyzer/describe", "analyzer/desk", "analyzer/detect", "analyzer/escalate", "analyzer/issue", "analyzer/lifecycle", "analyzer/memory", "analyzer/owner", "analyzer/parallel", "analyzer/past", "analyzer/result", "analyzer/stat", "analyzer/text", "analyzer/ticket", "analyzer/volume"},

	"analyzer/text/texttest": {},

	"ingest/plainfile": {},

	"ingest/language": {},
	"ingest/dates":    {"analyzer/fold", "analyzer/result", "ingest/language"},
	"ingest/csv":      {"analyzer/result", "ingest/dates", "ingest/language"},
	"ingest/xlsx":     {},
	"ingest/prepare":  {"analyzer/fold", "analyzer/result", "analyzer/ticket"},
	"ingest/system":   {"analyzer/fold", "analyzer/result", "analyzer/ticket", "ingest/dates", "ingest/language"},
	"ingest":          {"analyzer/fold", "analyzer/parallel", "analyzer/result", "analyzer/ticket", "ingest/csv", "ingest/dates", "ingest/system", "ingest/xlsx"},

	"ingest/xlsx/xlsxtest": {},

	"reports/i18n":             {"analyzer/result"},
	"reports/words":            {"analyzer/result", "analyzer/text", "reports/i18n"},
	"reports/markdown":         {"analyzer/result", "analyzer/text", "reports/i18n", "reports/words"},
	"reports/html/chart":       {"analyzer/result", "analyzer/text", "reports/i18n", "reports/words"},
	"reports/html":             {"analyzer/result", "analyzer/text", "reports/html/chart", "reports/i18n", "reports/markdown", "reports/words"},
	"reports/internal/fixture": {"analyzer/result", "analyzer/ticket"},
	"reports/internal/folder":  {},
	"reports":                  {"analyzer/result", "analyzer/text", "analyzer/ticket", "ingest/plainfile", "reports/html", "reports/i18n", "reports/internal/folder", "reports/markdown", "reports/words"},

	"cmd/makesample":                      {},
	"cmd/evaluate/internal/measure":       {},
	"cmd/evaluate":                        {"analyzer", "analyzer/dataset", "analyzer/describe", "analyzer/owner", "analyzer/past", "analyzer/result", "analyzer/stat", "analyzer/text", "analyzer/ticket", "cmd/evaluate/internal/measure", "ingest", "ingest/prepare", "reports"},
	"cmd/ticketpatterns/internal/archive": {"analyzer/past", "ingest/plainfile"},
	"cmd/ticketpatterns/internal/post":    {"ingest/plainfile", "reports/words"},
	"cmd/ticketpatterns/internal/config":  {"analyzer", "analyzer/escalate", "analyzer/owner", "analyzer/ticket", "cmd/ticketpatterns/internal/post", "ingest", "ingest/plainfile", "ingest/prepare", "reports/i18n"},
	"cmd/ticketpatterns/internal/lock":    {"ingest/plainfile"},
	"cmd/ticketpatterns/internal/serve":   {"reports/html", "reports/i18n"},
	"cmd/ticketpatterns":                  {"analyzer", "analyzer/escalate", "analyzer/owner", "analyzer/past", "analyzer/result", "analyzer/text", "analyzer/ticket", "cmd/ticketpatterns/internal/archive", "cmd/ticketpatterns/internal/config", "cmd/ticketpatterns/internal/lock", "cmd/ticketpatterns/internal/post", "cmd/ticketpatterns/internal/serve", "ingest", "ingest/plainfile", "ingest/prepare", "reports", "reports/html", "reports/i18n", "reports/words"},
}

// importers are the packages that may import a library: one for each, so that
// it can be replaced in one place. golang.org/x/text is a family: encodings in
// csv, normal forms in fold and text, the marks of numbers in say.
var importers = map[string][]string{
	"github.com/blevesearch/snowballstem": {"analyzer/text"},
	"github.com/gocarina/gocsv":           {"ingest"},
	"github.com/go-echarts/go-echarts/v2": {"reports/html/chart"},
	"github.com/gofrs/flock":              {"cmd/ticketpatterns/internal/lock"},
	"github.com/klauspost/compress":       {"ingest/csv"},
	"github.com/leonelquinteros/gotext":   {"reports/i18n"},
	"github.com/schollz/progressbar/v3":   {"cmd/ticketpatterns"},
	"github.com/spf13/cobra":              {"cmd/ticketpatterns"},
	"github.com/spf13/pflag":              {"cmd/ticketpatterns/internal/config"},
	"github.com/spf13/viper":              {"cmd/ticketpatterns/internal/config"},
	"github.com/wneessen/go-mail":         {"cmd/ticketpatterns/internal/post"},
	"go.yaml.in/yaml/v3":                  {"cmd/ticketpatterns/internal/config"},
	"golang.org/x/term":                   {"cmd/ticketpatterns"},
	"golang.org/x/text":                   {"analyzer/fold", "reports/i18n", "analyzer/text", "ingest/csv"},
	"gonum.org/v1/gonum":                  {"analyzer/stat"},
	"modernc.org/sqlite":                  {"cmd/ticketpatterns/internal/archive"},
}

// broken are the functions that may panic: they meet only what the compiler
// embedded, so that a panic means a broken build and no user can cause it.
var broken = []string{"analyzer/text/stop.go: wordSet"}

// pureBan are the standard packages that the analyzer may not import: whatever
// reads files, the environment, the network or chance. math/rand/v2 is let in
// for generators with a fixed seed; its top-level functions are not.
var pureBan = []string{"os", "net", "net/http", "log", "log/slog", "crypto/rand", "math/rand", "path/filepath", "os/exec", "syscall"}

// goList runs go list in the repository, one line for each package.
func goList(t *testing.T, format string) []string {
	t.Helper()
	return strings.Split(goTool(t, "list", "-f", format, "./..."), "\n")
}

// goTool runs the go command in the repository.
func goTool(t *testing.T, arguments ...string) string {
	t.Helper()
	cmd := exec.Command("go", arguments...)
	cmd.Dir = repository
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go %s: %v", arguments[0], err)
	}
	return strings.TrimSpace(string(out))
}

// TestTopLevel holds what a reader of the repository sees first: the rooms that data flow
// through, and no other.
func TestTopLevel(t *testing.T) {
	for _, path := range goList(t, "{{.ImportPath}}") {
		room, _, _ := strings.Cut(strings.TrimPrefix(path, "ticketpatterns/"), "/")
		if path != "" && !slices.Contains([]string{"ingest", "analyzer", "reports", "cmd"}, room) {
			t.Errorf("package %s is in no room, want it in ingest, analyzer, reports or cmd", path)
		}
	}
}

func TestImports(t *testing.T) {
	seen := map[string]bool{}
	for _, line := range goList(t, `{{.ImportPath}} {{join .Imports " "}}`) {
		imports := strings.Fields(line)
		room := strings.TrimPrefix(imports[0], module+"/")
		seen[room] = true
		allowed, planned := floor[room]
		if !planned {
			t.Errorf("%s is not in the floor plan", room)
		}
		for _, path := range imports[1:] {
			below, ours := strings.CutPrefix(path, module+"/")
			switch {
			case ours && !slices.Contains(allowed, below):
				t.Errorf("%s imports %s, which the floor plan does not allow", room, below)
			case !ours && strings.Contains(strings.Split(path, "/")[0], "."):
				checkLibrary(t, room, path)
			case strings.HasPrefix(room, "analyzer") && slices.Contains(pureBan, path):
				t.Errorf("%s imports %s, but the analyzer is pure", room, path)
			}
		}
	}
	for room := range floor {
		if !seen[room] {
			t.Errorf("%s is in the floor plan and not in the repository", room)
		}
	}
}

func checkLibrary(t *testing.T, room, path string) {
	t.Helper()
	for library, rooms := range importers {
		if path == library || strings.HasPrefix(path, library+"/") {
			if !slices.Contains(rooms, room) {
				t.Errorf("%s imports %s, which only %s may", room, library, strings.Join(rooms, " and "))
			}
			return
		}
	}
	t.Errorf("%s imports %s, which is not in the list of libraries", room, path)
}

// The limits of what can be read in one go.
const (
	maxFunctionLines = 100
	maxFileLines     = 400
)

func TestSizesAndEndings(t *testing.T) {
	eachFile(t, func(name string, positions *token.FileSet, file *ast.File) {
		if lines := positions.File(file.Pos()).LineCount(); lines > maxFileLines {
			t.Errorf("%s has %d lines, want at most %d", name, lines, maxFileLines)
		}
		for _, declaration := range file.Decls {
			f, ok := declaration.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if lines := positions.Position(f.End()).Line - positions.Position(f.Pos()).Line + 1; lines > maxFunctionLines {
				t.Errorf("%s: %s has %d lines, want at most %d", name, f.Name.Name, lines, maxFunctionLines)
			}
			ast.Inspect(f, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					checkCall(t, name, f.Name.Name, call)
				}
				return true
			})
		}
	})
}

// checkCall refuses what ends a program below main, and clocks in the analyzer.
func checkCall(t *testing.T, file, function string, call *ast.CallExpr) {
	t.Helper()
	called := ""
	switch fun := call.Fun.(type) {
	case *ast.Ident:
		called = fun.Name
	case *ast.SelectorExpr:
		if of, ok := fun.X.(*ast.Ident); ok {
			called = of.Name + "." + fun.Sel.Name
		}
	}
	switch {
	case called == "os.Exit" && function == "main" && filepath.Base(file) == "main.go":
	case called == "panic" && slices.Contains(broken, file+": "+function):
	case called == "panic", called == "os.Exit", strings.HasPrefix(called, "log.Fatal"), strings.HasPrefix(called, "log.Panic"):
		t.Errorf("%s: %s calls %s, want an error", file, function, called)
	case strings.HasPrefix(file, "analyzer/") && strings.HasPrefix(called, "rand.") && called != "rand.New" && called != "rand.NewPCG":
		t.Errorf("%s: %s calls %s, want a generator with a fixed seed", file, function, called)
	case strings.HasPrefix(file, "analyzer/") && (called == "time.Now" || called == "time.Since"):
		t.Errorf("%s: %s calls %s, but the analyzer takes its time from AsOf", file, function, called)
	}
}

// TestMainIsShort holds that main and run only wire.
func TestMainIsShort(t *testing.T) {
	data, err := os.ReadFile("main.go")
	if err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(string(data), "\n"); lines > 40 {
		t.Errorf("main.go has %d lines, want at most 40", lines)
	}
}

// eachFile parses all Go files of the repository that are not tests.
func eachFile(t *testing.T, visit func(name string, positions *token.FileSet, file *ast.File)) {
	t.Helper()
	found := 0
	err := filepath.WalkDir(repository, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (entry.Name() == "node_modules" || entry.Name() == "testdata" || entry.Name() == ".git") {
			return filepath.SkipDir
		}
		if entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		found++
		positions := token.NewFileSet()
		file, err := parser.ParseFile(positions, path, nil, 0)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(repository, path)
		visit(filepath.ToSlash(name), positions, file)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if found < 50 {
		t.Errorf("only %d files found, so this test looked in the wrong place", found)
	}
}
