package ingest

import "testing"

// Cells as systems write them, and what people see of them.
func TestPlainCells(t *testing.T) {
	for _, c := range []struct {
		in, want string
		prose    bool
	}{
		{`{'link': 'https://example.com/x', 'value': 'aa0'}`, "aa0", false},
		{`{"display_value":"Desk 0","link":"https://example.com/x"}`, "Desk 0", true},
		{`{"id": 7, "name": "Ann \"A\" Lee", "active": true, "group": {"id": 1, "name": "Desk"}}`, `Ann "A" Lee`, false},
		{`[{"name": "Ann"}, {"name": "Bo"}]`, "Ann", false},
		{`["VPN", "Mail"]`, "VPN", false},
		{`{"value": null}`, "", false},
		{`{"error": "timeout", "code": 7}`, `{"error": "timeout", "code": 7}`, true},
		{`{"error": "timeout"`, `{"error": "timeout"`, false},
		{`[URGENT] printer`, `[URGENT] printer`, true},
		{`[EXT] Ann`, `[EXT] Ann`, false},
		{`{}`, `{}`, false},
		{"Level 1<br>Level 3", "Level 1", false},
		{"<BR/>Bo <br />Al", "Bo", false},
		{"first<br>second", "first<br>second", true},
		{"Ann Lee;#12;#Bo Ek;#13", "Ann Lee", false},
		{"a &#62; b &amp; c&nbsp;", "a > b & c", true},
		{"R&D; AT&T &copy", "R&D; AT&T &copy", true},
		{"&lt;p&gt;One&lt;/p&gt;&lt;p class=x&gt;Two &lt;tab&gt;&lt;/p&gt;", "One\nTwo <tab>", true},
		{"<p>One</p>", "<p>One</p>", true},
		{"&lt;none&gt;", "<none>", false},
	} {
		if got := (cleaner{foreign: true, prose: c.prose}).clean(c.in); got != c.want {
			t.Errorf("%q is %q, want %q", c.in, got, c.want)
		}
		if got := (cleaner{prose: c.prose}).clean(c.in); got != c.in {
			t.Errorf("%q of this program is %q", c.in, got)
		}
	}
}
