package ingest

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// brief shows a ticket in one line.
func brief(t ticket.Ticket) string {
	return fmt.Sprintf("%s %s %s", t.ID, t.Opened.Format("2006-01-02 15:04"), t.Subject)
}

func briefs(b *Batch) []string {
	var out []string
	for _, t := range b.Tickets {
		out = append(out, brief(t))
	}
	return out
}

// balanced checks that no row is lost.
func balanced(t testing.TB, files []File) {
	t.Helper()
	for _, f := range files {
		if f.Rows != f.Kept+f.Merged+f.Rejected {
			t.Errorf("%s: %d rows, want %d kept + %d merged + %d rejected", f.Name, f.Rows, f.Kept, f.Merged, f.Rejected)
		}
	}
}

const head = "id,opened,subject\n"

// Each input has broken an import somewhere, or breaks encoding/csv.
func TestReadAwkwardFiles(t *testing.T) {
	two := []string{"1 2026-03-05 10:15 Printer jams", "2 2026-03-06 09:00 VPN drops"}
	tests := []struct {
		name, in string
		want     []string
		rejects  []string // parts of the rejects' texts, in order
		warn     string   // part of one warning
	}{
		{name: "plain", in: head + "1,2026-03-05 10:15,Printer jams\n2,2026-03-06 09:00,VPN drops\n", want: two},
		{name: "no final line end", in: head + "1,2026-03-05 10:15,Printer jams\n2,2026-03-06 09:00,VPN drops", want: two},
		{name: "carriage return and line feed", in: "id,opened,subject\r\n1,2026-03-05 10:15,Printer jams\r\n2,2026-03-06 09:00,VPN drops\r\n", want: two},
		{name: "carriage returns only", in: "id,opened,subject\r1,2026-03-05 10:15,Printer jams\r2,2026-03-06 09:00,VPN drops\r", want: two},
		{name: "mixed line ends", in: "id,opened,subject\r\n1,2026-03-05 10:15,Printer jams\r2,2026-03-06 09:00,VPN drops\n", want: two},
		{name: "mark and quoted header", in: "\ufeff\"id\";\"opened\";\"subject\"\n\"1\";\"2026-03-05 10:15\";\"Printer jams\"\n\"2\";\"2026-03-06 09:00\";\"VPN drops\"\n", want: two},
		{name: "two marks", in: "\ufeff\ufeffid,opened,subject\n1,2026-03-05 10:15,Printer jams\n2,2026-03-06 09:00,VPN drops\n", want: two},
		{name: "mark inside the quotes", in: "\"\ufeffid\",\"opened\",\"subject\"\n1,2026-03-05 10:15,Printer jams\n2,2026-03-06 09:00,VPN drops\n", want: two},
		{name: "empty last column", in: "id;opened;subject;\n1;2026-03-05 10:15;Printer jams;\n2;2026-03-06 09:00;VPN drops;\n", want: two},
		{name: "tab", in: "id\topened\tsubject\n1\t2026-03-05 10:15\tPrinter jams\n2\t2026-03-06 09:00\tVPN drops\n", want: two},
		{name: "vertical bar", in: "id|opened|subject\n1|2026-03-05 10:15|Printer jams\n2|2026-03-06 09:00|VPN drops\n", want: two},
		{name: "currency sign", in: "id¤opened¤subject\n1¤2026-03-05 10:15¤Printer jams\n2¤2026-03-06 09:00¤VPN drops\n", want: two},
		{name: "sep line", in: "sep=;\nid;opened;subject\n1;2026-03-05 10:15;Printer jams\n2;2026-03-06 09:00;VPN drops\n", want: two},
		{name: "type line", in: "#TYPE System.Management.Automation.PSCustomObject\n" + head + "1,2026-03-05 10:15,Printer jams\n2,2026-03-06 09:00,VPN drops\n", want: two},
		{name: "preamble and footer", in: "Weekly report\nGenerated on,2026-03-07\n\nid,opened,subject,state\n1,2026-03-05 10:15,Printer jams,New\n2,2026-03-06 09:00,VPN drops,New\nTotal,2\n", want: two},
		{name: "header in another case with marks", in: "Incident ID*+,Reported Date+,Summary*\n1,2026-03-05 10:15,Printer jams\n2,2026-03-06 09:00,VPN drops\n", want: two},
		{name: "repeated column, last empty", in: "id,opened,subject,subject\n1,2026-03-05 10:15,Printer jams,\n2,2026-03-06 09:00,,VPN drops\n", want: two},
		{name: "blank lines and empty rows", in: head + "\n1,2026-03-05 10:15,Printer jams\n  \n,,\n2,2026-03-06 09:00,VPN drops\n\n", want: two},
		{name: "Windows-1252", in: head + "1,2026-03-05 10:15,M\xfcller can\x92t print\n", want: []string{"1 2026-03-05 10:15 Müller can’t print"}, warn: "not UTF-8"},
		{name: "one wrong line in UTF-8", in: head + "1,2026-03-05 10:15,Müller\n2,2026-03-06 09:00,M\xfcller\n", want: []string{"1 2026-03-05 10:15 Müller", "2 2026-03-06 09:00 Müller"}, warn: "1 byte is not UTF-8"},
		{name: "line end inside a cell", in: head + "1,2026-03-05 10:15,\"Printer\r\njams\"\n2,2026-03-06 09:00,VPN drops\n", want: []string{"1 2026-03-05 10:15 Printer\njams", two[1]}},
		{name: "bare quote inside a cell", in: head + "1,2026-03-05 10:15,19\" screen flickers\n2,2026-03-06 09:00,VPN drops\n", want: []string{"1 2026-03-05 10:15 19\" screen flickers", two[1]}},
		{name: "cell that begins with a quote", in: head + "1,2026-03-05 10:15,\"Reset\" does nothing\n2,2026-03-06 09:00,VPN drops\n", want: []string{"1 2026-03-05 10:15 \"Reset\" does nothing", two[1]}},
		{name: "quotes not doubled", in: head + "1,2026-03-05 10:15,\"it says \"no, never\" and stops\"\n2,2026-03-06 09:00,VPN drops\n", want: []string{"1 2026-03-05 10:15 it says \"no, never\" and stops", two[1]}},
		{name: "unclosed quote, no other quotes", in: head + "1,2026-03-05 10:15,\"Printer jams\n2,2026-03-06 09:00,VPN drops\n", want: []string{"1 2026-03-05 10:15 \"Printer jams", two[1]}},
		{name: "unclosed quote among quoted cells", in: "\"id\",\"opened\",\"subject\"\n\"1\",\"2026-03-05 10:15\",\"Printer jams\n\"2\",\"2026-03-06 09:00\",\"VPN drops\"\n", want: []string{"1 2026-03-05 10:15 \"Printer jams", two[1]}},
		{name: "unclosed quote in the middle costs its row", in: head + "1,\"2026-03-05 10:15,Printer, jams\n2,2026-03-06 09:00,VPN drops\n3,2026-03-07 09:00,\"ok\"\n", want: []string{two[1], "3 2026-03-07 09:00 ok"}, rejects: []string{"quote is opened"}},
		{name: "long row", in: head + "1,2026-03-05 10:15,Printer jams, badly\n2,2026-03-06 09:00,VPN drops\n", want: two[1:], rejects: []string{"4 cells where the header has 3"}},
		{name: "long row of empty cells", in: head + "1,2026-03-05 10:15,Printer jams,,\n2,2026-03-06 09:00,VPN drops\n", want: two},
		{name: "short row", in: "id,opened,subject,state\n1,2026-03-05 10:15,Printer jams\n2,2026-03-06 09:00,VPN drops,New\n", want: two, warn: "1 row is shorter than the header (first at line 2)"},
		{name: "header once more", in: head + "1,2026-03-05 10:15,Printer jams\n" + head + "2,2026-03-06 09:00,VPN drops\n", want: two, rejects: []string{"header line once more"}},
		{name: "bad time costs its row", in: head + "1,soon,Printer jams\n2,2026-03-06 09:00,VPN drops\n", want: two[1:], rejects: []string{"opened is not a time"}},
		{name: "empty time costs its row", in: head + "1,,Printer jams\n2,2026-03-06 09:00,VPN drops\n", want: two[1:], rejects: []string{"opened is empty"}},
		{name: "formula guards", in: head + "1,2026-03-05 10:15,'=1+1\n2,2026-03-06 09:00,'quoted'\n", want: []string{"1 2026-03-05 10:15 =1+1", "2 2026-03-06 09:00 'quoted'"}},
		{name: "missing values", in: head + "1,2026-03-05 10:15,null\n2,2026-03-06 09:00,##No Data##\n", want: []string{"1 2026-03-05 10:15 ", "2 2026-03-06 09:00 "}},
		{name: "same row twice", in: head + "1,2026-03-05 10:15,Printer jams\n1,2026-03-05 10:15,Printer jams\n2,2026-03-06 09:00,VPN drops\n", want: two},
		{name: "thousands separator in ids", in: head + "28 316,2026-03-05 10:15,Printer jams\n", want: []string{"28316 2026-03-05 10:15 Printer jams"}},
		{name: "ids marked as text", in: head + "=\"007\",2026-03-05 10:15,Printer jams\n", want: []string{"007 2026-03-05 10:15 Printer jams"}},
		{name: "leading zeros", in: head + "007,2026-03-05 10:15,Printer jams\n", want: []string{"007 2026-03-05 10:15 Printer jams"}},
		{name: "header only", in: head},
		{name: "swapped columns", in: "id,created_at,date,subject\n1,hardware,2026-03-05 10:15,Printer jams\n2,network,2026-03-06 09:00,VPN drops\n", want: two},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b, err := ReadReader(strings.NewReader(tt.in), "export.csv", Options{})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, briefs(b)); diff != "" {
				t.Errorf("tickets (-want +got):\n%s\nrejects: %v", diff, b.Rejects)
			}
			if len(b.Rejects) != len(tt.rejects) {
				t.Fatalf("rejects %v, want %d", b.Rejects, len(tt.rejects))
			}
			for i, r := range b.Rejects {
				if !strings.Contains(r.Error(), tt.rejects[i]) {
					t.Errorf("reject %q, want %q in it", r.Error(), tt.rejects[i])
				}
				if !strings.Contains(tt.in, r.Record) || r.Record == "" {
					t.Errorf("reject holds record %q, want the row as it stands in the file", r.Record)
				}
			}
			if all := strings.Join(inEnglish.Warnings(b.Warnings), "\n"); !strings.Contains(all, tt.warn) {
				t.Errorf("warnings %q, want %q among them", all, tt.warn)
			}
			balanced(t, b.Files)
		})
	}
}

