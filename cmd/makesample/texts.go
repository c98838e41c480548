package main

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
)

//go:embed texts
var texts embed.FS

// line is one line of a text file that holds something.
type line struct {
	file string
	n    int
	text string
}

// errorf returns an error at the line.
func (l line) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", l.file, l.n, fmt.Sprintf(format, args...))
}

// fields splits the line at bars into exactly n trimmed fields.
func (l line) fields(n int) ([]string, error) {
	f := splitTrim(l.text, "|")
	if len(f) != n {
		return nil, l.errorf("has %d fields, want %d", len(f), n)
	}
	return f, nil
}

// readLines returns the lines of the embedded files that match the pattern, in
// the order of the names, without comments and empty lines.
func readLines(pattern string) ([]line, error) {
	names, err := fs.Glob(texts, pattern)
	if err != nil {
		return nil, err
	}
	var lines []line
	for _, name := range names {
		data, err := texts.ReadFile(name)
		if err != nil {
			return nil, err
		}
		n := 0
		for text := range strings.Lines(string(data)) {
			n++
			text = strings.TrimSpace(text)
			if text != "" && !strings.HasPrefix(text, "#") {
				lines = append(lines, line{file: name, n: n, text: text})
			}
		}
	}
	if len(lines) == 0 {
		return nil, fmt.Errorf("reading texts: nothing matches %s", pattern)
	}
	return lines, nil
}

// splitTrim splits at sep and trims each part.
func splitTrim(s, sep string) []string {
	parts := strings.Split(s, sep)
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// phrase is what one person writes about one matter. Slots such as {printer}
// are still in it, and line breaks are written \n.
type phrase struct {
	lang                  string // en, de, fr or es
	subject, description  string
	category, subcategory string // "" unless somebody guessed another category
}

// parsePhrase reads "= subject // description // category / subcategory"; the
// last two parts may be missing, and "=de" gives another language than English.
func parsePhrase(l line) (phrase, error) {
	head, rest, _ := strings.Cut(l.text, " ")
	p := phrase{lang: strings.TrimPrefix(head, "=")}
	if p.lang == "" {
		p.lang = "en"
	}
	parts := splitTrim(rest+" ", " // ")
	if parts[0] == "" || len(parts) > 3 {
		return p, l.errorf("is %q, want = subject // description // category / subcategory", l.text)
	}
	p.subject = parts[0]
	if len(parts) > 1 {
		p.description = parts[1]
	}
	if len(parts) > 2 {
		p.category, p.subcategory = cutCategory(parts[2])
	}
	return p, nil
}

// cutCategory splits "category / subcategory".
func cutCategory(s string) (category, subcategory string) {
	category, subcategory, _ = strings.Cut(s, "/")
	return strings.TrimSpace(category), strings.TrimSpace(subcategory)
}
