package text

import (
	"fmt"
	"testing"
)

func TestClean(t *testing.T) {
	var descriptions []string
	for i := range 20 {
		descriptions = append(descriptions, fmt.Sprintf("Please fill in:\nCost centre: %d\nit broke in way number %c", i, 'a'+i))
	}
	learned := LearnBoilerplate(descriptions)
	for _, c := range []struct{ name, subject, description, want string }{
		{"reply marks", "RE: FW: AW: printer", "", "printer"},
		{"a drive letter is no reply mark", "R: drive missing", "", "R: drive missing"},
		{"description equal to subject counts once", "Printer broken", "printer broken!", "Printer broken"},
		{"signature ends the text", "vpn", "no connection\nBest regards\nAna\nPhone 123", "vpn\nno connection"},
		{"a regard inside a sentence does not", "vpn", "regards the vpn on all the floors of this whole building since monday", "vpn\nregards the vpn on all the floors of this whole building since monday"},
		{"quoted mail ends the text", "vpn", "still down\n-----Original Message-----\nold story", "vpn\nstill down"},
		{"mail headers go", "vpn", "From: a@example.org\nTo: desk\nno connection", "vpn\nno connection"},
		{"template lines go", "vpn", "Please fill in:\nCost centre: 99\nno connection", "vpn\nno connection"},
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
	if got := LearnBoilerplate(descriptions).Clean("mail", "outlook crashed"); got != "mail\noutlook crashed" {
		t.Errorf("Clean = %q, want the line kept", got)
	}
}
