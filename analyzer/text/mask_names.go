package text

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"ticketpatterns/analyzer/fold"
)

// Names is a set of people's names to hide, folded: lower case, no accents.
type Names struct {
	surnames map[string]bool // to be hidden alone, where written with a capital
	parts    map[string]bool // all words of names
	pairs    map[string]bool // two words of one name
	stems    map[string]bool // of parts, without the ending that declension changes
	brief    map[string]bool // stems of names that are too short to be told alone
	logins   map[string]bool
	derived  map[string]bool     // logins that only a name gives
	tails    map[string][]string // given names by the surname that logins end with
	spared   map[string]bool     // words that the export uses otherwise
	small    map[string]bool     // names that the export also writes small
	unspaced map[string]bool     // in scripts that put no spaces between words
	known    map[string]bool     // names learned already
	own      map[string]bool     // short or uncapitalised words that are hidden in this text
}

// Lengths, in letters.
const (
	shortestAlone    = 4  // a name that is hidden by itself
	shortestDeclined = 5  // one that is looked for in other cases
	shortestLogin    = 4  //
	longestUnspaced  = 12 // a name in a script without spaces
	longestLogin     = 40
)

// particles stand between the words of names and are none.
var particles = setOf("de", "del", "della", "di", "da", "do", "dos", "das", "la", "le", "van", "von", "der", "den", "ten", "ter", "zu", "zum", "af", "av",
	"el", "al", "bin", "ben", "ibn", "abu", "y", "e", "i", "o", "d", "l", "st", "mc", "mac", "jr", "sr", "dr", "mr", "mrs", "ms", "prof", "herr", "frau", "ing", "ext")

// roles are what stands in the place of people and is none.
var roles = setOf("admin", "administrator", "system", "service", "services", "support", "helpdesk", "servicedesk", "desk", "user", "users", "guest", "test", "tester", "info", "office",
	"sales", "monitoring", "monitor", "nagios", "zabbix", "alert", "alerts", "noreply", "reply", "root", "scanner", "printer", "reception", "mail", "mailer", "daemon", "customer", "client",
	"agent", "anonymous", "unknown", "none", "team", "group", "account", "accounts", "finance", "human", "resources", "department", "network", "server", "security", "web", "portal", "public",
	"technician", "engineer", "operator", "manager", "employee", "contact", "caller", "requester", "automation", "integration", "bot", "kein", "nicht", "mitarbeiter", "benutzer", "kunde",
	"usuario", "cliente", "utilisateur", "person", "applications", "application", "software", "hardware", "internal", "external", "intern", "extern", "operations", "level", "first", "second", "line")

// LearnNames collects the names of people as an export writes them: "Ana Silva",
// "Silva, Ana (asilva)", "ana.silva@example.com", "CORP\asilva". Single words
// shorter than four letters are left out, as hiding "Ann" would also hide the ends
// of sentences.
func LearnNames(people []string) Names {
	n := Names{surnames: map[string]bool{}, parts: map[string]bool{}, pairs: map[string]bool{}, stems: map[string]bool{}, brief: map[string]bool{},
		logins: map[string]bool{}, tails: map[string][]string{}, derived: map[string]bool{}, spared: map[string]bool{}, small: map[string]bool{}, unspaced: map[string]bool{}, known: map[string]bool{}}
	for _, p := range people {
		if p != "" && !n.known[p] {
			n.known[p] = true
			n.learn(p)
		}
	}
	return n
}

// bracketed is what stands behind a name: a login, an address, a department.
var bracketed = regexp.MustCompile(`[(\[<]([^()\[\]<>]*)[)\]>]`)

func (n Names) learn(p string) {
	p = p[:min(len(p), 200)]
	for _, m := range bracketed.FindAllStringSubmatch(p, 3) {
		n.learnLogin(m[1])
	}
	p = bracketed.ReplaceAllString(p, " ")
	n.learnLogin(p)
	if at := strings.IndexByte(p, '@'); at > 0 {
		p = p[:at]
	}
	p = p[strings.LastIndexAny(p, `\/`)+1:]
	for _, run := range unspacedRun.FindAllString(p, -1) {
		n.learnUnspaced(run)
	}
	if joined := strings.Join(unspacedRun.FindAllString(p, -1), ""); joined != "" {
		n.learnUnspaced(joined)
	}
	for _, words := range nameWords(p) {
		n.learnWords(words, strings.Contains(p, ","))
	}
	n.deriveFrom(p)
	for _, latin := range inLatin(p) {
		n.learn(latin)
	}
}

