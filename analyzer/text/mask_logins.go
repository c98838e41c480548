package text

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"ticketpatterns/analyzer/fold"
)

var loginPattern = regexp.MustCompile(`[\p{L}0-9][\p{L}\p{M}0-9._-]*[\p{L}0-9]`)

// learnLogin takes what is one word, or the front of an address, for a login.
func (n Names) learnLogin(s string) {
	s = strings.ToLower(strings.TrimSpace(s))
	if at := strings.IndexByte(s, '@'); at > 0 {
		s = s[:at]
	}
	s = s[strings.LastIndexAny(s, `\/`)+1:]
	digit := strings.ContainsAny(s, "0123456789")
	if strings.ContainsAny(s, " \t,;") || len(s) < shortestLogin && !(digit && len(s) >= 3) || len(s) > longestLogin || strings.Trim(s, "0123456789.-") == "" {
		return
	}
	if key := fold.Letters(s); !ordinary(key) {
		n.logins[s] = true
		delete(n.derived, s)
	}
}

// deriveLogins adds the logins that are made of a first and a last name.
func (n Names) deriveLogins(first, last string) {
	f, _ := utf8.DecodeRuneInString(first)
	l, _ := utf8.DecodeRuneInString(last)
	for _, login := range []string{string(f) + last, string(f) + "." + last, string(f) + "_" + last, last + "_" + string(f), first + "." + last, first + "_" + last, first + "-" + last, first + last, last + string(f), first + "." + string(l),
		string(f) + last[:min(len(last), 7)], last[:min(len(last), 7)] + string(f)} {
		n.addDerived(login)
	}
}

func (n Names) addDerived(logins ...string) {
	for _, login := range logins {
		if len(login) > shortestLogin && !ordinary(login) && !n.logins[login] {
			n.logins[login], n.derived[login] = true, true
		}
	}
}

// longestDerived is how many words of a name logins are made of.
const longestDerived = 8

// longestSplit is how many words a name has at most that is tried with its surname at
// either end: who wrote it without a comma does not say where that stands.
const longestSplit = 5

// deriveFrom adds the logins of names with parts that logins run together: particles,
// an apostrophe, a hyphen, two surnames, two given names.
func (n Names) deriveFrom(p string) {
	surname, given, comma := strings.Cut(p, ",")
	words := strings.Fields(surname)
	if comma {
		n.deriveSplit(strings.Fields(given), words)
		return
	}
	for len(words) > 0 && particles[fold.Key(strings.Trim(words[0], "."))] && words[0] != strings.ToLower(words[0]) {
		words = words[1:] // Dr., Herr
	}
	for at := 1; at < len(words) && (at == 1 || len(words) <= longestSplit); at++ {
		n.deriveSplit(words[:at], words[at:])
		if len(words) <= longestSplit {
			n.deriveSplit(words[at:], words[:at])
		}
	}
}

// deriveSplit adds the logins of given names and a surname.
func (n Names) deriveSplit(given, surname []string) {
	if len(given) == 0 || len(surname) == 0 || len(surname) > longestDerived || particles[fold.Key(given[0])] || particles[fold.Key(surname[len(surname)-1])] {
		return
	}
	for _, write := range []func(string) string{fold.Key, asTyped} {
		for _, last := range runTogether(surname, write) {
			n.deriveParts(given, last, write)
			if len(surname) > 1 {
				n.addDerived(last) // vonderheyde
			}
		}
	}
}

func (n Names) deriveParts(given []string, last string, write func(string) string) {
	for _, f := range givenInLogins(given[0], write) {
		n.deriveLogins(f, last)
	}
	for _, several := range []string{given[0], strings.Join(given, "-")} {
		if initials := initialsOf(several, write); len(initials) > 1 {
			n.addDerived(initials+last, initials+"."+last)
		}
	}
	n.learnTail(givenInLogins(given[0], write), last)
}

// asTyped folds a word as people write it without the marks of German and
// Scandinavian letters.
func asTyped(w string) string { return fold.Key(umlauts.Replace(norm.NFC.String(strings.ToLower(w)))) }

// runTogether returns the ways to write a surname of several words as one: all of it,
// all without particles, its first and its last, the initials of the others and its last.
func runTogether(words []string, write func(string) string) []string {
	var names []string
	for _, w := range words {
		if !particles[fold.Key(strings.Trim(w, ".'’"))] {
			names = append(names, w)
		}
	}
	if len(names) == 0 {
		return nil
	}
	first, _, _ := strings.Cut(names[0], "-")
	ways := []string{strings.Join(words, ""), strings.Join(names, ""), names[0], names[len(names)-1], first}
	if len(words) > 1 {
		initials := ""
		for _, w := range words[:len(words)-1] {
			initials += string(firstRune(strings.TrimLeft(w, "'’")))
		}
		ways = append(ways, initials+words[len(words)-1]) // vdheydt
	}
	for i, w := range ways {
		ways[i] = lettersOnly(write(w))
	}
	slices.Sort(ways)
	return slices.DeleteFunc(slices.Compact(ways), func(w string) bool { return w == "" || len(w) > longestLogin })
}

