package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// forbidsAnyCase is forbids for texts that may begin anywhere in a sentence, or name a
// column.
func forbidsAnyCase(terms []entry, text string) []string {
	lower := make([]entry, len(terms))
	for i, e := range terms {
		lower[i] = e
		lower[i].not = nil
		for _, not := range e.not {
			lower[i].not = append(lower[i].not, strings.ToLower(not))
		}
	}
	return forbids(lower, strings.ToLower(strings.ReplaceAll(text, "_", " ")))
}

// TestHelpKeepsTheGlossary holds the glossary in the help of every command and flag and in
// the manual.
func TestHelpKeepsTheGlossary(t *testing.T) {
	terms, said := glossary(t), map[string]string{}
	a := &app{stdout: io.Discard, stderr: io.Discard, log: slog.New(slog.DiscardHandler)}
	var visit func(cmd *cobra.Command)
	visit = func(cmd *cobra.Command) {
		said[cmd.CommandPath()] = strings.Join([]string{cmd.Use, cmd.Short, cmd.Long, cmd.Example}, "\n")
		for _, flags := range []*pflag.FlagSet{cmd.Flags(), cmd.PersistentFlags()} {
			flags.VisitAll(func(f *pflag.Flag) { said[cmd.CommandPath()+" --"+f.Name] = f.Name + " " + f.Usage })
		}
		for _, sub := range cmd.Commands() {
			visit(sub)
		}
	}
	visit(a.rootCommand())
	if len(said) < 40 {
		t.Fatalf("only %d texts of the help found", len(said))
	}
	manual, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	said["doc.go"] = string(manual)
	for place, text := range said {
		for _, against := range forbidsAnyCase(terms, text) {
			t.Errorf("%s says %s", place, against)
		}
	}
}

// TestErrorsKeepTheGlossary holds the glossary in every text that the program makes an
// error of, prints or logs.
func TestErrorsKeepTheGlossary(t *testing.T) {
	terms, read := glossary(t), 0
	err := filepath.WalkDir(repository, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (entry.Name() == "node_modules" || path == repository+"/cmd/evaluate" || path == repository+"/.git") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || !speaks(call) {
				return true
			}
			for _, argument := range call.Args {
				literal, ok := argument.(*ast.BasicLit)
				if !ok || literal.Kind != token.STRING {
					continue
				}
				text, err := strconv.Unquote(literal.Value)
				if err != nil {
					t.Error(err)
				}
				read++
				for _, against := range forbidsAnyCase(terms, text) {
					t.Errorf("%s: %q says %s", path, text, against)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if read < 300 {
		t.Fatalf("only %d texts found", read)
	}
}

// speaks reports whether people read what a call is given.
func speaks(call *ast.CallExpr) bool {
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	switch name := fmt.Sprint(f.X) + "." + f.Sel.Name; {
	case name == "errors.New", name == "fmt.Errorf", name == "fmt.Sprintf", f.Sel.Name == "linef", f.Sel.Name == "say", f.Sel.Name == "Log":
		return true
	}
	return false
}
