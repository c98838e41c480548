package main

import (
	"bytes"
	"fmt"
	"math"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/ingest"
)

// testTexts are so many different background texts in three categories.
func testTexts(n int) []wording {
	var all []wording
	for i := range n {
		all = append(all, wording{fmt.Sprintf("subject %d", i), fmt.Sprintf("description %d", i), []string{"Hardware", "Access", ""}[i%3]})
	}
	return all
}

// testFamilies are so many families of so many phrasings.
func testFamilies(n, phrasings int) []family {
	var all []family
	for i := range n {
		f := family{id: fmt.Sprintf("P%02d", i), title: fmt.Sprintf("fault %d", i), owner: "Network"}
		for j := range phrasings {
			f.phrasings = append(f.phrasings, wording{fmt.Sprintf("fault %d told %d", i, j), "help", "network"})
		}
		all = append(all, f)
	}
	return all
}

func TestMakeExport(t *testing.T) {
	for _, c := range []struct {
		name                  string
		o                     plantOptions
		families, phrasings   int
		wantPlants, wantSizes int
	}{
		{"as asked", plantOptions{seed: 1, weeks: 26, perWeek: 50, plants: 6, size: 8, surge: 1}, 15, 20, 6, 8},
		{"no more plants than families", plantOptions{seed: 2, weeks: 26, perWeek: 50, plants: 6, size: 4, surge: 1}, 3, 20, 3, 4},
		{"no larger than the family", plantOptions{seed: 3, weeks: 10, perWeek: 50, plants: 2, size: 32, surge: 1}, 15, 20, 2, 20},
		{"no plants", plantOptions{seed: 4, weeks: 4, perWeek: 10, plants: 0, size: 8, surge: 1.5}, 15, 20, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			families := testFamilies(c.families, c.phrasings)
			e := makeExport(testTexts(90), families, c.o)
			if got, want := len(e.tickets), c.o.weeks*c.o.perWeek+c.wantPlants*c.wantSizes; got != want {
				t.Errorf("%d tickets, want %d", got, want)
			}
			if len(e.plants) != c.wantPlants {
				t.Fatalf("%d plants, want %d", len(e.plants), c.wantPlants)
			}
			checkTickets(t, e, c.o.weeks)
			seen := map[string]bool{}
			for _, p := range e.plants {
				if seen[p.family.id] {
					t.Errorf("family %s is planted twice", p.family.id)
				}
				seen[p.family.id] = true
				checkPlant(t, e, p, c.wantSizes)
			}
		})
	}
}

func checkTickets(t *testing.T, e export, weeks int) {
	t.Helper()
	first := plantEnd.AddDate(0, 0, 1-7*weeks)
	for i, k := range e.tickets {
		if k.ID != fmt.Sprintf("T%07d", i+1) || i > 0 && k.Opened.Before(e.tickets[i-1].Opened) {
			t.Fatalf("ticket %d is %s of %s: not in order", i, k.ID, k.Opened)
		}
		if k.Opened.Before(first) || !k.Opened.Before(plantEnd.AddDate(0, 0, 1)) || k.Opened.Hour() < 7 || k.Opened.Hour() > 18 {
			t.Errorf("%s was opened %s, want office hours of %s to %s", k.ID, k.Opened, first, plantEnd)
		}
		if k.Department == "" || k.Category == "" || k.Requester == "" || k.Location == "" || k.AssignmentGroup == "" {
			t.Errorf("%s lacks a field: %+v", k.ID, k)
		}
		if closed := !k.Resolved.IsZero(); closed != (k.State == "Closed") || closed && k.Resolved.Before(k.Opened) {
			t.Errorf("%s is %s, opened %s, resolved %s", k.ID, k.State, k.Opened, k.Resolved)
		}
	}
}

func checkPlant(t *testing.T, e export, p plant, size int) {
	t.Helper()
	people, texts := map[string]bool{}, map[string]bool{}
	for _, k := range e.tickets {
		if !p.ids[k.ID] {
			continue
		}
		people[k.Requester], texts[k.Subject] = true, true
		if k.Department != p.department {
			t.Errorf("%s of %s is in %s", k.ID, p.department, k.Department)
		}
		if k.Opened.Before(plantEnd.AddDate(0, 0, -13)) || weekend(k.Opened) {
			t.Errorf("%s was opened %s, want a working day of the last fortnight", k.ID, k.Opened)
		}
	}
	if len(p.ids) != size || len(people) != size || len(texts) != size {
		t.Errorf("%d tickets, %d people, %d texts, want %d of each", len(p.ids), len(people), len(texts), size)
	}
}

