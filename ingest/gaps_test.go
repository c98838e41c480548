package ingest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What a missing field costs depends on what else is there.
func TestCostsOfMissingFields(t *testing.T) {
	for _, c := range []struct{ header, row, field, want string }{
		{"id,opened,subject", "1,2026-03-05,x", "category", "patterns cannot be tied to categories; the text alone says what a ticket is about"},
		{"id,opened,product", "1,2026-03-05,x", "category", "patterns cannot be tied to categories; what a ticket is about is told by service alone"},
		{"id,opened,category,subcategory,product", "1,2026-03-05,x,y,z", "subject", "no text says what a ticket is about: tickets are compared by category, subcategory and service alone"},
		{"id,opened,state", "1,2026-03-05,new", "subject", "no text and no category says what a ticket is about: there is nothing to compare"},
		{"id,opened,subject,company", "1,2026-03-05,x,Acme", "department", "the company stands for it, unless a list of people says it"},
		{"id,opened,subject,company", "1,2026-03-05,x,", "department", "patterns cannot be tied to departments; location, service and category still can"},
		{"id,opened,subject,site", "1,2026-03-05,x,Bern", "department", "the location stands for it, unless a list of people says it"},
		{"id,opened,subject", "1,2026-03-05,x", "resolved", "hours to resolve are not known"},
		{"id,opened,subject,closed", "1,2026-03-05,x,2026-03-06", "resolved", "hours to resolve are counted from the closing time, if there is one"},
		{"id,opened,subject", "1,2026-03-05,x", "closed", "it is not known which tickets are open"},
	} {
		b, err := ReadReader(strings.NewReader(c.header+"\n"+c.row+"\n"), "list.csv", Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, g := range b.Files[0].Missing {
			if g.Field == c.field {
				got = inEnglish.Loss(g.Loss)
			}
		}
		if got != c.want {
			t.Errorf("%s without %s: %q, want %q", c.header, c.field, got, c.want)
		}
	}
}

func TestCandidates(t *testing.T) {
	in := "nr,opened_at,what,Org unit,first team,team hops,last_touched_at,Votes,project type,reporter_login\n"
	for i := range 40 {
		in += fmt.Sprintf("%d,2026-03-05 10:15,printer on floor %d jams,Unit %d,Team %d,%d,2026-03-06 10:15,%d,software,user%d\n", i, i, i%3, i%2, i%4, i, i)
	}
	b, err := ReadReader(strings.NewReader(in), "list.csv", Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []Candidate{{"updated", "last_touched_at"}, {"reassignments", "team hops"}}
	if diff := cmp.Diff(want, b.Files[0].Candidates); diff != "" {
		t.Errorf("candidates (-want +got):\n%s\nunused: %q", diff, b.Files[0].Unused)
	}
	_, err = ReadReader(strings.NewReader("ticket id,happening,status\n1,x,a\n"), "log.csv", Options{})
	if err == nil || !strings.Contains(err.Error(), "name one with --map opened=Column") {
		t.Errorf("error %v, want how to name a column", err)
	}
	_, err = ReadReader(strings.NewReader("ticket id,begun,halted,status\n1,2026-03-05,2026-03-04,a\n2,2026-03-05,2026-03-06,a\n"), "log.csv", Options{})
	if err == nil || !strings.Contains(err.Error(), "if \"begun\" says it: --map 'opened=begun'") {
		t.Errorf("error %v, want the column offered", err)
	}
}

func TestHeaderWiderThanRows(t *testing.T) {
	b, err := ReadReader(strings.NewReader("id,opened,subject,category,state\n1,2026-03-05,x\n2,2026-03-06,y\n"), "list.csv", Options{})
	if err != nil {
		t.Fatal(err)
	}
	if all := strings.Join(inEnglish.Warnings(b.Warnings), "\n"); !strings.Contains(all, "nearly all rows have 3 cells where the header has 5 names") {
		t.Errorf("warnings are %q", all)
	}
}

// A resolution that is a few words over and over is a code.
func TestResolutionThatIsACode(t *testing.T) {
	rows := func(texts ...string) string {
		in := "id,opened,subject,resolution\n"
		for i := range 60 {
			in += fmt.Sprintf("%d,2026-03-05,x,%s\n", i, strings.ReplaceAll(texts[i%len(texts)], "#", fmt.Sprint(i)))
		}
		return in
	}
	for in, want := range map[string]string{rows("Fixed", "Won't fix", "Duplicate"): "resolution_code", rows("port # was in the wrong VLAN"): "resolution"} {
		b, err := ReadReader(strings.NewReader(in), "list.csv", Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range b.Files[0].Columns {
			if c.Headers[0] == "resolution" && c.Field != want {
				t.Errorf("%q is read as %s, want %s", c.Samples, c.Field, want)
			}
		}
	}
}