// givenInLogins returns a given name in one word, and as it is.
func givenInLogins(name string, write func(string) string) []string {
	ways := []string{lettersOnly(write(name))}
	if parts := strings.FieldsFunc(name, func(r rune) bool { return r == '-' }); len(parts) > 1 {
		for i := range parts {
			parts[i] = lettersOnly(write(parts[i]))
		}
		ways = append(ways, strings.Join(parts, "-"))
	}
	return slices.DeleteFunc(ways, func(w string) bool { return w == "" || len(w) > longestLogin })
}

// initialsOf returns the first letters of a given name of several.
func initialsOf(name string, write func(string) string) string {
	var out strings.Builder
	for part := range strings.SplitSeq(name, "-") {
		if r := firstRune(lettersOnly(write(part))); r != 0 {
			out.WriteRune(r)
		}
	}
	return out.String()
}

func lettersOnly(w string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, w)
}

// anyLogin and ofParts choose logins: those of parts, such as jean.dupont, are hidden
// before the names in them are.
func anyLogin(string) bool  { return true }
func ofParts(w string) bool { return strings.ContainsAny(w, "._-") }

// hideLogins replaces the logins of people that are chosen, and what stands behind the name of a
// domain as logins do.
func (n Names) hideLogins(s string, chosen func(string) bool) string {
	var out strings.Builder
	done := 0
	for _, at := range loginPattern.FindAllStringIndex(s, -1) {
		from, end := at[0], at[1]
		if end-from > longestLogin || !chosen(s[from:end]) || !n.isLogin(s[from:end]) && !behindDomain(s, from, end) {
			continue
		}
		out.WriteString(s[done:from])
		out.WriteString(MaskName)
		done = end
	}
	if done == 0 {
		return s
	}
	out.WriteString(s[done:])
	return out.String()
}

// isLogin reports whether a word is a login, perhaps with a number behind it.
func (n Names) isLogin(w string) bool {
	w = strings.ToLower(w)
	if strings.IndexFunc(w, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0 {
		w = fold.Letters(w)
	}
	bare := strings.TrimRight(w, "0123456789")
	return n.logins[w] || len(w)-len(bare) <= 3 && len(bare) > shortestLogin && (n.logins[bare] || n.abbreviated(bare))
}

// Logins of some letters of a given name and all of a surname.
const (
	shortestTail   = 6 // letters of the surname
	longestInitial = 3 // of the given name
)

// learnTail keeps a surname at the end of logins with the given names that go with it.
func (n Names) learnTail(given []string, surname string) {
	if len(surname) < shortestTail || ordinary(surname) {
		return
	}
	for _, g := range given {
		if !slices.Contains(n.tails[surname], g) {
			n.tails[surname] = append(n.tails[surname], g)
		}
	}
}

// abbreviated reports a login such as gmlopresti for Gianmarco Lo Presti: two or three
// letters of the given name, the first of them its first, and the surname.
func (n Names) abbreviated(w string) bool {
	for cut := 2; cut <= longestInitial && len(w)-cut >= shortestTail; cut++ {
		for _, given := range n.tails[w[cut:]] {
			if abbreviates(w[:cut], given) {
				return true
			}
		}
	}
	return false
}

// abbreviates reports whether letters stand in a word in their order, the first as its first.
func abbreviates(letters, word string) bool {
	if letters[0] != word[0] {
		return false
	}
	for i := range len(letters) {
		at := strings.IndexByte(word, letters[i])
		if at < 0 {
			return false
		}
		word = word[at+1:]
	}
	return true
}

// behindDomain reports whether s[from:end] is written as a login behind a domain:
// CORP\jdoe, not a folder.
func behindDomain(s string, from, end int) bool {
	if from < 3 || s[from-1] != '\\' || end < len(s) && s[end] == '\\' || s[from] < 'a' || s[from] > 'z' {
		return false
	}
	i := from - 1
	for i > 0 && from-i <= 16 && (s[i-1] >= 'A' && s[i-1] <= 'Z' || s[i-1] == '-' || s[i-1] >= '0' && s[i-1] <= '9') {
		i--
	}
	domain := s[i : from-1]
	return len(domain) >= 2 && (i == 0 || strings.IndexByte(" \t\n\"'(=:,", s[i-1]) >= 0) && !strings.HasPrefix(domain, "HK")
}
