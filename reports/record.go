package reports

import (
	"strings"
	"ticketpatterns/analyzer/text"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

// escalation is a pattern that is handed to another tool, in the words of a
// language.
type escalation struct {
	*result.Pattern
	w words.Writer
}

// record writes the whole escalation for the main text of a problem record, which
// shows no markup.
func (e escalation) record() string {
	var b strings.Builder
	for i, section := range e.w.Record(e.Pattern) {
		if i > 0 {
			b.WriteByte('\n')
		}
		if section.Heading == "" {
			b.WriteString(strings.Join(section.Lines, "\n") + "\n")
			continue
		}
		b.WriteString(section.Heading + "\n")
		for _, line := range section.Lines {
			b.WriteString("- " + text.OneLine(line) + "\n")
		}
	}
	return b.String()
}
