package html

import (
	"html/template"
	"slices"
	"strings"
	"ticketpatterns/analyzer/text"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/html/chart"
	"ticketpatterns/reports/words"
)

// manyFindings is the number of findings above which the browser lays out only
// what is in sight, and the sections of the others are compressed.
const manyFindings = 12

// view is all that the templates see. Its texts are cleaned; html/template escapes
// them.
type view struct {
	assets
	*result.Analysis
	in          words.Writer
	templates   *template.Template // in the language of the page
	Title       string
	Team        string // of a pack; "" on the report
	Summary     string
	Missing     []string // what the export lacks, worst first
	QualityLine string
	MapFitLine  string         // "" if the owner map fits
	Outlook     []words.Block  // where nothing stands out
	Recurring   []string       // what comes back at this time, no news
	Lists       []list         // the ranked findings of the first screen
	Rest        []*finding     // ranked, below the first screen
	Findings    []*finding     // all of today, each with its section
	Earlier     []*finding     // what reports of the past weeks would have shown
	Weekly      []chart.Figure // the desk's weeks; at most one
	Appendix    []chart.Figure // what the findings are seen against, and the desk's own work
	Options     choices
	Run         result.Run
	Many        bool
	NoRuntime   bool
	Frame       template.JS // what all time lines have in common; "" for none
	PackNames   []pack
	Live        *Live  // nil in a file
	SaveAs      string // where decisions.csv belongs
}

// pack is a link to a team's own pages.
type pack struct{ Team, Path string }

func newView(a *result.Analysis, o Options, runtime string) (*view, error) {
	v, err := baseView(a, o, runtime)
	if err != nil {
		return nil, err
	}
	v.Title = v.in.Text("Help desk patterns, %s", v.in.Span(a.Span))
	v.Summary, v.Missing = v.in.Summary(v.Analysis), v.in.CoverageLines(v.Analysis)
	v.QualityLine, v.MapFitLine = v.in.QualityLine(v.Analysis), v.in.MapFit(v.MapFit)
	v.Outlook = v.in.Outlook(v.Analysis)
	v.Recurring = v.in.Recurring(v.Analysis)
	v.rank()
	v.PackNames = v.packs(o.PackPath)
	if v.Weekly, err = chart.Weeks(v.in, v.Analysis); err != nil {
		return nil, err
	}
	if v.Appendix, err = chart.Appendix(v.in, v.Analysis); err != nil {
		return nil, err
	}
	if v.NoRuntime {
		tablesOnly(v.Weekly)
		tablesOnly(v.Appendix)
	}
	return v, nil
}

func tablesOnly(figures []chart.Figure) {
	for i, f := range figures {
		figures[i] = f.WithoutChart()
	}
}

func newPackView(a *result.Analysis, team string, o Options, runtime string) (*view, error) {
	v, err := baseView(ownPart(a, team), o, runtime)
	if err != nil {
		return nil, err
	}
	v.Team = text.OneLine(v.in.Team(words.Clean(team)))
	v.Title = v.in.Text("Escalations to %s, %s", v.Team, v.in.Span(a.Span))
	v.Lists = []list{{Findings: v.Findings}}
	for _, f := range v.Findings {
		f.Pack = true
	}
	return v, nil
}

// ownPart returns what a team's pack may show of a: the team's escalations and
// their issues.
func ownPart(a *result.Analysis, team string) *result.Analysis {
	own := *a
	own.Patterns = slices.DeleteFunc(slices.Clone(a.Patterns), func(p result.Pattern) bool { return !ForTeam(&p, team) })
	own.Issues = slices.DeleteFunc(slices.Clone(a.Issues), func(i result.Issue) bool {
		return !slices.ContainsFunc(own.Patterns, func(p result.Pattern) bool { return p.IssueID == i.ID })
	})
	own.Desk.Cells, own.Gaps, own.Load, own.Missed, own.Recurring, own.Work = nil, nil, nil, nil, nil, result.Work{}
	own.Fixes, own.Trend = nil, result.Trend{Runs: daysOf(a.Trend.Runs)}
	return &own
}

