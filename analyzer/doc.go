// Package analyzer finds recurring issues in help desk tickets and points them to their owners.
//
// [Continue] is one straight line of steps. Each takes values and returns values;
// none changes what another made:
//
//	tickets ─ dataset.New ──── Dataset     tickets, people, values and texts as numbers
//	          detect.Search ── Result      scopes and windows that stand out by what is said, and chance
//	          volume.Search ── Result      those that stand out by number, whatever is said
//	memory ── memory.New ───── Overlay     what earlier runs remember, by ticket
//	          oneCause ─────── both        each thing that stands out told in one way only
//	          issue.Group ──── Set         every ticket in one issue or in none
//	          describe.New ─── Describer   label, impact, cause, owner of any tickets
//	          profiler ─────── []pattern   finding + profile + criteria met
//	          recognise ────── []pattern   + id, decisions, earlier asks
//	          decider ──────── []pattern   + life (lifecycle) and ask (escalate.Decide)
//	          coverage.Check ─ []Gap       what the export lacks ([Coverage] asks before the rest)
//	          desk.Measure ─── Desk, Work  volume, pace, repeat work, load, gaps
//	          renderer ─────── Analysis    codes, numbers, names and ids; no sentence
//	          Overlay.Next ─── Memory      for the next run
//
// # The life of a row
//
// Row 5 of an export is a ticket "Outlook closes at start" of Finance. The data set
// makes it number 1204: person 77, department 3, text 418, 6 days before the last
// day. The search finds text 418 in a group of texts that 8 people of department 3
// wrote within 14 days, of which their past has hardly any; so ticket 1204 is one of
// the tickets of a finding. Grouping begins an issue with that finding and adds what
// says the same elsewhere. The describer reads ticket 1204 again when it is quoted,
// timed, or counted as evidence for an owner. The pattern is recognised from last
// week by the tickets both hold, keeps its id, and is asked again only if
// escalate.Decide says so. In the result the ticket is its reference again, in the
// pattern, in the issue and in the assignments; in the memory it is a key that means
// nothing without the site's salt.
//
// Sentences are made by package reports/words, so that every stored result can be
// shown in every language.
package analyzer
