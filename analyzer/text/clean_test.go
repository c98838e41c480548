package text

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestClean(t *testing.T) {
	var descriptions []string
	for i := range 20 {
		descriptions = append(descriptions, fmt.Sprintf("Please fill in:\nCost centre: %d\nName: person %c\nWhat is wrong? thing %c\nit broke in way number %c", i, 'a'+i, 'a'+i, 'a'+i))
	}
	learned := learnBoilerplate(descriptions)
	for _, c := range []struct{ name, subject, description, want string }{
		{"reply marks", "RE: FW: AW: printer", "", "printer"},
		{"a drive letter is no reply mark", "R: drive missing", "", "R: drive missing"},
		{"description equal to subject counts once", "Printer broken", "printer broken!", "Printer broken"},
		{"signature ends the text", "vpn", "no connection\nBest regards\nAna\nPhone 123", "vpn\nno connection"},
		{"a regard inside a sentence does not", "vpn", "regards the vpn on all the floors of this whole building since monday", "vpn\nregards the vpn on all the floors of this whole building since monday"},
		{"quoted mail ends the text", "RE: vpn", "still down\n-----Original Message-----\nold story", "vpn\nstill down"},
		{"mail headers go", "vpn", "From: a@example.org\nTo: desk\nno connection", "vpn\nno connection"},
		{"template lines go", "vpn", "Please fill in:\nCost centre: 99\nno connection", "vpn\nno connection"},
		{"of a form only the answers stay", "help", "Name: Ana Silva\nWhat is wrong? printer jams\nPlease fill in:", "help\nprinter jams"},
		{"what only one ticket labels stays whole", "help", "Error code: 0x80", "help\nError code: 0x80"},
		{"a forwarded mail is what the ticket says", "FW: vpn", "-----Original Message-----\nFrom: Ana\nSent: Monday\nTo: desk\nSubject: vpn\nno connection since noon", "vpn\nno connection since noon"},
		{"a mail forwarded with a word", "vpn", "Can you help her?\n\nFrom: Ana\nTo: Ben\nSubject: vpn\n\nno connection since noon", "vpn\nCan you help her?\nno connection since noon"},
		{"a mail forwarded below a line", "WG: vpn", "bitte um Hilfe\n-----Ursprüngliche Nachricht-----\nVon: Ana\nkein Netz", "vpn\nbitte um Hilfe\nkein Netz"},
		{"the first mail of a thread", "RE: vpn", "see below\n\nFrom: Ana\nTo: Ben\nSubject: vpn\n\nno connection since noon", "vpn\nsee below\nno connection since noon"},
		{"headers without a line above", "vpn", "still down\n\nVon: Ben\nGesendet: Montag\nAn: Ana\nBetreff: AW: vpn\nbitte neu starten", "vpn\nstill down"},
		{"English", "vpn", "still down\nOn Mon, Mar 5, 2026 at 10:15 AM Ben <b@example.org> wrote:\n> restart it", "vpn\nstill down"},
		{"broken in two lines", "vpn", "still down\nOn Mon, Mar 5, 2026 at 10:15 AM Ben Miller\n<b@example.org> wrote:\nrestart it", "vpn\nstill down"},
		{"German", "vpn", "geht nicht\nAm 05.03.2026 um 10:15 schrieb Ben:\n> neu starten", "vpn\ngeht nicht"},
		{"French", "vpn", "en panne\nLe jeu. 5 mars 2026 à 10:15, Ben <b@example.org> a écrit :\nredémarrez", "vpn\nen panne"},
		{"Spanish", "vpn", "no va\nEl jue, 5 mar 2026 a las 10:15, Ben (<b@example.org>) escribió:\nreinicie", "vpn\nno va"},
		{"Portuguese", "vpn", "não funciona\nEm qui., 5 de mar. de 2026 às 10:15, Ben <b@example.org> escreveu:\nreinicie", "vpn\nnão funciona"},
		{"Polish", "vpn", "nie działa\nW dniu 05.03.2026 o 10:15, Ben pisze:\nrestart", "vpn\nnie działa"},
		{"Italian", "vpn", "non va\nIl giorno gio 5 mar 2026 alle ore 10:15 Ben ha scritto:\nriavviare", "vpn\nnon va"},
		{"Dutch", "vpn", "werkt niet\nOp do 5 mrt 2026 om 10:15 schreef Ben <b@example.org>:\nherstarten", "vpn\nwerkt niet"},
		{"a person who wrote", "mail", "Ben wrote: the mail server says no", "mail\nBen wrote: the mail server says no"},
		{"LG makes screens", "screen", "LG monitor flickers\nsince today", "screen\nLG monitor flickers\nsince today"},
		{"thanks in front", "screen", "Thanks\nbut it still flickers", "screen\nbut it still flickers"},
		{"a short signature", "screen", "flickers\nLG\nAna", "screen\nflickers"},
		{"signatures in other languages", "screen", "flackert\nSchöne Grüße aus Bern\nAna", "screen\nflackert"},
		{"Polish signature", "ekran", "miga\nZ poważaniem\nAna", "ekran\nmiga"},
		{"Java trace", "app", "it stops\njava.lang.NullPointerException: name is null\n\tat com.example.Login.check(Login.java:42)\n\tat com.example.Main.main(Main.java:7)\n\t... 23 more", "app\nit stops\njava.lang.NullPointerException: name is null"},
		{"Python trace", "app", "Traceback (most recent call last):\n  File \"/srv/app.py\", line 3, in run\nValueError: bad date", "app\nValueError: bad date"},
		{"C# trace", "app", "System.Exception: no licence\n   at Desk.Check.Run(String a) in C:\\src\\Check.cs:line 12", "app\nSystem.Exception: no licence"},
		{"a log", "job", "see below\n2026-03-05 10:15:01,120 INFO [main] starting\n2026-03-05 10:15:02,331 ERROR [main] connection refused by db01\n2026-03-05 10:15:03,100 INFO [main] stopping", "job\nsee below\nconnection refused by db01"},
		{"two dated lines are no log", "job", "2026-03-05 10:15 it stopped\n2026-03-06 09:00 it stopped again", "job\n2026-03-05 10:15 it stopped\n2026-03-06 09:00 it stopped again"},
		{"at a place", "door", "at the reception (ground floor)", "door\nat the reception (ground floor)"},
		{"nothing", "", "", ""},
	} {
		if got := learned.Clean(c.subject, c.description); got != c.want {
			t.Errorf("%s: Clean(%q, %q) = %q, want %q", c.name, c.subject, c.description, got, c.want)
		}
	}
}

