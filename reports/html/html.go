// Package html renders an Analysis as one self-contained HTML page.
//
// The page sends no request, unless a server shows it (Options.Live): style, script, chart runtime and data are inside it,
// and its Content-Security-Policy lets nothing else run. Package chart
// makes the figures; their options go into the page as JSON. Without the chart
// runtime (see fetch.go) every chart is its table.
//
// Pages are written in the language of the analysis: templates say a text with
// {{t "..."}} and {{n COUNT "one" "many"}}, and scripts with say('...').
package html

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"regexp"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

// Options says what stands on a page beside the analysis.
type Options struct {
	// Run tells how the analysis came about. Its times and durations are never
	// shown, so that two runs of one input give the same page.
	Run result.Run
	// TicketURL is a template with {id} for links to tickets, http or https;
	// "" for no links.
	TicketURL string
	// PackPath returns the address of a team's pack, relative to the page; nil
	// or "" for none.
	PackPath func(team string) string
	// Live says that a server shows the page and takes decisions; nil for a file, which
	// sends no request.
	Live *Live
	// SaveAs is the path of the file from which the next run reads decisions, to tell
	// people; "" for the name only.
	SaveAs string
}

// templates are never executed themselves: each page has a copy in its language.
var templates = template.Must(template.New("").Funcs(functions(words.Writer{})).ParseFS(pageFiles, "page/*.tmpl"))

// WritePage writes the whole report.
func WritePage(w io.Writer, a *result.Analysis, o Options) error {
	v, err := newView(a, o, runtimeScript())
	if err != nil {
		return err
	}
	return execute(w, "page.tmpl", v)
}

// WritePack writes the page for one owning team: only the escalations that
// are addressed to it and only their tickets.
func WritePack(w io.Writer, a *result.Analysis, team string, o Options) error {
	v, err := newPackView(a, team, o, runtimeScript())
	if err != nil {
		return err
	}
	return execute(w, "pack.tmpl", v)
}

// WriteMail writes the first screen of the report as the body of a mail: no
// script, no chart, no style but what a mail program shows, nothing it could make a link of.
func WriteMail(w io.Writer, a *result.Analysis, o Options) error {
	v, err := newView(a, o, "")
	if err != nil {
		return err
	}
	var page bytes.Buffer
	if err := execute(&page, "mail.tmpl", v); err != nil {
		return err
	}
	_, err = io.WriteString(w, betweenTags.ReplaceAllStringFunc(page.String(), words.Unlinked))
	return err
}

// betweenTags is the text between the tags of a page. Mail programs turn names of machines in it
// into links.
var betweenTags = regexp.MustCompile(`>[^<]+<`)

// ForTeam reports whether the pack of team holds p: an escalation whose owner is
// team.
func ForTeam(p *result.Pattern, team string) bool {
	return p.Escalate && !p.Owner.Gap && p.Owner.Team == team
}

func execute(w io.Writer, name string, v *view) error {
	var page bytes.Buffer
	if err := v.templates.ExecuteTemplate(&page, name, v); err != nil {
		return fmt.Errorf("rendering %s: %w", name, err)
	}
	_, err := w.Write(page.Bytes())
	return err
}