func TestReadRefuses(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"empty file", "", "export.csv: the file is empty"},
		{"blank file", "\n \r\n", "export.csv: the file is empty"},
		{"no header", "1,2026-03-05,x\n2,2026-03-06,y\n", "export.csv:1: no header found"},
		{"no opened column", "Document,Topic_group\nprinter broken,Hardware\n", "export.csv:1: no column says when a ticket was opened (there is no id either)"},
		{"order of dates", head + "1,03/04/2026 10:00,x\n2,05/04/2026 10:00,y\n", `export.csv:2: column "opened": nothing in the file proves the order of day and month: "03/04/2026 10:00" is 3 April 2026 if day first and 4 March 2026 if month first; say which with --date-order dmy or --date-order mdy`},
		{"mixed orders", head + "1,13/04/2026,x\n2,04/13/2026,y\n", `mixes orders of day and month: day first in 1 cells such as "13/04/2026" at line 2; month first in 1 cells such as "04/13/2026" at line 3`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b, err := ReadReader(strings.NewReader(tt.in), "export.csv", Options{})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Fatalf("error %v, want %q in it", err, tt.want)
			}
			if b == nil || len(b.Files) != 1 || b.Files[0].Problem != err.Error() {
				t.Errorf("the file does not hold its problem: %+v", b)
			}
		})
	}
}

