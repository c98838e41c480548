package analyzer

import (
	"ticketpatterns/analyzer/memory"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

// labels are what a report calls issues: by the pattern of it that is shown, or as
// it was remembered before it became part of another, by id.
type labels map[string]string

func newLabels(patterns []pattern, o *memory.Overlay, issues []result.Issue) labels {
	l := labels{}
	add := func(id, label string) {
		if _, known := l[id]; !known && label != "" {
			l[id] = label
		}
	}
	for _, p := range patterns {
		if p.track.Merged == "" {
			add(p.track.OwnIssue, p.profile.Label)
		}
	}
	for _, i := range o.Memory.Issues {
		add(i.ID, text.Plain(i.Label))
	}
	for _, i := range issues {
		add(i.ID, i.Label)
	}
	return l
}

// of is the label of an issue; its id if nothing is known.
func (l labels) of(id string) string {
	if label, known := l[id]; known {
		return label
	}
	return text.Plain(id)
}
