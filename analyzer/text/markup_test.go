package text

import (
	"strings"
	"testing"
)

func TestStripMarkup(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"prose", "printer < 3 pages & jams > twice", "printer < 3 pages & jams > twice"},
		{"a key in brackets", "press <Enter> or <b> to go on", "press <Enter> or <b> to go on"},
		{"a mail address", "Ana <ana@example.org> wrote", "Ana <ana@example.org> wrote"},
		{"a lone star", "SELECT * FROM t; *.xlsx and *.docx; 2*3*4", "SELECT * FROM t; *.xlsx and *.docx; 2*3*4"},
		{"pointers are not bold", "char *p, *q", "char *p, *q"},
		{"web address", "https://x.example/?a=1&copy=2&lt=3", "https://x.example/?a=1&copy=2&lt=3"},
		{"paragraphs", "<p>No <b>mail</b></p><p>since Monday</p>", "No mail\n\nsince Monday"},
		{"line breaks", "a<br>b<BR/>c", "a\nb\nc"},
		{"list", "<ul><li>one</li><li>two</li></ul>", "one\n\ntwo"},
		{"cells part words", "<table><tr><td>user</td><td>ana</td></tr></table>", "user  ana"},
		{"attributes", `<div class="x > y" dir=ltr>down</div>`, "down"},
		{"picture with data", `see <img src="data:image/png;base64,AAAA" alt="a"> here`, "see   here"},
		{"script and style", "<style>p{color:red}</style><p>text</p><SCRIPT>alert(1)</SCRIPT>", "text"},
		{"style cut off by the export", `<p class="a">text</p><style>p{color:re`, "text"},
		{"somebody writes of the tag", "the page has<br>a <script> that fails", "the page has\na  that fails"},
		{"comment", "a<!-- <p>hidden</p> -->b<br>c", "ab\nc"},
		{"comment without end", "a<br>b <!-- c", "a\nb <!-- c"},
		{"office", "<o:p></o:p><p class=MsoNormal>disk full</p><?xml version='1'?>", "disk full"},
		{"unknown tag stays", "<p>use <Strg>+C</p>", "use <Strg>+C"},
		{"tag without end", "a<br>b <div class=", "a\nb <div class="},
		{"quote without end", `a<br><a href="x>b</a>`, "a\nb"},
		{"entities", "it&#39;s &quot;gone&quot; &amp; slow&nbsp;now", `it's "gone" & slow now`},
		{"no entity", "AT&T; R&D &unknown; &;", "AT&T; R&D &unknown; &;"},
		{"escaped tags", "&lt;p&gt;Bonjour&lt;/p&gt;&lt;p&gt;caf&amp;eacute;&lt;/p&gt;", "Bonjour\n\ncafé"},
		{"escaped in HTML is text", "<p>write &lt;br&gt; here</p>", "write <br> here"},
		{"bold", "*urgent* the *mail server* is down", "urgent the mail server is down"},
		{"code", "{code:java|title=x}null pointer{code} and {noformat}log{noformat}", "null pointer\nand\nlog"},
		{"mention", "[~accountid:5b10:ac8d] please look, [~asilva]", "please look,"},
		{"wiki picture", "broken !image-2026.png|width=200,height=10! here !b.PNG!", "broken   here"},
		{"two exclamations", "Help! see image.png!", "Help! see image.png!"},
		{"heading", "h2. Steps\nh3. Result", "Steps\nResult"},
		{"no heading", "h2.example.org is down", "h2.example.org is down"},
		{"table", "||user||state||\n|ana|down|", "user  state\nana down"},
		{"or in code", "a || b", "a || b"},
		{"link", "see [the guide|https://x.example/a|smart-link] now", "see the guide now"},
		{"no link", "[a|b]", "[a|b]"},
		{"slanted beside other markup", "{quote}_very_ {{slow}} my_file_name{quote}", "very slow my_file_name"},
		{"slanted alone", "see _very_ in {{y}}, my_file_name and _init", "see very in {{y}}, my_file_name and _init"},
		{"Markdown title", "## Steps\n# Result\n#12 is no title", "Steps\nResult\n#12 is no title"},
		{"Markdown link", "see [the guide](https://x.example/a_b) and [local](/wiki)", "see the guide and local"},
		{"no Markdown link", "call f[x](y) or [a] (b)", "call f[x](y) or [a] (b)"},
		{"Markdown picture", "broken ![screen shot](attachments/1.png) here", "broken   here"},
		{"Markdown bold", "**urgent** and __very much so__ ~~old~~ `code` __init__", "urgent and very much so old code __init__"},
		{"fence", "before\n```json\n{\"a\": 1}\n```\nafter", "before\n{\"a\": 1}\nafter"},
		{"Markdown table", "| user | state |\n|------|:-----:|\n| ana | down |\nend", "  user   state  \n  ana   down  \nend"},
		{"check boxes", "- [x] restarted\n- [ ] called", "- restarted\n- called"},
		{"a rule is no table", "a | b\n-----\nc", "a | b\n-----\nc"},
		{"marks over lines", "*a\nb*", "*a\nb*"},
		{"nothing", "", ""},
	} {
		if got := StripMarkup(c.in); got != c.want {
			t.Errorf("%s: StripMarkup(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

// Texts made to be slow must not be: each is large enough for a quadratic walk
// to run into the time limit of the tests.
func TestStripMarkupOfHostileTexts(t *testing.T) {
	const n = 1 << 18
	for _, piece := range []string{"<a x=\"", "<p", "<!--", "<style>", "</", "&", "&#", "{code:", "[~", "!a.png|", "[a|/", "*a ", "_*a", "||", "<br>{code}*a", "**", "**a", "__a ", "~~a", "`", "``a", "![", "![a](", "[a](", "|-", "|\n|-\n", "- [x] ", "# ", "```\n"} {
		in := "<br>{code}" + strings.Repeat(piece, n)
		if got := StripMarkup(in); len(got) > 2*len(in) {
			t.Errorf("%q repeated: %d bytes of %d", piece, len(got), len(in))
		}
	}
}

// Markup says the same as the text without it, to templates as to readers.
func TestCleanStripsMarkup(t *testing.T) {
	var descriptions []string
	for i := range 20 {
		descriptions = append(descriptions, "<p>Please fill in:</p><p>fault "+string(rune('a'+i))+"</p>")
	}
	if got := learnBoilerplate(descriptions).Clean("<b>vpn</b>", "<div>Please fill in:</div><p>no *connection*</p>"); got != "vpn\nno connection" {
		t.Errorf("Clean = %q", got)
	}
}

// FuzzStripMarkup: any text becomes at most twice as long, keeps no end tag, and
// plain words stay as they are.
func FuzzStripMarkup(f *testing.F) {
	for _, s := range []string{
		"<p class=\"a\">x</p>", "<!-- a --><br>", "&lt;p&gt;a&lt;/p&gt;", "{code}x{code} *b* [~u]", "||a||\n|b|", "<style>", "<a x='", "&nGt;&#0;", "h1. x",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := StripMarkup(s)
		if len(got) > 2*len(s) {
			t.Errorf("StripMarkup(%q) = %q, longer than twice", s, got)
		}
		if !strings.ContainsAny(s, "<&{[!*|h"+markdownMarks) && got != s {
			t.Errorf("StripMarkup(%q) = %q, want it as it was", s, got)
		}
		if !strings.Contains(s, "&") && strings.Contains(got, "</p>") && !strings.ContainsAny(s, "{[!*|_") {
			t.Errorf("StripMarkup(%q) = %q, which keeps a tag", s, got)
		}
	})
}