func TestReadEncodings(t *testing.T) {
	text := head + "1,2026-03-05 10:15,Zażółć gęślą jaźń\n"
	wide := func(little bool, mark bool) string {
		var b bytes.Buffer
		units := utf16.Encode([]rune(text))
		if mark {
			units = append([]uint16{0xfeff}, units...)
		}
		for _, u := range units {
			if little {
				b.Write([]byte{byte(u), byte(u >> 8)})
			} else {
				b.Write([]byte{byte(u >> 8), byte(u)})
			}
		}
		return b.String()
	}
	var utf32 strings.Builder
	for _, r := range "\ufeff" + text {
		utf32.Write([]byte{byte(r), byte(r >> 8), byte(r >> 16), 0})
	}
	var zipped, squeezed bytes.Buffer
	z := gzip.NewWriter(&zipped)
	z.Write([]byte(text))
	z.Close()
	s, err := zstd.NewWriter(&squeezed)
	if err != nil {
		t.Fatal(err)
	}
	s.Write([]byte(text))
	s.Close()
	tests := []struct{ name, in, encoding, compression string }{
		{"plain", text, "UTF-8", ""},
		{"mark", "\ufeff" + text, "UTF-8 with byte order mark", ""},
		{"UTF-16LE", wide(true, true), "UTF-16", ""},
		{"UTF-16BE", wide(false, true), "UTF-16", ""},
		{"UTF-16LE without mark", wide(true, false), "UTF-16 little endian, without byte order mark", ""},
		{"UTF-16BE without mark", wide(false, false), "UTF-16 big endian, without byte order mark", ""},
		{"UTF-32LE", utf32.String(), "UTF-32", ""},
		{"gzip", zipped.String(), "UTF-8", "gzip"},
		{"zstd", squeezed.String(), "UTF-8", "zstd"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b, err := ReadReader(strings.NewReader(tt.in), "export", Options{})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff([]string{"1 2026-03-05 10:15 Zażółć gęślą jaźń"}, briefs(b)); diff != "" {
				t.Error(diff)
			}
			f := b.Files[0]
			if inEnglish.Encoding(f.Encoding) != tt.encoding || f.Compression != tt.compression || f.Bytes != int64(len(tt.in)) {
				t.Errorf("encoding %q, compression %q, %d bytes, want %q, %q, %d", inEnglish.Encoding(f.Encoding), f.Compression, f.Bytes, tt.encoding, tt.compression, len(tt.in))
			}
		})
	}
	b, err := ReadReader(strings.NewReader(head+"1,2026-03-05 10:15,Za\xbf\xf3\xb3\xe6\n"), "export", Options{Encoding: "windows-1250"})
	if err != nil || b.Tickets[0].Subject != "Zażółć" {
		t.Errorf("windows-1250: %v %v", err, briefs(b))
	}
}

