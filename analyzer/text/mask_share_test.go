package text

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// maskedAtLeast is the share of the invented strings whose secret must be hidden.
const maskedAtLeast = 0.97

// Each line of masked.tsv is language, kind, the people of the export, those of the
// ticket, a text (⏎ breaks its lines), and what must not remain of it.
func TestShareMasked(t *testing.T) {
	data, err := os.ReadFile("testdata/masked.tsv")
	if err != nil {
		t.Fatal(err)
	}
	type share struct{ masked, all int }
	byLanguage, byKind := map[string]share{}, map[string]share{}
	total := share{}
	for line := range strings.Lines(string(data)) {
		cell := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(cell) != 6 {
			t.Fatalf("%q has %d cells, want 6", line, len(cell))
		}
		got := Mask(strings.ReplaceAll(cell[4], " ⏎ ", "\n"), LearnNames(strings.Split(cell[2], ";")), strings.FieldsFunc(cell[3], func(r rune) bool { return r == ';' })...)
		masked := 1
		for part := range strings.SplitSeq(cell[5], "|") {
			if strings.Contains(got, part) {
				masked = 0
			}
		}
		if masked == 0 {
			t.Logf("%s, %s: %q is %q", cell[0], cell[1], cell[4], got)
		}
		add := func(s share) share { return share{s.masked + masked, s.all + 1} }
		byLanguage[cell[0]], byKind[cell[1]], total = add(byLanguage[cell[0]]), add(byKind[cell[1]]), add(total)
	}
	for _, of := range []map[string]share{byLanguage, byKind} {
		for _, name := range slices.Sorted(maps.Keys(of)) {
			t.Logf("%-14s %d of %d", name, of[name].masked, of[name].all)
		}
	}
	t.Logf("%d of %d strings masked", total.masked, total.all)
	if total.all < 300 || float64(total.masked) < maskedAtLeast*float64(total.all) {
		t.Errorf("%d of %d strings are masked, want %.0f %% of 300 or more", total.masked, total.all, 100*maskedAtLeast)
	}
}

// What looks like a secret and is none stays.
func TestMaskSpares(t *testing.T) {
	names := LearnNames([]string{"Mark Young", "Silva, Ana", "Will Page", "helpdesk", "Monitoring System"})
	for _, s := range []string{
		"password is expired since Monday", "Password reset for SAP", "forgot my password again", "password: reset please", "Passwort ist abgelaufen", "Passwort vergessen", "mot de passe oublié", "the token is invalid",
		"PIN pad is broken", "pass the report to the next team", "error 0x80070005 and KB5021233", "version 10.0.19045.3324 of Windows", "room 302 on 2026-03-05 at 10:15", "from 05.03.2026 08:00 to 17:30", "invoice 4711 of 12.03.2026",
		"it takes 30-40 minutes", "1.234.567,89 EUR", "std::vector", "at 10:15:30 it froze", "INC0012345 and RITM0098765", "floor 3 - room 12", "the helpdesk said so", "monitoring is down", "will it work on this page", "HKLM\\Software\\Policies",
		"TCP/IP stack", "and/or", "client 400-499", "S/4HANA 2023-10", "ticket CHG-2024-001", "Öffnungszeiten 9-17",
		"solr-core-8.4.1.7.2.9.0.jar", "hadoop 3.1.1.7.1.7", "password reset for PC0123", "invalid credentials to S3A", "the passport office is open", "hard labour. 12.03.2026", "is born dead", "password policy changed on 12.03.2026", "licence number of the printer",
		"nie 12345 razy", "id card reader 4", "Passwort für SAP P01 vergessen", "he cannot log in, password or VPN2 is wrong", "intern wird getestet", "Dr. Watson crashed", "Mr. Wizard", "mac mini 2024",
	} {
		if got := Mask(s, names); got != s {
			t.Errorf("Mask(%q) = %q, want no mask", s, got)
		}
	}
}

// A word that the export writes small is no name where it stands alone, unless
// all of the text is written so.
func TestSpare(t *testing.T) {
	names := LearnNames([]string{"Luc Link", "Ada Extern", "Ines Page", "Edda Ferrante", "Sky Links"})
	texts := []string{"The page is blank", "A page and its links", "Which page is it, and links", "No links on it", "larger mailbox for edda ferrante", "rights like ferrante", "like ferrante please"}
	names.Spare(len(texts), func(i int) string { return texts[i] })
	for in, want := range map[string]string{
		"Page not found": "Page not found", "please click links": "please click links", "ask Ines Page": "ask [name]", "ask ines page": "ask [name]",
		"larger mailbox for edda ferrante": "larger mailbox for [name]", "Ferrante called": "[name] called",
	} {
		if got := Mask(in, names); got != want {
			t.Errorf("Mask(%q) = %q, want %q", in, got, want)
		}
	}
}

// What is written small all at once is somebody, not a word of the language.
func TestSpareKeepsBursts(t *testing.T) {
	names := LearnNames([]string{"Gwendolyn Ashcombe", "Will Page"})
	texts := make([]string, 100)
	for i := range texts {
		texts[i] = "Which page is it"
	}
	for i := 90; i < 100; i++ {
		texts[i] = "Share of ashcombe, user gashcombe"
	}
	names.Spare(len(texts), func(i int) string { return texts[i] })
	for in, want := range map[string]string{
		"ashcombe share": "[name] share", "gashcombe share": "[name] share", "Ashcombes share": "[name] share", "the page": "the page",
	} {
		if got := Mask(in, names); got != want {
			t.Errorf("Mask(%q) = %q, want %q", in, got, want)
		}
	}
}

// What is looked for first, for speed, stands in whatever the expressions find.
func TestRootsAreHeld(t *testing.T) {
	data, err := os.ReadFile("testdata/masked.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		small := strings.ToLower(line)
		for _, p := range personal {
			if found := p.find.FindString(line); found != "" && p.roots != nil && !holdsRoot(small, p.roots) {
				t.Errorf("%q is found, but %q holds no root", found, line)
			}
		}
		if (secret.MatchString(line) || secretLater.MatchString(line)) && !holdsRoot(small, secretRoots) {
			t.Errorf("a word for a secret is found, but %q holds no root", line)
		}
	}
}
