package analyzer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ticketpatterns/analyzer/ticket"
)

// longestRun is how many bytes without a space, or a mark that stands for one in Chinese
// and Japanese, are looked at: no word, address or path of people is as long, and what
// programs write so (pictures, dumps) says what it says at its beginning. Every step of the
// analysis gets tickets cut by it, so that none needs a bound of its own on words.
const longestRun = 4096

// cutMark stands for the rest of a run.
const cutMark = "…"

// bounded returns the tickets with longer runs cut. What it gets stays as it is.
func bounded(tickets []ticket.Ticket) []ticket.Ticket {
	copied := false
	for i := range tickets {
		for _, f := range ticket.Fields {
			if f.Text == nil || f.Name == "source" || f.Name == "id" {
				continue
			}
			s := *f.Text(&tickets[i])
			if len(s) <= longestRun || longRun(s) < 0 {
				continue
			}
			if !copied {
				tickets, copied = slices.Clone(tickets), true
			}
			*f.Text(&tickets[i]) = cutRuns(s)
		}
	}
	return tickets
}

// longRun returns where the first run that is too long begins; -1 if there is none. It steps
// from the last space within reach to the next, and so reads little of most texts.
func longRun(s string) int {
	for from := 0; len(s)-from > longestRun; {
		end := lastBreak(s[from : from+longestRun+1])
		if end < 0 {
			return from
		}
		from += end
	}
	return -1
}

// lastBreak returns the end of the last space in s; -1 if there is none.
func lastBreak(s string) int {
	for len(s) > 0 {
		r, size := utf8.DecodeLastRuneInString(s)
		if isBreak(r) {
			return len(s)
		}
		s = s[:len(s)-size]
	}
	return -1
}

func isBreak(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("。、，！？；：", r)
}

// cutRuns cuts all runs that are too long.
func cutRuns(s string) string {
	var out strings.Builder
	for {
		from := longRun(s)
		if from < 0 {
			out.WriteString(s)
			return out.String()
		}
		end := from + longestRun
		for end > from && !utf8.RuneStart(s[end]) {
			end--
		}
		out.WriteString(s[:end] + cutMark)
		next := strings.IndexFunc(s[end:], isBreak)
		if next < 0 {
			return out.String()
		}
		s = s[end+next:]
	}
}
