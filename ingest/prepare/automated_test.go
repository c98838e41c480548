package prepare

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

func TestPrograms(t *testing.T) {
	for name, want := range map[string]bool{
		"nagios@example.com": true, "Zabbix Server": true, "no-reply@example.com": true, "noreply": true, "DoNotReply_SAP": true,
		"MAILER-DAEMON@mail.example.com": true, "Monitoring": true, "backup-alerts@example.com": true, "Backup Exec Server": false,
		"svc_monitoring": true, "root@db01.example.com": true, "System": true, "Überwachung": true, "ne-pas-repondre@example.fr": true,
		"PRTG Network Monitor <prtg@example.com>": true, "<alerts@example.com>": true, "sap-portal-noreply@example.com": true,
		"Peter Root": false, "Jenkins, Ana": false, "ana@monitoring.example.com": false, "Ana Silva <noreply@example.com>": false,
		"Service Desk": false, "Web User": false, "IT": false, "U0033": false, "": false, "12345": false, "Maria Alarm": false, "Scott Robot": false,
		"event.planning@example.com": false, "system administrator": false, "scanner-3@example.com": true,
	} {
		if got := isProgram(name); got != want {
			t.Errorf("isProgram(%q) = %t, want %t", name, got, want)
		}
	}
}

func TestMarkAutomated(t *testing.T) {
	tickets := []ticket.Ticket{
		{Requester: "Ana"}, {Requester: "zabbix"}, {Requester: "zabbix"}, {Requester: "Ben", Channel: "Event Management"},
		{Requester: "job-7@example.com"}, {Requester: "Alert, Eva"}, {Requester: "Alerts", Channel: "Phone"}, {Requester: "Monitor", Channel: "Monitoring"},
	}
	got := markAutomated(tickets, SenderRules{Programs: []string{"JOB-*@example.com"}, People: []string{"alerts", "Mon*"}})
	want := []Sender{
		{Name: "zabbix", Why: result.SenderName, Tickets: 2},
		{Name: "Event Management", Why: result.SenderChannel, Tickets: 1},
		{Name: "job-7@example.com", Why: result.SenderConfigured, Tickets: 1},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("senders (-want +got):\n%s", diff)
	}
	for i, marked := range []bool{false, true, true, true, true, false, false, false} {
		if tickets[i].Automated != marked {
			t.Errorf("ticket %d: automated is %t, want %t", i, tickets[i].Automated, marked)
		}
	}
	if got := markAutomated([]ticket.Ticket{{Requester: "Ben", Channel: "Event"}}, SenderRules{People: []string{"event"}}); len(got) != 0 {
		t.Errorf("people write on this channel, yet it is a program's: %v", got)
	}
	if again := markAutomated(tickets, SenderRules{People: []string{"*"}}); len(again) != 0 || tickets[1].Automated {
		t.Errorf("all are people, yet programs are found: %v", again)
	}
}

func TestSenderPatterns(t *testing.T) {
	for _, c := range []struct {
		name, pattern string
		want          bool
	}{
		{"backup-1@x.com", "backup-*@x.com", true}, {"backup-1@y.com", "backup-*@x.com", false}, {"Backup", "backup", true},
		{"aXbYc", "a*b*c", true}, {"aba", "a*ab*a", false}, {"x", "*", true}, {"ab", "a*b*b", false},
	} {
		if got := matchesAny(c.name, []string{c.pattern}); got != c.want {
			t.Errorf("%q matches %q: %t, want %t", c.name, c.pattern, got, c.want)
		}
	}
	if err := (SenderRules{Programs: []string{"x", "*"}}).Validate(); err == nil || err.Error() != `[1]: is "*", want the name of a requester, such as backup-*@example.com` {
		t.Errorf("Validate: %v", err)
	}
}