// An unclosed quote in a long file without quotes must not swallow the rows
// behind it, nor make reading slow.
func TestReadUnclosedQuotesInLongFile(t *testing.T) {
	var in strings.Builder
	in.WriteString("id,opened,subject,state\n")
	const rows, every = 60_000, 500
	for i := range rows {
		quote := ""
		if i%every == 7 {
			quote = "\""
		}
		fmt.Fprintf(&in, "%d,2026-03-05 10:15,%sprinter jams with a long enough text to fill the blocks that are read at once,New\n", i, quote)
	}
	b, err := ReadReader(strings.NewReader(in.String()), "export.csv", Options{})
	if err != nil {
		t.Fatal(err)
	}
	if f := b.Files[0]; f.Kept != rows || f.Rejected != 0 {
		t.Errorf("kept %d and rejected %d of %d rows, want all kept", f.Kept, f.Rejected, rows)
	}
	balanced(t, b.Files)
}

func TestReadDates(t *testing.T) {
	tests := []struct {
		name, in string
		o        Options
		first    string // opened of ticket 1
		order    result.DateOrder
		wise     string // of the first date column, and a part of its proof
	}{
		{name: "proven by a day above 12", in: head + "1,05/04/2026,x\n2,13/04/2026,y\n", first: "2026-04-05", order: result.DayFirst, wise: `"13/04/2026" at line 3`},
		{name: "proven by a month above 12", in: head + "1,05/04/2026,x\n2,04/13/2026,y\n", first: "2026-05-04", order: result.MonthFirst, wise: `"04/13/2026" at line 3`},
		{name: "proof beats configuration", in: head + "1,05/04/2026,x\n2,13/04/2026,y\n", o: Options{DateOrder: "mdy"}, first: "2026-04-05", order: result.DayFirst, wise: "at line 3"},
		{name: "configured", in: head + "1,05/04/2026,x\n", o: Options{DateOrder: "mdy"}, first: "2026-05-04", order: result.MonthFirst, wise: "as configured"},
		{name: "configured, year first", in: head + "1,05/04/26,x\n", o: Options{DateOrder: "ymd"}, first: "2005-04-26", order: result.YearFirst, wise: "as configured"},
		{name: "same number twice", in: head + "1,05/05/2026,x\n", first: "2026-05-05", order: result.AnyOrder, wise: "same number"},
		{name: "dots", in: head + "1,05.04.2026,x\n", first: "2026-04-05", order: result.DayFirst, wise: "dots"},
		{name: "like another column", in: "id,opened,resolved,subject\n1,05/04/2026,13/04/2026,x\n2,06/04/2026,07/04/2026,y\n", first: "2026-04-05", order: result.DayFirst, wise: `like column "resolved"`},
		{name: "nothing ends before it begins", in: "id,opened,resolved,subject\n1,03/04/2026,04/04/2026,x\n2,10/04/2026,01/05/2026,y\n3,11/05/2026,02/06/2026,y\n", first: "2026-04-03", order: result.DayFirst, wise: "2 of 3 pairs of times would end before they began"},
		{name: "nothing after the last change", in: "id,opened,updated,subject\n1,03/04/2026,2026-04-04,x\n2,05/03/2026,,y\n3,06/03/2026,,y\n", first: "2026-04-03", order: result.DayFirst, wise: "2 times would lie after the last change in the file (2026-04-04); read day first, none"},
		{name: "one odd cell among many", in: head + "1,05/04/2026,x\n" + strings.Repeat("9,13/04/2026,y\n", 20) + "3,04/14/2026,z\n", first: "2026-04-05", order: result.DayFirst, wise: "at line 3"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b, err := ReadReader(strings.NewReader(tt.in), "export.csv", tt.o)
			if err != nil {
				t.Fatal(err)
			}
			d := b.Files[0].Dates[0]
			one := slices.IndexFunc(b.Tickets, func(t ticket.Ticket) bool { return t.ID == "1" })
			if got := b.Tickets[one].Opened.Format(time.DateOnly); got != tt.first || d.How.Order != tt.order || !strings.Contains(inEnglish.Dates(d.How), tt.wise) {
				t.Errorf("opened %s, order %q, proof %q, want %s, %q, %q", got, d.How.Order, inEnglish.Dates(d.How), tt.first, tt.order, tt.wise)
			}
			balanced(t, b.Files)
		})
	}
}

