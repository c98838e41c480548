package words

import (
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

// Name is the name of a pattern, shortened. One that is an example stands in quotes:
// it is what one ticket says, not what most say.
func (w Writer) Name(p *result.Pattern, runes int) string {
	return w.name(p.Label, p.LabelIsExample, runes)
}

// IssueName is the name of an issue as its patterns have it or, without any, its own, so
// that one thing has one name. label is for an issue that the report does not list.
func (w Writer) IssueName(a *result.Analysis, id, label string, runes int) string {
	for i := range a.Patterns {
		if a.Patterns[i].IssueID == id {
			return w.Name(&a.Patterns[i], runes)
		}
	}
	for _, i := range a.Issues {
		if i.ID == id {
			return w.name(i.Label, i.LabelIsExample, runes)
		}
	}
	return text.Shorten(label, runes)
}

func (w Writer) name(label string, isExample bool, runes int) string {
	label = text.Shorten(label, runes)
	if isExample {
		return w.Text("“%s”", label)
	}
	return label
}
