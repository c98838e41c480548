package main

import (
	"strings"
	"testing"
	"time"
)

const testIntents = `id,text,label
1,how do I upgrade ubuntu from the terminal,Update
2,upgrade ubuntu with the terminal please,Update
3,ubuntu upgrade from a terminal,Update
4,what is the answer to everything,None
5,my printer does not print photos,Printer
`

func TestLabelled(t *testing.T) {
	dir := t.TempDir()
	set := labelled{name: "askubuntu", path: "datasets/intents.csv", subject: "text", label: "label", none: "None"}
	write(t, dir, set.path, testIntents)
	tickets, truth, err := folder(dir).labelled(set, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(truth, ","), "Update,Update,Update,,Printer"; got != want {
		t.Errorf("true groups %q, want %q", got, want)
	}
	people := map[string]bool{}
	for _, k := range tickets {
		people[k.Requester] = true
		if age := plantEnd.Add(24 * time.Hour).Sub(k.Opened); age < 0 || age > 26*7*24*time.Hour {
			t.Errorf("%s was opened %s, want within 26 weeks before %s", k.ID, k.Opened, plantEnd)
		}
	}
	if len(people) != 5 || tickets[4].Subject != "my printer does not print photos" {
		t.Errorf("%d people, last subject %q", len(people), tickets[4].Subject)
	}
	some, truth, err := folder(dir).labelled(set, 1, 2)
	if err != nil || len(some) != 2 || len(truth) != 2 {
		t.Errorf("%d tickets, %d labels, error %v, want two of each", len(some), len(truth), err)
	}
	set.different = 2
	if first, truth, err := folder(dir).labelled(set, 1, 0); err != nil || len(first) != 2 || truth[0] != "Update" || truth[1] != "" {
		t.Errorf("%d tickets of %q, error %v, want the first of Update and the one of no group", len(first), truth, err)
	}
	set.label = "topic"
	if _, _, err := folder(dir).labelled(set, 1, 0); err == nil || !strings.Contains(err.Error(), `no column "topic"`) {
		t.Errorf("error %v, want the missing column", err)
	}
}

func TestLabelledGroup(t *testing.T) {
	for _, c := range []struct {
		set         labelled
		label, want string
	}{
		{labelled{}, " a ", "a"},
		{labelled{}, "", ""},
		{labelled{none: "None"}, "None", ""},
		{labelled{}, "zh-cn", "zh-cn"},
		{labelled{upTo: "-"}, "zh-cn", "zh"},
		{labelled{upTo: "-"}, "zh", "zh"},
	} {
		if got := c.set.group(c.label); got != c.want {
			t.Errorf("%+v: %q is group %q, want %q", c.set, c.label, got, c.want)
		}
	}
}

func TestIssuesCommand(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "datasets/it-intents-small/askubuntu_intents.csv", testIntents)
	out, err := runIt(t, "issues", dir, "-sets", "askubuntu")
	if err != nil {
		t.Fatal(err)
	}
	// Three of five texts have a group of their size; all alone are right of
	// themselves, and in one group each true one is whole.
	for _, want := range []string{
		"askubuntu  5  1            issues      1       0.40      1.00   0.60  1.00        1.000      1.000   1.000  1.000",
		"askubuntu  5  1            each alone  0       1.00      -      0.00  -           1.000      0.600   0.750  0.000",
		"askubuntu  5  1            all in one  1       0.00      0.30   1.00  0.30        0.440      1.000   0.611  0.000",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("the table lacks\n%s\n%s", want, out)
		}
	}
	if _, err := runIt(t, "issues", dir, "-sets", "stars"); err == nil || !strings.Contains(err.Error(), `unknown set "stars"`) {
		t.Errorf("error %v, want the unknown set", err)
	}
}
