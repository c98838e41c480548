package main

import (
	"bytes"
	"cmp"
	"fmt"
	"go/ast"
	"go/constant"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"text/template/parse"

	"github.com/leonelquinteros/gotext"
)

const (
	i18nPath     = module + "/reports/i18n"
	ownerPath    = module + "/analyzer/owner"
	escalatePath = module + "/analyzer/escalate"
	localeDir    = repository + "/reports/i18n/locale"
	template     = localeDir + "/messages.pot"
)

// message is an English text of the program; many is "" where it does not
// depend on a number.
type message struct{ one, many, file string }

// TestMessages holds that locale/messages.pot lists every English text of the
// code, the pages and their scripts. A text is told by its type: say.English, or
// owner.Mandate of the built-in owner map, or escalate.Sentence of the built-in criteria.
func TestMessages(t *testing.T) {
	messages := collect(t)
	if len(messages) < 30 {
		t.Fatalf("only %d texts found, so this test looked in the wrong place", len(messages))
	}
	want := potOf(messages)
	if *update {
		if err := os.WriteFile(template, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(template)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what the code says, want it written anew: go test ./cmd/ticketpatterns -run Messages -update", template)
	}
}

// TestTranslations holds that every language says every text of the program,
// with the same operands, and nothing that no longer exists.
func TestTranslations(t *testing.T) {
	wanted := map[string]message{}
	for _, m := range collect(t) {
		wanted[m.one] = m
	}
	files, err := filepath.Glob(localeDir + "/*.po")
	if err != nil || len(files) == 0 {
		t.Fatalf("no languages found: %v", err)
	}
	for _, file := range files {
		po := gotext.NewPo()
		po.ParseFile(file)
		said := po.GetDomain().GetTranslations()
		delete(said, "") // the header
		for one, translation := range said {
			m, exists := wanted[one]
			if !exists || m.many != translation.PluralID {
				t.Errorf("%s: %q is not a text of the program", filepath.Base(file), one)
			}
			checkVerbs(t, filepath.Base(file), m, translation)
		}
		if strings.Contains(filepath.Base(file), "_") {
			continue // a region says only what differs
		}
		for one := range wanted {
			if said[one] == nil {
				t.Errorf("%s: %q (%s) is not translated", filepath.Base(file), one, wanted[one].file)
			}
		}
	}
}

func checkVerbs(t *testing.T, file string, m message, translation *gotext.Translation) {
	t.Helper()
	for form, said := range translation.Trs {
		if said == "" {
			t.Errorf("%s: %q is not translated", file, m.one)
		}
		if got, want := verbsOf(said), verbsOf(cmp.Or(m.many, m.one)); !maps.Equal(got, want) {
			t.Errorf("%s: %q, form %d: has the operands %v, want %v", file, said, form, got, want)
		}
	}
}

var verb = regexp.MustCompile(`%(?:\[(\d+)\])?([%a-z])`)

// verbsOf maps the number of each operand to its verb. Percent signs that are
// not doubled show as an operand.
func verbsOf(text string) map[int]string {
	verbs, next := map[int]string{}, 1
	for _, found := range verb.FindAllStringSubmatch(text, -1) {
		if found[2] == "%" {
			continue
		}
		if n, err := strconv.Atoi(found[1]); err == nil {
			next = n
		}
		verbs[next] = found[2]
		next++
	}
	return verbs
}

// collect finds the texts of the repository, by file and place.
func collect(t *testing.T) []message {
	t.Helper()
	exports := map[string]string{}
	for _, line := range strings.Split(goTool(t, "list", "-export", "-deps", "-f", "{{.ImportPath}}\t{{.Export}}", "./..."), "\n") {
		path, file, _ := strings.Cut(line, "\t")
		exports[path] = file
	}
	positions := token.NewFileSet()
	lookup := func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) }
	compiled := importer.ForCompiler(positions, "gc", lookup)
	var all []message
	for _, line := range goList(t, `{{.ImportPath}} {{.Dir}} {{join .GoFiles " "}}`) {
		fields := strings.Fields(line)
		all = append(all, collectGo(t, positions, compiled, fields[0], fields[1], fields[2:])...)
	}
	all = append(all, collectPages(t)...)
	seen := map[string]message{}
	return slices.DeleteFunc(all, func(m message) bool {
		before, again := seen[m.one]
		if again && before.many != m.many {
			t.Errorf("%s and %s: %q depends on a number in one place and not in the other", before.file, m.file, m.one)
		}
		seen[m.one] = m
		return again
	})
}