// ordinary reports a word that people write of other things than people.
func ordinary(word string) bool {
	return roles[word] || filler[word] || vague[word] || stopsIn[word] != 0
}

// nameWords returns the words of a name, folded, and once more as people write
// it without the marks of German and Scandinavian letters, if that differs.
func nameWords(p string) [][]string {
	var words, typed []string
	differ := false
	for _, w := range wordPattern.FindAllString(p, -1) {
		if utf8.RuneCountInString(w) < 2 || unspacedRun.MatchString(w) {
			continue
		}
		key := fold.Key(w)
		other := fold.Key(umlauts.Replace(norm.NFC.String(strings.ToLower(w))))
		words, typed = append(words, key), append(typed, other)
		differ = differ || key != other
	}
	if differ {
		return [][]string{words, typed}
	}
	return [][]string{words}
}

var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ø", "oe", "å", "aa")

func (n Names) learnWords(words []string, surnameFirst bool) {
	var names []string
	for _, w := range words {
		if !particles[w] {
			names = append(names, w)
		}
	}
	if len(names) == 0 || len(names) > 6 {
		return
	}
	for i, w := range names {
		if len(names) > 1 {
			n.parts[w] = true
			n.learnBrief(w)
		}
		for _, other := range names[i+1:] {
			n.pairs[w+" "+other], n.pairs[other+" "+w] = true, true
		}
	}
	surnames := names[len(names)-1:]
	if surnameFirst {
		surnames = names[:1]
	}
	if len(names) > 2 && !surnameFirst {
		surnames = names[len(names)-2:]
	}
	for _, w := range append(surnames, names...) {
		n.learnAlone(w)
	}
	if len(names) >= 2 {
		n.deriveLogins(names[0], names[len(names)-1])
		n.deriveLogins(names[len(names)-1], names[0])
	}
}

// learnAlone takes a word for a name that is hidden by itself.
func (n Names) learnAlone(w string) {
	letters := utf8.RuneCountInString(w)
	if letters < shortestAlone || ordinary(w) {
		return
	}
	n.surnames[w] = true
	if letters >= shortestDeclined {
		n.stems[w], n.stems[stemOfName(w)] = true, true
		if rest, ok := strings.CutSuffix(w, "nen"); ok {
			n.stems[rest+"se"] = true // Häkkinen, Häkkiselle
		}
		if m := fleeting.FindStringSubmatch(w); m != nil {
			n.stems[m[1]+m[2]] = true // Paweł, Pawła; Hájek, Hájkovi; Kupiec, Kupca
		}
	}
}

// fleeting is the vowel before the last letter of Slavic names that other cases drop.
var fleeting = regexp.MustCompile(`^(.*[bcdfghjklmnprstvwz])i?e([kclnr])$`)

// finals are the letters at the end of a name that change with its case.
const finals = "aeiouyаяоейьиыηαοςs"

// stemOfName returns a name without its last letters that may change, four
// letters at least.
func stemOfName(w string) string {
	for range 2 {
		r, size := utf8.DecodeLastRuneInString(w)
		if utf8.RuneCountInString(w) <= shortestAlone || !strings.ContainsRune(finals, r) {
			break
		}
		w = w[:len(w)-size]
	}
	return w
}

