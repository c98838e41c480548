package analyzer

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/parallel"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

const (
	// askedPeople is how many different people must ask for an application.
	askedPeople = 2
	// tooUsual is the share of the tickets from which a word is no name.
	tooUsual = 0.01
	// mostAsked bounds the list.
	mostAsked = 20
)

// asking is a request for an application: a verb, and the one to three words
// behind it. Names of applications are written with a capital, a digit or a dot.
var asking = regexp.MustCompile(`(?i:\b(?:install|installation of|download|use|using|subscribe to|subscription for|licen[cs]e for|account for|access to|try|buy|allow|allowed to use|approve|` +
	`installieren|nutzen|verwenden|lizenz für|zugang zu|installer|utiliser|licence pour|accès à|abonnement à|` +
	`instalar|usar|utilizar|licencia de|licencia para|acceso a|licença do|licença para|acesso ao)` +
	` +(?:(?:the|a|an|our|den|die|das|le|la|el|o|app|tool|software|application|program|aplicación|logiciel) +){0,2})` +
	`(\p{Lu}[\p{L}\p{N}]*[\p{L}\p{N}.+]*[\p{L}\p{N}+]|[\p{L}\p{N}]+\.(?:com|io|ai|app|net|org))`)

// askingWords are the first words of what asking looks for, lower case, and
// domains the endings of names that need no capital.
var (
	askingWords = wordSet("install installation download use using subscribe subscription license licence account access try buy allow allowed approve " +
		"installieren nutzen verwenden lizenz zugang installer utiliser accès abonnement instalar usar utilizar licencia acceso licença acesso")
	domains = wordSet("com io ai app net org")
)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// askingReach is how many words behind the first word of a request the name may
// stand: two of the request, two in between, and one for a domain's ending.
const askingReach = 6

// mayAsk reports whether asking could find anything in s. It is many times faster
// and most texts ask for nothing.
func mayAsk(s string) bool {
	left := 0
	for w := range strings.FieldsFuncSeq(s, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }) {
		first, _ := utf8.DecodeRuneInString(w)
		if left > 0 && (unicode.IsUpper(first) || domains[w]) {
			return true
		}
		left--
		if askingWords[strings.ToLower(w)] {
			left = askingReach
		}
	}
	return false
}

// asked lists the applications that people ask for and that are on no list: the
// words of the owner map, the services, items, categories, places and people of
// the export. In German, where every noun has a capital, only names with an
// inner capital, a digit or a dot are told from other nouns.
func (r *reporter) asked(days int) []result.Asked {
	known := r.knownWords()
	byName := map[string][]int32{}
	spelling := map[string]map[string]int{}
	for t, names := range r.requests(days) {
		for _, name := range names {
			key := strings.ToLower(name)
			if known[key] {
				continue
			}
			byName[key] = append(byName[key], int32(t))
			if spelling[key] == nil {
				spelling[key] = map[string]int{}
			}
			spelling[key][name]++
		}
	}
	out := []result.Asked{}
	for _, key := range slices.Sorted(maps.Keys(byName)) {
		if tickets := byName[key]; r.export.Reporters(tickets) >= askedPeople {
			out = append(out, result.Asked{Name: text.Plain(dataset.MostFrequent(spelling[key])), People: r.export.DistinctPeople(tickets), Tickets: r.export.IDs(tickets)})
		}
	}
	slices.SortStableFunc(out, func(a, b result.Asked) int {
		return cmp.Or(-cmp.Compare(a.People, b.People), -cmp.Compare(len(a.Tickets), len(b.Tickets)))
	})
	return out[:min(len(out), mostAsked)]
}

// requests returns, by ticket, the names that tickets of the last days ask for.
func (r *reporter) requests(days int) [][]string {
	all := make([][]string, len(r.export.Tickets))
	parallel.Each(len(all), func() func(int) {
		return func(t int) {
			if r.export.Day[t] < days {
				all[t] = requested(r.export.Tickets[t].Subject, r.export.Tickets[t].Description)
			}
		}
	})
	return all
}

// requested returns the names that texts ask for, each once.
func requested(texts ...string) []string {
	var names []string
	for _, s := range texts {
		if s == strings.ToUpper(s) {
			continue // in capitals, every word looks like a name
		}
		if !mayAsk(s) {
			continue
		}
		german := text.Guess(text.Words(s), text.Languages[0]) == "de"
		for _, m := range asking.FindAllStringSubmatch(s, -1) {
			if name := m[1]; len(name) >= 3 && (!german || strange(name)) && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// strange reports whether a word is written as no noun is.
func strange(name string) bool {
	return strings.ContainsFunc(name[1:], func(c rune) bool { return unicode.IsUpper(c) || unicode.IsDigit(c) || c == '.' })
}

// knownWords are the words, lower case, that name no unlisted application.
func (r *reporter) knownWords() map[string]bool {
	known := map[string]bool{}
	add := func(values ...string) {
		for _, v := range values {
			known[strings.ToLower(v)] = true
			for _, w := range text.Words(v) {
				known[w] = true
			}
		}
	}
	for _, f := range r.options.Owners.Functions {
		for _, list := range f.Values() {
			add(list...)
		}
	}
	for f := range dataset.FieldCount {
		add(r.export.Fields[f].Name...)
	}
	for i := range r.export.Tickets {
		add(r.export.Tickets[i].Requester, r.export.Tickets[i].Assignee)
	}
	for term, n := range r.export.TermUses {
		if float64(n) >= tooUsual*float64(len(r.export.Tickets)) {
			add(r.export.Corpus.Surface(uint32(term)))
		}
	}
	return known
}
