package analyzer

import (
	"fmt"
	"testing"

	"ticketpatterns/analyzer/result"
)

// A possible major incident of a single day, in an export too short for issues to be
// new, is new since that day: it is no steady state that begins after its last ticket.
func TestMajorIncidentOfAShortExportIsNew(t *testing.T) {
	d := newDesk(7, 6, 60)
	for i, subject := range []string{
		"screen stays dark", "mail waits in the outbox", "drive is gone", "scanner sends nothing", "portal does not load", "phone has no tone", "report without figures",
		"sign in takes ages", "time clock silent", "printer offline", "calls drop", "badge refused", "catalogue empty", "meeting freezes", "macro stops", "token rejected",
	} {
		d.Open(1, "Legal", fmt.Sprintf("lawyer %d", i), "Software", subject, "")
	}
	told := 0
	for _, p := range d.analyze(t).Patterns {
		if p.Kind != result.MajorIncident {
			continue
		}
		told++
		if p.Status != result.StatusNew || p.Standing.Since != p.FirstTicket {
			t.Errorf("%s is %s since %s, want new since its first ticket on %s", p.Label, p.Status, p.Standing.Since, p.FirstTicket)
		}
	}
	if told == 0 {
		t.Error("no possible major incident, want one in Legal")
	}
}
