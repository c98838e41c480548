package reports

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/html"
	"ticketpatterns/reports/markdown"
	"ticketpatterns/reports/words"
)

const (
	packFolder = "teams"
	slugLength = 48 // characters; a name of that many fits every file system
)

// packs returns two files, HTML and Markdown, for each team that is asked to
// own something.
func packs(d Document) []file {
	var out []file
	slugs := teamSlugs(d.Analysis)
	for _, team := range escalated(d.Analysis) {
		stem := packFolder + "/" + slugs[team]
		out = append(out,
			file{stem + ".html", inLanguage(func(w io.Writer, d Document) error {
				return html.WritePack(w, d.Analysis, team, page(d))
			})},
			file{stem + ".md", inLanguage(func(w io.Writer, d Document) error {
				return markdown.WritePack(w, d.Analysis, team, addressed(d.Analysis, team))
			})})
	}
	return out
}

// Pack is what one team is asked to own, as two files.
type Pack struct {
	Team, Contact  string // contact as the owner map has it; "" for none
	Name           string // of the files, without ending
	HTML, Markdown []byte
}

// Packs makes the packs of all teams that are asked to own something, by team.
func Packs(d Document) ([]Pack, error) {
	slugs := teamSlugs(d.Analysis)
	var out []Pack
	for _, team := range escalated(d.Analysis) {
		p := Pack{Team: team, Name: slugs[team]}
		for _, one := range addressed(d.Analysis, team) {
			if one.Owner.Team == team {
				p.Contact = one.Owner.Contact
			}
		}
		out = append(out, p)
	}
	for i, f := range packs(d) {
		var b bytes.Buffer
		if err := f.write(&b, d); err != nil {
			return nil, fmt.Errorf("writing %s: %w", f.path, err)
		}
		if p := &out[i/2]; i%2 == 0 {
			p.HTML = b.Bytes()
		} else {
			p.Markdown = b.Bytes()
		}
	}
	return out, nil
}

// packPaths returns where the page finds a team's pack.
func packPaths(d Document) func(team string) string {
	paths := map[string]string{}
	for team, slug := range teamSlugs(d.Analysis) {
		paths[words.Clean(team)] = packFolder + "/" + slug + ".html"
	}
	return func(team string) string { return paths[team] }
}

// escalated lists the teams that are asked to own something, sorted.
func escalated(a *result.Analysis) []string {
	var teams []string
	for i := range a.Patterns {
		p := &a.Patterns[i]
		if html.ForTeam(p, p.Owner.Team) && p.Owner.Team != "" {
			teams = append(teams, p.Owner.Team)
		}
	}
	slices.Sort(teams)
	return slices.Compact(teams)
}

func addressed(a *result.Analysis, team string) []*result.Pattern {
	var out []*result.Pattern
	for i := range a.Patterns {
		if html.ForTeam(&a.Patterns[i], team) {
			out = append(out, &a.Patterns[i])
		}
	}
	return out
}

// teamSlugs gives each escalated team a file name of its own. A number, in the
// order of the teams, keeps equal names apart.
func teamSlugs(a *result.Analysis) map[string]string {
	slugs, taken := map[string]string{}, map[string]bool{}
	for _, team := range escalated(a) {
		base := slug(team)
		name := base
		for n := 2; taken[name]; n++ {
			name = fmt.Sprintf("%s-%d", base, n)
		}
		taken[name] = true
		slugs[team] = name
	}
	return slugs
}

// slug turns the name of a team into a file name: letters and digits in lower
// case, a hyphen for everything else, and none of the names that Windows reserves
// for devices.
func slug(team string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(team) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	name := []rune(b.String())
	s := strings.Trim(string(name[:min(len(name), slugLength)]), "-")
	if s == "" || device(s) {
		return "team-" + s
	}
	return s
}

func device(s string) bool {
	switch s {
	case "con", "prn", "aux", "nul":
		return true
	}
	return len(s) == 4 && (s[:3] == "com" || s[:3] == "lpt") && s[3] >= '0' && s[3] <= '9'
}