// TestMakeExportShares holds the shares against what the generator promises,
// within five standard deviations.
func TestMakeExportShares(t *testing.T) {
	o := plantOptions{seed: 7, weeks: 20, perWeek: 1000, surge: 2}
	tickets := makeExport(testTexts(900), nil, o).tickets
	harmonic := 0.0
	for k := range plantDepartments {
		harmonic += 1 / float64(k+1)
	}
	// The last fortnight has 12 of the 140 days' weight twice; growth adds a tenth.
	growth := func(from, to int) (sum float64) {
		for i := from; i < to; i++ {
			w := math.Pow(1.01, float64(i)/7)
			if i%7 > 4 { // weeks begin on Monday, as plantEnd is a Sunday
				w *= 0.2
			}
			sum += w
		}
		return sum
	}
	late := 2 * growth(126, 140) / (growth(0, 126) + 2*growth(126, 140))
	for _, c := range []struct {
		name string
		is   func(ticket.Ticket) bool
		want float64
	}{
		{"first department", func(k ticket.Ticket) bool { return k.Department == "Sales" }, 1 / harmonic},
		{"fourth department", func(k ticket.Ticket) bool { return k.Department == "Customer Service" }, 0.25 / harmonic},
		{"weekend", func(k ticket.Ticket) bool { return weekend(k.Opened) }, 0.4 / 5.4},
		{"surge", func(k ticket.Ticket) bool { return !k.Opened.Before(plantEnd.AddDate(0, 0, -13)) }, late},
		{"finished", func(k ticket.Ticket) bool { return k.State == "Closed" }, resolvedShare},
		{"service desk", func(k ticket.Ticket) bool { return k.AssignmentGroup == "Service Desk" }, 0.5},
	} {
		n := 0
		for _, k := range tickets {
			if c.is(k) {
				n++
			}
		}
		got, slack := float64(n)/float64(len(tickets)), 5*math.Sqrt(c.want*(1-c.want)/float64(len(tickets)))
		if math.Abs(got-c.want) > slack {
			t.Errorf("%s: share %.3f, want %.3f within %.3f", c.name, got, c.want, slack)
		}
	}
}

func TestMakeExportIsDeterministic(t *testing.T) {
	o := plantOptions{seed: 1, weeks: 5, perWeek: 40, plants: 3, size: 8, surge: 1}
	texts, families := testTexts(60), testFamilies(5, 12)
	first := makeExport(texts, families, o)
	if diff := cmp.Diff(first.tickets, makeExport(texts, families, o).tickets); diff != "" {
		t.Error("the same seed gives another export:", diff)
	}
	o.seed = 2
	if cmp.Equal(first.tickets, makeExport(texts, families, o).tickets) {
		t.Error("another seed gives the same export")
	}
	if !cmp.Equal(texts, testTexts(60), cmp.AllowUnexported(wording{})) {
		t.Error("the texts were changed")
	}
}

// TestMadeExportReadsBack holds that what is analysed is what ingest would read
// of the same tickets in a file.
func TestMadeExportReadsBack(t *testing.T) {
	e := makeExport(testTexts(60), testFamilies(5, 12), plantOptions{seed: 1, weeks: 5, perWeek: 40, plants: 3, size: 8, surge: 1})
	var file bytes.Buffer
	if err := ingest.WriteCanonical(&file, e.tickets); err != nil {
		t.Fatal(err)
	}
	batch, err := ingest.ReadReader(&file, "made.csv", ingest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range batch.Tickets {
		batch.Tickets[i].Pos = ticket.Pos{}
	}
	if diff := cmp.Diff(e.tickets, batch.Tickets, cmp.Comparer(func(a, b time.Time) bool { return a.Equal(b) })); diff != "" {
		t.Error("read otherwise:", diff)
	}
}
