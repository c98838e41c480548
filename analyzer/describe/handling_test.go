package describe

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// What the desk did: finished and noted tickets are counted, notes that a
// workaround repeats are not told again, and linked problem records are named.
func TestHandling(t *testing.T) {
	notes := []string{"Restarted the spooler service", "Restarted the spooler service", "Replaced the toner", "", "Replaced the toner", "Still looking at the driver"}
	tickets := printers(len(notes), func(i int, k *ticket.Ticket) {
		k.Resolution, k.Priority = notes[i], []string{"2 - High", "3 - Moderate"}[min(i, 1)]
		if i < 3 {
			k.Problem = []string{"PRB1", "PRB2", "PRB2"}[i]
		}
		if i == 5 {
			k.Resolved = time.Time{}
		}
	})
	d := describer(tickets)
	got := d.handling([]int32{0, 1, 2, 3, 4, 5}, []result.Workaround{{Text: notes[0], Count: 2, Tickets: []string{"0", "1"}}})
	want := result.Tried{
		Finished: 5, Noted: 5, Notes: []result.Note{{Text: "Replaced the toner", Ticket: "4"}, {Text: "Still looking at the driver", Ticket: "5"}},
		NotesKnown: true, Problems: []result.Count{{Name: "PRB2", Count: 2}, {Name: "PRB1", Count: 1}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("handling (-want +got):\n%s", diff)
	}
	impact := d.Impact([]int32{0, 1, 2})
	if diff := cmp.Diff([]result.Count{{Name: "3 - Moderate", Count: 2}, {Name: "2 - High", Count: 1}}, impact.Priorities); diff != "" || impact.HoursAtMost != 8 {
		t.Errorf("at most %g hours a ticket; priorities (-want +got):\n%s", impact.HoursAtMost, diff)
	}
}