func collectGo(t *testing.T, positions *token.FileSet, compiled types.Importer, path, dir string, names []string) []message {
	t.Helper()
	var files []*ast.File
	uses := path == i18nPath || path == ownerPath || path == escalatePath
	for _, name := range names {
		file, err := parser.ParseFile(positions, filepath.Join(dir, name), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
		uses = uses || slices.ContainsFunc(file.Imports, func(i *ast.ImportSpec) bool { return i.Path.Value == strconv.Quote(i18nPath) })
	}
	if !uses {
		return nil
	}
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
	if _, err := (&types.Config{Importer: compiled}).Check(path, positions, files, info); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	var all []message
	for _, file := range files {
		g := &gatherer{t: t, info: info, file: strings.TrimPrefix(path, module+"/") + "/" + filepath.Base(positions.Position(file.Pos()).Filename)}
		ast.Inspect(file, g.visit)
		all = append(all, g.found...)
	}
	return all
}

// gatherer collects the English constants of a file.
type gatherer struct {
	t     *testing.T
	info  *types.Info
	file  string
	found []message
}

func (g *gatherer) visit(n ast.Node) bool {
	if call, ok := n.(*ast.CallExpr); ok {
		g.call(call)
	}
	e, ok := n.(ast.Expr)
	if !ok {
		return true
	}
	text, ok := g.english(e)
	if ok && text != "" && !slices.ContainsFunc(g.found, func(m message) bool { return m.one == text || m.many == text }) {
		g.found = append(g.found, message{one: text, file: g.file})
	}
	return !ok
}

func (g *gatherer) english(e ast.Expr) (string, bool) {
	v := g.info.Types[e]
	if v.Value == nil || v.Value.Kind() != constant.String || v.Type.String() != i18nPath+".English" && v.Type.String() != ownerPath+".Mandate" && v.Type.String() != escalatePath+".Sentence" {
		return "", false
	}
	return constant.StringVal(v.Value), true
}

// call notes the two forms of what depends on a number, and holds that a text
// is given the operands that it names.
func (g *gatherer) call(call *ast.CallExpr) {
	method, ok := call.Fun.(*ast.SelectorExpr)
	of := g.info.Types[call.Fun].Type
	if !ok || of == nil || !strings.Contains(of.String(), i18nPath+".English") || call.Ellipsis.IsValid() {
		return
	}
	switch method.Sel.Name {
	case "Text":
		if text, ok := g.english(call.Args[0]); ok && len(verbsOf(text)) != len(call.Args)-1 {
			g.t.Errorf("%s: %q is given %d operands", g.file, text, len(call.Args)-1)
		}
	case "Count":
		one, constantOne := g.english(call.Args[1])
		many, constantMany := g.english(call.Args[2])
		if !constantOne || !constantMany {
			g.t.Errorf("%s: Count is given forms that are no constants, so nobody can collect them", g.file)
			return
		}
		g.found = append(g.found, message{one: one, many: many, file: g.file})
		if len(verbsOf(many)) != len(call.Args)-2 || len(verbsOf(one)) != len(call.Args)-2 {
			g.t.Errorf("%s: %q is given %d operands", g.file, many, len(call.Args)-2)
		}
	}
}

// spoken are the texts of a script.
var spoken = regexp.MustCompile(`\bsay\('((?:[^'\\]|\\.)*)'`)

// collectPages finds the texts of page templates, {{t "..."}} and {{n count
// "one" "many"}}, and those of their scripts, say('...').
func collectPages(t *testing.T) []message {
	t.Helper()
	pages, err := filepath.Glob(repository + "/reports/html/page/*")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages found: %v", err)
	}
	var all []message
	for _, page := range pages {
		data, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		file := "reports/html/page/" + filepath.Base(page)
		switch filepath.Ext(page) {
		case ".js":
			for _, found := range spoken.FindAllStringSubmatch(string(data), -1) {
				all = append(all, message{one: strings.ReplaceAll(found[1], `\'`, `'`), file: file})
			}
		case ".tmpl":
			all = append(all, collectTemplate(t, file, string(data))...)
		}
	}
	return all
}