func TestReadRejectsDateInWrongOrder(t *testing.T) {
	in := head + "1,05/04/2026,x\n" + strings.Repeat("9,13/04/2026,y\n", 20) + "3,04/14/2026,z\n"
	b, err := ReadReader(strings.NewReader(in), "export.csv", Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []ticket.Reject{{
		Pos: ticket.Pos{File: "export.csv", Line: 23}, Column: "opened", Value: "04/14/2026",
		Reason: "opened is no date read day first, as opened is proven to be", Record: "3,04/14/2026,z",
	}}
	if diff := cmp.Diff(want, b.Rejects); diff != "" {
		t.Error(diff)
	}
}

func TestReadMerges(t *testing.T) {
	const log = "number,sys_updated_at,sys_mod_count,opened_at,short_description,caller_id,incident_state,assigned_to,resolved_at\n" +
		"INC0000001,2026-03-05 12:00:00,2,2026-03-05 10:00:00,,Ann,Active,Bob,2026-03-05 13:00:00\n" +
		"INC0000001,2026-03-05 12:00:00,3,2026-03-05 10:30:00,,Ann,Reopened,,\n" +
		"INC0000001,2026-03-05 10:00:00,0,2026-03-05 10:00:00,Mail is slow,Ann,New,,\n"
	b, err := ReadReader(strings.NewReader(log), "log.csv", Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Tickets) != 1 {
		t.Fatalf("got %v, want one ticket", briefs(b))
	}
	got := b.Tickets[0]
	if got.State != "Reopened" || got.Subject != "Mail is slow" || got.Assignee != "" || !got.Resolved.IsZero() || got.Opened.Minute() != 0 {
		t.Errorf("merged to %+v", got)
	}
	if f := b.Files[0]; f.Rows != 3 || f.Kept != 1 || f.Merged != 2 {
		t.Errorf("rows %d, kept %d, merged %d, want 3, 1, 2", f.Rows, f.Kept, f.Merged)
	}
}

// Rows of one ticket show the groups that it went through; a ticket that stayed
// with one has no way.
func TestReadKeepsTheWay(t *testing.T) {
	const log = "number,sys_updated_at,sys_mod_count,opened_at,short_description,assignment_group\n" +
		"INC0000001,2026-03-05 12:00:00,3,2026-03-05 10:00:00,Mail is slow,Network\n" +
		"INC0000001,2026-03-05 10:00:00,0,2026-03-05 10:00:00,Mail is slow,Service Desk\n" +
		"INC0000001,2026-03-05 11:00:00,1,2026-03-05 10:00:00,Mail is slow,Service Desk\n" +
		"INC0000001,2026-03-05 11:30:00,2,2026-03-05 10:00:00,Mail is slow,\n" +
		"INC0000001,2026-03-05 13:00:00,4,2026-03-05 10:00:00,Mail is slow,Service Desk\n" +
		"INC0000002,2026-03-05 10:00:00,0,2026-03-05 10:00:00,No sound,Service Desk\n" +
		"INC0000002,2026-03-05 11:00:00,1,2026-03-05 10:00:00,No sound,Service Desk\n" +
		"INC0000003,2026-03-05 11:00:00,1,2026-03-05 10:00:00,No screen,Workplace\n"
	b, err := ReadReader(strings.NewReader(log), "log.csv", Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got [][]string
	for _, k := range b.Tickets {
		got = append(got, k.Path)
	}
	if diff := cmp.Diff([][]string{{"Service Desk", "Network", "Service Desk"}, nil, nil}, got); diff != "" {
		t.Errorf("ways (-want +got):\n%s", diff)
	}
}

func TestReadManyFiles(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("a.csv", "id,opened,updated,subject,state\n1,2026-03-05 10:15,2026-03-05 11:00,Printer jams,New\n2,2026-03-06 09:00,2026-03-06 09:00,VPN drops,New\n")
	write("b.CSV", "id,opened,updated,subject,state\n1,2026-03-05 10:15,2026-03-08 11:00,Printer jams,Closed\n3,2026-03-07 09:00,2026-03-07 09:00,No sound,New\n")
	write("notes.txt", "not an export")
	b, err := Read([]string{dir, filepath.Join(dir, "a.*"), "-"}, strings.NewReader("id,opened,subject\n4,2026-03-08 09:00,From stdin\n"), Options{Source: "desk"})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"1 2026-03-05 10:15 Printer jams", "2 2026-03-06 09:00 VPN drops", "3 2026-03-07 09:00 No sound", "4 2026-03-08 09:00 From stdin"}
	if diff := cmp.Diff(want, briefs(b)); diff != "" {
		t.Error(diff)
	}
	if b.Tickets[0].State != "Closed" || b.Tickets[0].Source != "desk" {
		t.Errorf("ticket 1 is %+v, want state Closed, source desk", b.Tickets[0])
	}
	if len(b.Files) != 3 || b.Files[0].Merged != 1 || b.Files[1].Merged != 0 {
		t.Errorf("files %+v, want three, with one row of the first merged", b.Files)
	}
	balanced(t, b.Files)

	_, err = Read([]string{filepath.Join(dir, "none.csv"), filepath.Join(dir, "*.xls"), filepath.Join(dir, "notes.txt")}, nil, Options{})
	for _, part := range []string{"none.csv", "*.xls: no file matches", "notes.txt:1: no header found"} {
		if err == nil || !strings.Contains(err.Error(), part) {
			t.Errorf("error %v, want %q in it", err, part)
		}
	}
}

func TestReadGivesIDs(t *testing.T) {
	rows := []string{"2026-03-05 10:15,Printer jams", "2026-03-05 10:15,Printer jams", "2026-03-06 09:00,VPN drops"}
	read := func(rows ...string) *Batch {
		b, err := ReadReader(strings.NewReader("opened,subject\n"+strings.Join(rows, "\n")+"\n"), "list.csv", Options{})
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	a, b := read(rows...), read(rows[2], rows[0], rows[1])
	if diff := cmp.Diff(briefs(a), briefs(b)); diff != "" {
		t.Errorf("ids depend on the order of rows:\n%s", diff)
	}
	if len(a.Tickets) != 3 || !strings.Contains(strings.Join(inEnglish.Warnings(a.Warnings), "\n"), "3 rows are without an id") {
		t.Errorf("%v, %v, want three tickets and a warning", briefs(a), a.Warnings)
	}
}

func TestReadColumnsGiven(t *testing.T) {
	in := "Nr,When,What,Area,Area 2\n1,2026-03-05 10:15,Printer jams,,Sales\n"
	b, err := ReadReader(strings.NewReader(in), "list.csv", Options{Columns: []ColumnMapping{
		{"opened", "when"}, {"subject", "What"}, {"department", "Area"}, {"department", "Area 2"},
	}})
	if err != nil {
		t.Fatal(err)
	}
	if got := b.Tickets[0]; brief(got) != "1 2026-03-05 10:15 Printer jams" || got.Department != "Sales" {
		t.Errorf("got %+v", got)
	}
	_, err = ReadReader(strings.NewReader(in), "list.csv", Options{Columns: []ColumnMapping{{"opened", "Then"}, {"subject", "What"}}})
	if err == nil || !strings.Contains(err.Error(), `list.csv:1: no column "Then" for field opened, the columns are "Nr", "When"`) {
		t.Errorf("error %v", err)
	}
}

func TestReadWarnsOfRoundCount(t *testing.T) {
	var in strings.Builder
	in.WriteString(head)
	for i := range 1000 {
		fmt.Fprintf(&in, "%d,2026-03-05 10:15,Printer jams\n", i)
	}
	b, err := ReadReader(strings.NewReader(in.String()), "export.csv", Options{})
	if err != nil || !strings.Contains(strings.Join(inEnglish.Warnings(b.Warnings), "\n"), "exactly 1,000 rows") {
		t.Errorf("%v, %v, want a warning of 1000 rows", err, b.Warnings)
	}
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, errors.New("disk on fire") }

func TestReadSaysWhyReadingStopped(t *testing.T) {
	for name, r := range map[string]*strings.Reader{"start": strings.NewReader(""), "middle": strings.NewReader(head)} {
		_, err := ReadReader(joined{r, brokenReader{}}, "export.csv", Options{})
		if err == nil || !strings.Contains(err.Error(), "disk on fire") {
			t.Errorf("%s: error %v, want the reader's own", name, err)
		}
	}
}

// joined reads a, then b.
type joined struct {
	a *strings.Reader
	b brokenReader
}

func (j joined) Read(p []byte) (int, error) {
	if j.a.Len() > 0 {
		return j.a.Read(p)
	}
	return j.b.Read(p)
}

func TestValidateReportsAll(t *testing.T) {
	err := Options{DateOrder: "ydm", Encoding: "ebcdic", Columns: []ColumnMapping{{"colour", "C"}, {"id", " "}}}.Validate()
	for _, part := range []string{`unknown field "colour"`, `field "id": no column`, `date order: "ydm"`, `encoding: "ebcdic"`} {
		if err == nil || !strings.Contains(err.Error(), part) {
			t.Errorf("error %v, want %q in it", err, part)
		}
	}
	if err := (Options{}).Validate(); err != nil {
		t.Errorf("zero options: %v", err)
	}
}