// caseEndings are what the languages of the exports put behind a name, folded.
var caseEndings = func() map[string]bool {
	folded := map[string]bool{}
	for _, ending := range []string{"", "s", "es", "a", "e", "y", "i", "u", "o", "om", "em", "ou", "ovi", "owi", "ow", "ovo", "ova", "ove", "ie", "iem", "ego", "iego", "emu", "iemu", "im", "ym", "ych", "ich", "ej", "iej", "ia", "ii", "ami", "ach",
		"n", "en", "in", "an", "on", "lla", "lle", "lta", "ssa", "sta", "alla", "alle", "alta", "assa", "illa", "ille", "ilta", "ella", "elle", "elta", "ta", "nak", "nek", "val", "vel", "al", "el", "t", "ot", "et", "at", "tol", "hoz", "hez", "nal", "ert", "ra", "re", "anak", "aval",
		"un", "nin", "nun", "da", "den", "dan", "ya", "ye", "yi", "yla", "la", "ului", "ei", "ul", "ens",
		"а", "у", "ю", "е", "ы", "и", "ом", "ем", "ой", "ей", "ою", "ого", "его", "ому", "ему", "им", "ым", "их", "ых", "ую", "ая", "ой", "ия", "ии", "ию", "я", "о", "ов", "ова", "ову", "овым", "овой", "ве", "ου", "η", "ο", "ος", "α", "ας", "ης", "ον", "eho", "ymi", "imi"} {
		folded[fold.Key(ending)] = true
	}
	return folded
}()

// shortestBrief is how many letters a name has at least that is told in other cases
// beside another: Анны Ломакиной.
const shortestBrief = 3

func (n Names) learnBrief(w string) {
	if letters := utf8.RuneCountInString(w); letters >= shortestBrief && letters < shortestDeclined {
		n.brief[w] = true
		if r, size := utf8.DecodeLastRuneInString(w); letters > shortestBrief && strings.ContainsRune(finals, r) {
			n.brief[w[:len(w)-size]] = true
		}
	}
}

// declined reports whether a folded word is a name in another case. Of the shortest that
// are hidden alone it knows the genitive: Ömers.
func (n Names) declined(w string) bool {
	if base, ok := strings.CutSuffix(w, "s"); ok && n.surnames[base] && !n.spared[base] && utf8.RuneCountInString(base) == shortestAlone {
		return true
	}
	return inCase(n.stems, w)
}

func inCase(stems map[string]bool, w string) bool {
	for cut := len(w); cut > 0; {
		if stems[w[:cut]] && caseEndings[w[cut:]] {
			return true
		}
		if len(w)-cut > 10 {
			return false
		}
		_, size := utf8.DecodeLastRuneInString(w[:cut])
		cut -= size
	}
	return false
}

// learnUnspaced takes a name of two letters or more in a script that writes words
// without spaces.
func (n Names) learnUnspaced(name string) {
	if letters := utf8.RuneCountInString(name); letters >= 2 && letters <= longestUnspaced {
		n.unspaced[name] = true
	}
}

var unspacedRun = regexp.MustCompile(`[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}ー々]+`)

// with returns n with the names of the people of one ticket, which are hidden even
// where they are short or written small.
func (n Names) with(people []string) Names {
	n.own = map[string]bool{}
	for _, p := range people {
		if at := strings.IndexByte(p, '@'); at > 0 {
			p = p[:at]
		}
		for _, words := range nameWords(bracketed.ReplaceAllString(p[:min(len(p), 200)], " ")) {
			for _, w := range words {
				if letters := utf8.RuneCountInString(w); letters >= 2 && !particles[w] && !roles[w] && !filler[w] {
					n.own[w] = letters >= shortestAlone && !ordinary(w) // hidden where written small, too
				}
			}
			n.ownLogin(words)
		}
	}
	return n
}

// ownLogin adds the logins of an initial and a surname that are too short to be looked for
// in every ticket.
func (n Names) ownLogin(words []string) {
	if len(words) < 2 {
		return
	}
	for _, pair := range [][2]string{{words[0], words[len(words)-1]}, {words[len(words)-1], words[0]}} {
		f, _ := utf8.DecodeRuneInString(pair[0])
		if login := string(f) + pair[1]; len(login) == shortestLogin && !ordinary(login) {
			n.own[login] = true
		}
	}
}

// Has reports whether a single word, in whatever letters, is the name or the login of
// somebody.
func (n Names) Has(word string) bool {
	key := fold.Key(word)
	return n.surnames[key] || n.isLogin(word) || !n.spared[key] && utf8.RuneCountInString(key) >= shortestDeclined && !ordinary(key) && n.declined(key)
}
