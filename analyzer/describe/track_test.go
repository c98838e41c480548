package describe

import (
	"fmt"
	"testing"
	"time"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/ticket"
)

// Clearer answers are right at least as often, and no trial is lost or counted twice.
func TestTrackJoinsWhatContradictsIt(t *testing.T) {
	var trials []trial
	add := func(clear float64, right, wrong int) {
		for range right {
			trials = append(trials, trial{clear, true})
		}
		for range wrong {
			trials = append(trials, trial{clear, false})
		}
	}
	add(0.2, 10, 30)
	add(0.5, 30, 10)
	add(0.6, 20, 20) // worse than the less clear ones
	add(0.9, 39, 1)
	got := newTrack(trials)
	want := track{{0.2, 40, 10}, {0.5, 80, 50}, {0.9, 40, 39}}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Fatalf("%v, want %v", got, want)
	}
	for clear, want := range map[float64]int{0.1: 10, 0.3: 10, 0.5: 50, 0.7: 50, 0.9: 39, 1: 39} {
		if _, right := got.of(clear); right != want {
			t.Errorf("at %v: %d right, want %d", clear, right, want)
		}
	}
	if few := newTrack(trials[:leastTried-1]); few != nil {
		t.Errorf("%d trials make a track: %v", leastTried-1, few)
	}
}

// What earlier tickets say is only as sure as it was in the export itself: the same
// clear neighbours of the last ticket are believed where such neighbours told who
// resolved the tickets before, and not where it was anybody.
func TestHistoryIsTriedOnItself(t *testing.T) {
	things := []string{"scanner", "projector", "payroll", "badge", "modem"}
	at := time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)
	tryWith := func(group func(i, thing int) string) (tried, right int) {
		var tickets []ticket.Ticket
		for i := range 300 {
			thing := (i * 7 / 3) % len(things)
			opened := at.Add(time.Duration(i) * time.Hour)
			tickets = append(tickets, ticket.Ticket{
				ID: fmt.Sprint(i), Opened: opened, Resolved: opened.Add(time.Hour),
				Subject: fmt.Sprintf("%s broken in room %d", things[thing], i), AssignmentGroup: group(i, thing),
			})
		}
		e := &earlier{data: dataset.New(tickets, at.AddDate(0, 0, 14))}
		found := e.of([]int32{299}, nil)
		if found == nil {
			t.Fatal("no earlier tickets")
		}
		return found.Tried, found.Right
	}
	tried, right := tryWith(func(_, thing int) string { return fmt.Sprintf("Group %d", thing) })
	if tried < leastTried || right != tried {
		t.Errorf("one group each: %d of %d right, want all", right, tried)
	}
	tried, right = tryWith(func(i, _ int) string { return fmt.Sprintf("Group %d", i*i%11) })
	if tried < leastTried || 2*right > tried {
		t.Errorf("anybody: %d of %d right, want few", right, tried)
	}
}
