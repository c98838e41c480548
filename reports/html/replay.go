package html

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

// replayView is all that the template of a replay sees.
type replayView struct {
	assets
	*result.Replay
	in       words.Writer
	Title    string
	Summary  string
	Problems string
	Limits   []string
	Maker    string
	Rows     []mondayRow
	Told     []matterRow
	Records  []recordRow
}

// mondayRow is one Monday with what it told first.
type mondayRow struct {
	*result.Monday
	Note string
	News []string
}

// matterRow is one pattern over the Mondays.
type matterRow struct {
	*result.Matter
	Where string
	Cells []mondayCell
}

// mondayCell says how a pattern stood on one Monday.
type mondayCell struct{ Class, Title string }

// recordRow is one problem record of the desk.
type recordRow struct {
	*result.ProblemRecord
	Label, Lead string
}

// WriteReplay writes the page of a replay. It needs no script. version names the
// program.
func WriteReplay(w io.Writer, r *result.Replay, version string) error {
	in, err := words.ForLocale(r.Locale)
	if err != nil {
		return err
	}
	in = in.Naming(r.Preset)
	v := &replayView{Replay: words.Cleaned(in.MaskedReplay(r)), in: in, Maker: strings.TrimSpace("ticketpatterns " + version)}
	if v.assets, err = stillAssets("replay.css"); err != nil {
		return err
	}
	v.Locale, v.Title, v.Summary, v.Problems, v.Limits = in.Locale(), in.ReplayTitle(v.Replay), in.ReplaySummary(v.Replay), in.ReplayProblems(v.Replay), in.ReplayLimits(v.Replay)
	v.fill()
	own, err := templates.Clone()
	if err != nil {
		return err
	}
	var page bytes.Buffer
	if err := own.Funcs(functions(in)).ExecuteTemplate(&page, "replay.tmpl", v); err != nil {
		return fmt.Errorf("rendering the replay: %w", err)
	}
	_, err = w.Write(page.Bytes())
	return err
}

func (v *replayView) fill() {
	labels, matters := map[string]string{}, map[string]*result.Matter{}
	for i := range v.Matters {
		k := &v.Matters[i]
		labels[k.ID], matters[k.ID] = k.Label, k
		v.Told = append(v.Told, matterRow{k, words.Capital(v.in.ScopeOf(k.Scope)), v.cells(k)})
	}
	for i := range v.Mondays {
		row := mondayRow{Monday: &v.Mondays[i], Note: v.in.ReplayCell(&v.Mondays[i])}
		for _, id := range row.New {
			row.News = append(row.News, v.in.Matter(matters[id]))
		}
		v.Rows = append(v.Rows, row)
	}
	for i := range v.Replay.Problems {
		p := &v.Replay.Problems[i]
		v.Records = append(v.Records, recordRow{p, labels[p.Matter], v.in.ProblemLead(p)})
	}
}

// cells say how a pattern stood on each Monday: not told, told, or told to somebody.
func (v *replayView) cells(k *result.Matter) []mondayCell {
	alarmed := map[result.Day]bool{}
	for _, day := range k.Alarms {
		alarmed[day] = true
	}
	var out []mondayCell
	for i, told := range k.Told {
		day := v.Mondays[i].Day
		switch date := v.in.Date(day); {
		case alarmed[day]:
			out = append(out, mondayCell{"asked", v.in.Text("%s: told, and a team asked", date)})
		case told:
			out = append(out, mondayCell{"told", v.in.Text("%s: told", date)})
		default:
			out = append(out, mondayCell{"", date})
		}
	}
	return out
}
