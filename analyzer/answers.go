package analyzer

import (
	"slices"

	"ticketpatterns/analyzer/escalate"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

// learnedAt is how many people must have named another owner for a function, and
// more than accepted for it, before the next pattern of it goes there.
const learnedAt = 3

// correctOwner gives a pattern to the owner that somebody named for it. What was
// said about other patterns of the same function is evidence, with its count.
func (r *reporter) correctOwner(s *sighting) {
	for _, d := range slices.Backward(s.answers) {
		if d.Kind == past.WrongOwner && d.Undone == "" && d.Owner != "" {
			why := result.OwnerDecision{Code: result.DecidedPattern, Day: result.Day(d.On), By: text.Plain(d.By), Reason: text.Plain(d.Reason)}
			r.giveTo(s, d.Owner, 1, why, decidedEvidence(result.EvidenceOwnerNamed, "", d.Owner, 1))
			return
		}
	}
	team, named, kept := r.corrections(s.Owner.Function)
	if named == 0 || team == s.Owner.Team {
		return
	}
	said := decidedEvidence(result.EvidenceFunctionDecision, s.Owner.Function, team, named)
	if named >= learnedAt && named > kept {
		why := result.OwnerDecision{Code: result.DecidedFunction, Named: named, Kept: kept}
		r.giveTo(s, team, float64(named)/float64(named+kept+1), why, said)
		return
	}
	s.Owner.Evidence = append(s.Owner.Evidence, said)
}

// decidedEvidence are decisions that name a team.
func decidedEvidence(code result.EvidenceCode, function, team string, decisions int) result.Evidence {
	return result.Evidence{Code: code, Count: decisions, Tickets: []string{}, Function: function, Values: []result.Count{{Name: text.Plain(team), Count: decisions}}}
}

// giveTo makes another team the owner, as sure as people's decisions are; the
// first becomes the alternative.
func (r *reporter) giveTo(s *sighting, team string, sure float64, why result.OwnerDecision, evidence result.Evidence) {
	o := &s.Owner
	o.Evidence = append([]result.Evidence{evidence}, o.Evidence...)
	if o.Team == text.Plain(team) {
		o.Split, o.Confidence = false, stat.Round(sure, 100)
		return
	}
	why.MapTeam = o.Team
	o.Reason.Decided = &why
	o.Alternative, o.AlternativeFunction = o.Team, o.Function
	o.DecidesAlone, o.NeedsOthers = "", "" // the map speaks of the first owner
	o.Team, o.Contact, o.Gap, o.Split, o.Confidence = text.Plain(team), "", false, false, stat.Round(sure, 100)
	for _, t := range r.options.Owners.Teams {
		if t.Name == team {
			o.Contact = t.Contact
		}
	}
}

// corrections counts what people said about the owner of a function: the team
// that most named as the right one, how many did, and how many accepted a pattern
// of it as it was addressed.
func (r *reporter) corrections(function string) (team string, named, kept int) {
	functionOf := map[string]string{}
	for _, p := range r.overlay.Memory.Patterns {
		functionOf[p.ID] = p.Function
	}
	counts := map[string]int{}
	for _, d := range r.overlay.Memory.Decisions {
		if function == "" || d.Undone != "" || functionOf[d.Pattern] != function {
			continue
		}
		switch d.Kind {
		case past.WrongOwner:
			counts[d.Owner]++
		case past.Accept, past.Fixed:
			kept++
		}
	}
	for name, n := range counts {
		if name != "" && (n > named || n == named && name < team) {
			team, named = name, n
		}
	}
	return team, named, kept
}

// criteriaAnswers counts how often escalations for each criterion were accepted.
func (r *reporter) criteriaAnswers() []result.Answers {
	byName := map[string]*result.Answers{}
	var names []string
	for _, p := range r.overlay.Memory.Patterns {
		if p.Asked == "" {
			continue
		}
		decisions := slices.DeleteFunc(r.decisionsOn(p.ID, r.overlay.Current(p.Issue)), func(d past.Decision) bool { return d.Kind == past.Merge || d.Kind == past.Split })
		answer, answered := escalate.StandingAnswer(decisions, "")
		for _, name := range p.Criteria {
			if byName[name] == nil {
				byName[name] = &result.Answers{Criterion: name}
				names = append(names, name)
			}
			a := byName[name]
			a.Asked++
			switch {
			case !answered:
			case answer.Kind == past.Accept || answer.Kind == past.Fixed:
				a.Accepted++
			case answer.Kind == past.Decline || answer.Kind == past.NotAPattern:
				a.Declined++
			}
		}
	}
	slices.Sort(names)
	out := []result.Answers{}
	for _, name := range names {
		out = append(out, *byName[name])
	}
	return out
}
