package csv

import (
	"bytes"
	"fmt"
	"strings"
)

// saveAsCSV tells how a table becomes what can be read.
const saveAsCSV = `choose CSV or Excel (.xlsx) where the help desk exports, or open it with a spreadsheet and save it as .xlsx or "CSV UTF-8"`

// bookParts are names that stand near the beginning of an Excel workbook. One that
// comes here was not opened as a file: a workbook is read from its end.
var bookParts = []string{"[Content_Types].xml", "_rels/.rels", "xl/"}

// binaryFiles are what people give in the place of CSV, by their first bytes.
var binaryFiles = []struct{ magic, what, remedy string }{
	{"PK\x03\x04", "a zip archive, as OpenDocument sheets (.ods) are", "if it is a sheet, " + saveAsCSV + "; if it is an archive, unpack it"},
	{"\xd0\xcf\x11\xe0", "an old Excel workbook (.xls), or one with a password", saveAsCSV + ", without a password"},
	{"%PDF", "a PDF document", "choose CSV where the help desk exports"},
	{"SQLite format 3", "a database file", "export the table of tickets as CSV"},
	{"PAR1", "a Parquet file", "export the table of tickets as CSV"},
	{"{\\rtf", "a text document (.rtf)", "choose CSV where the help desk exports"},
	{"BZh", "packed with bzip2", "unpack it, or pack it with gzip"},
	{"\xfd7zXZ", "packed with xz", "unpack it, or pack it with gzip"},
	{"7z\xbc\xaf", "a 7-Zip archive", "unpack it"},
}

// notText reports what a file is whose first bytes are those of no text.
func notText(head []byte) error {
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		for _, part := range bookParts {
			if bytes.Contains(head, []byte(part)) {
				return fmt.Errorf("this is an Excel workbook that is not whole, packed once more, or from standard input: export it again, and name the .xlsx file itself")
			}
		}
	}
	for _, f := range binaryFiles {
		if bytes.HasPrefix(head, []byte(f.magic)) {
			return fmt.Errorf("this is %s, not CSV: %s", f.what, f.remedy)
		}
	}
	return nil
}

// notCSV reports what a text is that is written in another language.
func notCSV(sample []byte) error {
	text := bytes.TrimLeft(bytes.TrimPrefix(sample, []byte("\ufeff")), " \t\r\n")
	start := strings.ToLower(string(text[:min(len(text), 64)]))
	has := func(prefixes ...string) bool {
		for _, p := range prefixes {
			if strings.HasPrefix(start, p) {
				return true
			}
		}
		return false
	}
	switch {
	case has("<!doctype html", "<html", "<head", "<body", "<table"):
		return notPage(text)
	case has("<?xml", "<workbook", "<ss:", "<rss", "<!doctype"):
		return fmt.Errorf("this is XML, not CSV: %s", saveAsCSV)
	case has("{\"", "[{", "{ \"", "[ {", "{\n", "[\n", "{\r\n", "[\r\n", "[]", "{}"):
		return fmt.Errorf("this is JSON, not CSV, as interfaces for programs answer: choose CSV where the help desk exports")
	}
	return nil
}

// notPage says what a web page in the place of an export most likely is.
func notPage(text []byte) error {
	lower := bytes.ToLower(text)
	title := ""
	if from := bytes.Index(lower, []byte("<title>")); from >= 0 {
		if to := bytes.Index(lower[from:], []byte("</title>")); to > 0 {
			title = fmt.Sprintf(" (%q)", strings.Join(strings.Fields(strings.ToValidUTF8(string(text[from+7:from+min(to, 100)]), "?")), " "))
		}
	}
	switch {
	case bytes.Contains(lower, []byte("password")) || bytes.Contains(lower, []byte("login")) || bytes.Contains(lower, []byte("sign in")):
		return fmt.Errorf("this is a web page%s, not CSV: the download asks for a login; export again in a browser in which you are logged in", title)
	case bytes.Contains(lower, []byte("<tr")):
		return fmt.Errorf("this is a web page with a table%s, which some help desks call .xls or .csv: %s", title, saveAsCSV)
	}
	return fmt.Errorf("this is a web page%s, not CSV: export again and look at the file before it is read", title)
}
