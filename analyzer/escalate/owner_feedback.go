package escalate

import (
	"slices"

	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

// learnedAt is how many people must have named another owner for a function, and
// more than accepted for it, before the next pattern of it goes there.
const learnedAt = 3

// CorrectOwner gives a pattern to the owner that somebody named for it in an answer
// to it, or to none while one is being found. What was said about other patterns of the same function is evidence, with
// its count. contacts are those of the teams of the owner map.
func CorrectOwner(o result.Owner, answers []past.Decision, m past.Memory, contacts map[string]string) result.Owner {
	for _, d := range slices.Backward(answers) {
		why := result.OwnerDecision{Code: result.DecidedPattern, Day: result.Day(d.On), By: text.Plain(d.By), Reason: text.Plain(d.Reason)}
		switch {
		case d.Undone != "":
		case d.Kind == past.FindAnOwner:
			return giveToNobody(o, why)
		case d.Kind == past.WrongOwner && d.Owner != "":
			return giveTo(o, d.Owner, contacts[d.Owner], 1, why, decided(result.EvidenceOwnerNamed, "", d.Owner, 1))
		}
	}
	team, named, kept := corrections(o.Function, m)
	if named == 0 || team == o.Team {
		return o
	}
	said := decided(result.EvidenceFunctionDecision, o.Function, team, named)
	if named >= learnedAt && named > kept {
		why := result.OwnerDecision{Code: result.DecidedFunction, Named: named, Kept: kept}
		return giveTo(o, team, contacts[team], float64(named)/float64(named+kept+1), why, said)
	}
	o.Evidence = append(slices.Clone(o.Evidence), said)
	return o
}

// decided is the evidence of decisions that name a team.
func decided(code result.EvidenceCode, function, team string, decisions int) result.Evidence {
	return result.Evidence{Code: code, Count: decisions, Tickets: []string{}, Function: function, Values: []result.Count{{Name: text.Plain(team), Count: decisions}}}
}

// giveTo makes another team the owner, as sure as people's decisions are; the
// first becomes the alternative.
func giveTo(o result.Owner, team, contact string, sure float64, why result.OwnerDecision, evidence result.Evidence) result.Owner {
	o.Evidence = append([]result.Evidence{evidence}, o.Evidence...)
	o.Split, o.Confidence = false, stat.Round(sure, 100)
	o.Strength, o.Because = result.Fair, []result.StrengthReason{}
	if why.Code == result.DecidedPattern {
		o.Strength = result.Strong
	}
	if o.Team == text.Plain(team) {
		return o
	}
	why.MapTeam = o.Team
	o.Reason.Decided = &why
	o.Alternative, o.AlternativeFunction = o.Team, o.Function
	o.DecidesAlone, o.NeedsOthers = "", "" // the map speaks of the first owner
	o.Team, o.Contact, o.Gap = text.Plain(team), contact, false
	return o
}

// giveToNobody takes a pattern from the team that the map names. It is of that team's
// function no longer, so that the function does not count as unowned.
func giveToNobody(o result.Owner, why result.OwnerDecision) result.Owner {
	why.Code, why.MapTeam = result.DecidedNone, o.Team
	o.Reason.Decided = &why
	o.Alternative, o.AlternativeFunction, o.Split = "", "", false
	if o.Gap {
		return o
	}
	o.Team, o.Contact, o.Function, o.Gap = "", "", "", true
	o.DecidesAlone, o.NeedsOthers = "", ""
	o.Confidence, o.Strength, o.Because = 0, result.Weak, []result.StrengthReason{}
	return o
}

// corrections counts what people said about the owner of a function: the team that
// most named as the right one, how many did, and how many accepted a pattern of it
// as it was addressed.
func corrections(function string, m past.Memory) (team string, named, kept int) {
	functionOf := map[string]string{}
	for _, p := range m.Patterns {
		functionOf[p.ID] = p.Function
	}
	counts := map[string]int{}
	for _, d := range m.Decisions {
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