// daysOf returns the days of earlier runs only, which say what is new.
func daysOf(runs []result.TrendRun) []result.TrendRun {
	days := make([]result.TrendRun, len(runs))
	for i, r := range runs {
		days[i].Day = r.Day
	}
	return days
}

func baseView(a *result.Analysis, o Options, runtime string) (*view, error) {
	links, err := newLinks(o.TicketURL)
	if err != nil {
		return nil, err
	}
	shown := *a
	shown.Assignments = nil // one for each ticket, and none is on the page
	v := &view{Analysis: words.Cleaned(&shown), Run: words.Cleaned(o.Run), NoRuntime: runtime == ""}
	if v.assets, err = newAssets(runtime); err != nil {
		return nil, err
	}
	v.SaveAs = o.SaveAs
	if err := v.setLanguage(); err != nil {
		return nil, err
	}
	v.setLive(o.Live)
	if v.Findings, err = v.findings(v.Patterns, links); err != nil {
		return nil, err
	}
	if v.Earlier, err = v.findings(v.Missed, links); err != nil {
		return nil, err
	}
	v.markEarlier()
	overlaps(v.Findings)
	all := slices.Concat(v.Findings, v.Earlier)
	if v.Frame, err = chart.Share(timelines(all)); err != nil {
		return nil, err
	}
	v.Options = newChoices(v.in, all)
	v.Many = len(v.Findings) > manyFindings
	return v, nil
}

func timelines(findings []*finding) []*chart.Figure {
	out := make([]*chart.Figure, len(findings))
	for i, f := range findings {
		out[i] = &f.Timeline
	}
	return out
}

// setLanguage sets the language of the page.
func (v *view) setLanguage() (err error) {
	if v.in, err = words.For(v.Analysis); err != nil {
		return err
	}
	v.Locale = v.in.Locale()
	if v.templates, err = templates.Clone(); err == nil {
		v.templates.Funcs(functions(v.in))
	}
	return err
}

func (v *view) findings(patterns []result.Pattern, l links) ([]*finding, error) {
	var out []*finding
	for i := range patterns {
		f, err := newFinding(v.in, &patterns[i], v.Analysis, l)
		if err != nil {
			return nil, err
		}
		if v.NoRuntime {
			f.Timeline = f.Timeline.WithoutChart()
		}
		out = append(out, f)
	}
	return out, nil
}

// markEarlier gives the findings of earlier reports anchors of their own, as an
// issue in a scope has the same id in each of its windows.
func (v *view) markEarlier() {
	for _, f := range v.Earlier {
		f.Earlier, f.NewSince = true, "" // today's report does not count it
		f.Anchor += "-earlier"
		f.Timeline.ID = "chart-" + f.Anchor
	}
}

// Maker names what made the page.
func (v *view) Maker() string { return strings.TrimSpace("ticketpatterns " + v.Run.Version) }

// Threshold is the largest p of a pattern.
func (v *view) Threshold() string { return v.in.Exact(&v.Budget.PValue) }

// OpenGaps are the gaps that something fell into.
func (v *view) OpenGaps() []result.Gap {
	return slices.DeleteFunc(slices.Clone(v.Gaps), func(g result.Gap) bool { return g.Patterns == 0 })
}

// packs links the packs of the teams that are asked.
func (v *view) packs(path func(string) string) []pack {
	if path == nil {
		return nil
	}
	var out []pack
	for _, f := range v.Findings {
		team := v.in.Team(f.Owner.Team)
		known := slices.ContainsFunc(out, func(p pack) bool { return p.Team == team })
		if !f.Escalate || f.Owner.Gap || known {
			continue
		}
		if to := path(f.Owner.Team); to != "" {
			out = append(out, pack{team, to})
		}
	}
	slices.SortFunc(out, func(a, b pack) int { return strings.Compare(a.Team, b.Team) })
	return out
}
