package desk

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/parallel"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

const (
	// minRequesters is the smallest number of distinct people who ask for an
	// application.
	minRequesters = 2
	// maxWordShare is the share of tickets above which a word is not a name.
	maxWordShare = 0.01
	// maxApps bounds the list.
	maxApps = 20
)

// request matches a request for an application: a verb or noun of asking, followed
// by the name. Names have a capital or end like a domain.
var request = regexp.MustCompile(`(?i:\b(?:install|installation of|download|use|using|subscribe to|subscription for|licen[cs]e for|account for|access to|try|buy|allow|allowed to use|approve|` +
	`installieren|nutzen|verwenden|lizenz für|zugang zu|installer|utiliser|licence pour|accès à|abonnement à|` +
	`instalar|usar|utilizar|licencia de|licencia para|acceso a|licença do|licença para|acesso ao)` +
	` +(?:(?:the|a|an|our|den|die|das|le|la|el|o|app|tool|software|application|program|aplicación|logiciel) +){0,2})` +
	`(\p{Lu}[\p{L}\p{N}]*[\p{L}\p{N}.+]*[\p{L}\p{N}+]|[\p{L}\p{N}]+\.(?:com|io|ai|app|net|org))`)

// requestWords are the first words of what request matches, in lower case; domains
// are the endings of names that need no capital.
var (
	requestWords = wordSet("install installation download use using subscribe subscription license licence account access try buy allow allowed approve " +
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

// requestReach is the number of words after the first word of a request that are
// searched for a name: two more of the request, two in between, the name, and its
// ending if it is a domain.
const requestReach = 6

// mayRequest reports whether request could match s. It is many times faster, and
// most texts request nothing.
func mayRequest(s string) bool {
	left := 0
	for w := range strings.FieldsFuncSeq(s, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }) {
		first, _ := utf8.DecodeRuneInString(w)
		if left > 0 && (unicode.IsUpper(first) || domains[w]) {
			return true
		}
		left--
		if requestWords[strings.ToLower(w)] {
			left = requestReach
		}
	}
	return false
}

// unlistedApps returns the applications that people ask for and that are unknown:
// neither among the words of the owner map nor among the services, items,
// categories, locations and people of the export. In German, where every noun has a
// capital, only an inner capital, a digit or a dot distinguishes a name from other
// nouns.
func unlistedApps(data *dataset.Dataset, owners owner.Map, days int) []result.Asked {
	known := knownWords(data, owners)
	byName := map[string][]int32{}
	spelling := map[string]map[string]int{}
	for t, names := range requestsByTicket(data, days) {
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
		if tickets := byName[key]; data.Reporters(tickets) >= minRequesters {
			out = append(out, result.Asked{Name: text.Plain(dataset.MostFrequent(spelling[key])), People: data.DistinctPeople(tickets), Tickets: data.IDs(tickets)})
		}
	}
	slices.SortStableFunc(out, func(a, b result.Asked) int {
		return cmp.Or(-cmp.Compare(a.People, b.People), -cmp.Compare(len(a.Tickets), len(b.Tickets)))
	})
	return out[:min(len(out), maxApps)]
}

// requestsByTicket returns, by ticket, the names that tickets of the last days days
// ask for.
func requestsByTicket(data *dataset.Dataset, days int) [][]string {
	all := make([][]string, len(data.Tickets))
	parallel.Each(len(all), func() func(int) {
		return func(t int) {
			if data.Day[t] < days {
				all[t] = requested(data.Repeated.Subject(data.Tickets[t].Subject), data.Said(int32(t)))
			}
		}
	})
	return all
}

// requested returns the distinct names that texts ask for.
func requested(texts ...string) []string {
	var names []string
	for _, s := range texts {
		if s == strings.ToUpper(s) {
			continue // in capitals, every word looks like a name
		}
		if !mayRequest(s) {
			continue
		}
		german := text.Guess(text.Words(s), text.Languages[0]) == "de"
		for _, m := range request.FindAllStringSubmatch(s, -1) {
			if name := m[1]; len(name) >= 3 && (!german || cannotBeNoun(name)) && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// cannotBeNoun reports whether a word is spelled as no German noun is.
func cannotBeNoun(name string) bool {
	return strings.ContainsFunc(name[1:], func(c rune) bool { return unicode.IsUpper(c) || unicode.IsDigit(c) || c == '.' })
}

// knownWords returns the words, in lower case, that do not name an unlisted
// application.
func knownWords(data *dataset.Dataset, owners owner.Map) map[string]bool {
	known := map[string]bool{}
	add := func(values ...string) {
		for _, v := range values {
			known[strings.ToLower(v)] = true
			for _, w := range text.Words(v) {
				known[w] = true
			}
		}
	}
	for _, f := range owners.Functions {
		for _, list := range f.Values() {
			add(list...)
		}
	}
	for f := range dataset.FieldCount {
		add(data.Fields[f].Name...)
	}
	for i := range data.Tickets {
		add(data.Tickets[i].Requester, data.Tickets[i].Assignee)
	}
	for term, n := range data.TermUses {
		if float64(n) >= maxWordShare*float64(len(data.Tickets)) {
			add(data.Corpus.Surface(uint32(term)))
		}
	}
	return known
}