func collectTemplate(t *testing.T, file, text string) []message {
	t.Helper()
	trees := map[string]*parse.Tree{}
	tree := parse.New(file)
	tree.Mode = parse.SkipFuncCheck
	if _, err := tree.Parse(text, "", "", trees); err != nil {
		t.Fatal(err)
	}
	var all []message
	for _, name := range slices.Sorted(maps.Keys(trees)) {
		walk(trees[name].Root, func(c *parse.CommandNode) {
			called, ok := c.Args[0].(*parse.IdentifierNode)
			switch {
			case ok && called.Ident == "t":
				all = append(all, message{one: literal(t, file, c, 1, len(c.Args)-2), file: file})
			case ok && called.Ident == "n":
				operands := len(c.Args) - 3 // the number and what follows both forms
				all = append(all, message{one: literal(t, file, c, 2, operands), many: literal(t, file, c, 3, operands), file: file})
			}
		})
	}
	return all
}

// literal returns an argument of a command, which must be a text that names as
// many operands as the command has.
func literal(t *testing.T, file string, c *parse.CommandNode, at, operands int) string {
	t.Helper()
	if at < len(c.Args) {
		if text, ok := c.Args[at].(*parse.StringNode); ok {
			if len(verbsOf(text.Text)) != operands {
				t.Errorf("%s: %s: is given %d operands", file, c, operands)
			}
			return text.Text
		}
	}
	t.Errorf("%s: %s: want a text", file, c)
	return ""
}

// walk visits every command of a template.
func walk(n parse.Node, visit func(*parse.CommandNode)) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n != nil {
			for _, child := range n.Nodes {
				walk(child, visit)
			}
		}
	case *parse.ActionNode:
		walk(n.Pipe, visit)
	case *parse.TemplateNode:
		walk(n.Pipe, visit)
	case *parse.IfNode:
		walkBranch(&n.BranchNode, visit)
	case *parse.RangeNode:
		walkBranch(&n.BranchNode, visit)
	case *parse.WithNode:
		walkBranch(&n.BranchNode, visit)
	case *parse.PipeNode:
		if n != nil {
			for _, c := range n.Cmds {
				visit(c)
				for _, argument := range c.Args {
					walk(argument, visit)
				}
			}
		}
	}
}

func walkBranch(b *parse.BranchNode, visit func(*parse.CommandNode)) {
	walk(b.Pipe, visit)
	walk(b.List, visit)
	walk(b.ElseList, visit)
}

// potOf writes the texts as a template for translators, in the order of the
// files that hold them.
func potOf(messages []message) []byte {
	var out bytes.Buffer
	out.WriteString("# The English texts of ticketpatterns. Written by: go test ./cmd/ticketpatterns -run Messages -update\n" +
		"msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n")
	for _, m := range messages {
		fmt.Fprintf(&out, "\n#: %s\nmsgid %s\n", m.file, poQuoted(m.one))
		if m.many == "" {
			out.WriteString("msgstr \"\"\n")
		} else {
			fmt.Fprintf(&out, "msgid_plural %s\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n", poQuoted(m.many))
		}
	}
	return out.Bytes()
}

// poQuoted writes a text as gettext does: UTF-8 as it is.
func poQuoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`).Replace(s) + `"`
}