// A line that a few people wrote in the same words is no template.
func TestTenEqualLinesAreNoTemplate(t *testing.T) {
	var descriptions []string
	for range 10 {
		descriptions = append(descriptions, "outlook crashed")
	}
	if got := learnBoilerplate(descriptions).Clean("mail", "outlook crashed"); got != "mail\noutlook crashed" {
		t.Errorf("Clean = %q, want the line kept", got)
	}
}

// As for markup: a quadratic walk over the lines would run into the time limit.
func TestCleanOfHostileTexts(t *testing.T) {
	learned := learnBoilerplate([]string(nil))
	for _, piece := range []string{
		"On 1 a\n", "On 1 a b wrote\n", "-----Original Message-----\n\n", "From: a\n", "From: a\nx\n", "a: b\n", "at a.b(c)\n", "2026-01-01 10:00 x\n", "[", ">\n", "> a\n", "--\n", "LG\n", "\n", "0123 ", "at ",
	} {
		in := "said\n" + strings.Repeat(piece, 1<<16)
		if got := learned.Clean("subject", in); len(got) > 2*len(in) {
			t.Errorf("%q repeated: %d bytes of %d", piece, len(got), len(in))
		}
	}
}

// FuzzClean: whatever is cleaned is no longer than what was written, and what was
// learned from a text does not make it say more.
func FuzzClean(f *testing.F) {
	for _, s := range []string{
		"still down\nOn Mon, Mar 5, 2026 Ben wrote:\n> x", "From: a\nTo: b\nSubject: RE: c\nd", "at a.b(c)\n2026-01-01 10:00 ERROR x\n10:00:00 y\n[INFO] z",
		"Name: Ana\nWhat? x\nLG\nAna", "-----Original Message-----\n\n--\n____________", "> a\n>b",
	} {
		f.Add("RE: vpn", s)
	}
	f.Fuzz(func(t *testing.T, subject, description string) {
		for _, learned := range []Boilerplate{learnBoilerplate([]string(nil)), learnBoilerplate(slices.Repeat([]string{description}, 11))} {
			if got := learned.Clean(subject, description); len(got) > 2*(len(subject)+len(description))+1 {
				t.Errorf("Clean(%q, %q) = %q, longer than twice", subject, description, got)
			}
		}
	})
}

func BenchmarkClean(b *testing.B) {
	description := "Hello,\nsince Monday I cannot open the monthly list, see below.\nName: Ana\nDevice: NB-17\n\nMany thanks\nAna\nFrom: Ben\nSent: Monday\nTo: Ana\nSubject: RE: list\nrestart it"
	learned := learnBoilerplate([]string{description})
	for b.Loop() {
		learned.Clean("RE: list", description)
	}
}

func learnBoilerplate(descriptions []string) Boilerplate {
	return LearnBoilerplate(len(descriptions), func(i int) string { return descriptions[i] })
}
