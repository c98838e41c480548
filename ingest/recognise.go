package ingest

import (
	"fmt"
	"slices"
	"strings"
	"ticketpatterns/ingest/system"
)

// weights of the evidence for a system; each piece is taken as independent of
// the others, so confidence = 1 - product of (1 - weight).
const (
	strongWeight = 0.5
	weakWeight   = 0.25
	shapeWeight  = 0.4
	sureEnough   = 0.75 // two strong headers, or a strong and three weak ones
)

// recognise returns the system that the columns speak for most.
func recognise(s *schema, cols []column) (*system.System, float64, []string) {
	best, confidence, evidence := s.plain(), 0.0, []string(nil)
	for i := range s.systems {
		sys := &s.systems[i]
		c, ev := s.evidence(sys, cols)
		if c > confidence {
			best, confidence, evidence = sys, c, ev
		}
	}
	if confidence < sureEnough {
		n := 0
		for _, c := range cols {
			if s.known[c.key] {
				n++
			}
		}
		return s.plain(), float64(n) / float64(max(1, len(cols))), []string{
			fmt.Sprintf("no known system; %d of %d headers are usual names", n, len(cols)),
		}
	}
	return best, confidence, evidence
}

// few lists the first headers and counts the others.
func few(headers []string) string {
	const shown = 3
	if len(headers) <= shown+1 {
		return strings.Join(headers, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(headers[:shown], ", "), len(headers)-shown)
}

// evidence weighs what speaks for the system.
func (s *schema) evidence(sys *system.System, cols []column) (float64, []string) {
	if len(sys.Strong) == 0 {
		return 0, nil
	}
	if sys == &s.systems[0] && !canonicalHeader(s, cols) {
		return 0, nil
	}
	doubt := 1.0
	count := func(headers []string, weight float64) (found []string) {
		for _, h := range headers {
			a := s.aliases[h]
			if i := slices.IndexFunc(cols, func(c column) bool { return a.Matches(c.key) }); i >= 0 {
				found = append(found, cols[i].name)
				doubt *= 1 - weight
			}
		}
		return found
	}
	var evidence []string
	strong := count(sys.Strong, strongWeight)
	if len(strong) > 0 {
		evidence = append(evidence, "headers that few others have: "+few(strong))
	}
	if weak := count(sys.Weak, weakWeight); len(weak) > 0 {
		evidence = append(evidence, "headers that fit: "+few(weak))
	}
	if i := s.firstColumn(sys.Columns["id"], cols); sys.IDShape != nil && i >= 0 && cols[i].present() > 0 && cols[i].share(sys.IDShape.MatchString) > 0.5 {
		evidence = append(evidence, fmt.Sprintf("ids such as %s", cols[i].samples()[0]))
		doubt *= 1 - shapeWeight
	} else if len(strong) == 0 && len(sys.Strong) > 0 && doubt > 0.2 {
		return 0, nil
	}
	return 1 - doubt, evidence
}

// canonicalHeader reports whether all headers are canonical names, with id and
// the first time among them.
func canonicalHeader(s *schema, cols []column) bool {
	need := map[string]bool{"id": true, s.times[0]: true}
	for _, c := range cols {
		if !slices.Contains(s.fields, c.name) {
			return false
		}
		delete(need, c.name)
	}
	return len(need) == 0
}

// firstColumn returns the first column that one of the aliases names, or -1.
func (s *schema) firstColumn(names []string, cols []column) int {
	for _, name := range names {
		a := s.aliases[name]
		if i := slices.IndexFunc(cols, func(c column) bool { return a.Matches(c.key) }); i >= 0 {
			return i
		}
	}
	return -1
}
