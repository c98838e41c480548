package text

import (
	"net/netip"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pattern finds what may identify a person.
type pattern struct {
	find  *regexp.Regexp // its first group, where it has one, stays in front of the mask
	mask  string
	sign  string                 // characters of which one stands in whatever it finds; "" for none
	roots []string               // of the words it begins with; nil if it begins with none
	apart bool                   // it does not follow a digit and a dot, dash, slash or colon
	alone bool                   // nor does a dot and a digit follow it
	most  int                    // bytes that one has; what is longer holds none. 0 where find itself is bounded
	is    func(found string) int // looks closer: how many bytes of it are one, 0 for none; nil for all that find finds
}

func (p pattern) replace(s string) string {
	var out strings.Builder
	done := 0
	for pos := 0; pos < len(s); {
		at := p.find.FindStringSubmatchIndex(s[pos:])
		if at == nil {
			break
		}
		from, end := pos+at[0], pos+at[1]
		if len(at) > 2 && at[2] >= 0 {
			from = pos + at[3]
		}
		if p.most > 0 && end-from > p.most {
			pos = end // and no part of it is looked at again, which would take its square
			continue
		}
		if p.is != nil {
			n := p.is(s[from:end])
			if n == 0 || touches(s, from, from+n) || p.apart && goesOn(s, from) || p.alone && dotted(s[from+n:]) {
				pos = nextGroup(s, from, end)
				continue
			}
			end = from + n
		}
		out.WriteString(s[done:from])
		out.WriteString(p.mask)
		done, pos = end, end
	}
	if done == 0 {
		return s
	}
	out.WriteString(s[done:])
	return out.String()
}

// goesOn reports whether s[from:] goes on with what dates, versions and times are
// written with.
func goesOn(s string, from int) bool {
	if from < 2 {
		return false
	}
	digit := s[from-2] >= '0' && s[from-2] <= '9'
	return strings.IndexByte(".-/:", s[from-1]) >= 0 && digit || s[from-1] == '-' && asciiLetter(s[from-2])
}

// dotted reports whether s goes on with another group of digits, as versions do.
func dotted(s string) bool { return len(s) > 1 && s[0] == '.' && s[1] >= '0' && s[1] <= '9' }

// nextGroup returns where the next group of letters and digits may begin in
// s[from:end], which is none of what is looked for as a whole.
func nextGroup(s string, from, end int) int {
	i := from + 1
	for i < end && (asciiLetter(s[i-1]) || s[i-1] >= '0' && s[i-1] <= '9') {
		i++
	}
	for i < end && s[i]&0xc0 == 0x80 {
		i++
	}
	return i
}

// whole is a closer look that takes all or nothing.
func whole(is func(string) bool) func(string) int {
	return func(s string) int {
		if is(s) {
			return len(s)
		}
		return 0
	}
}

// front is a closer look that takes the longest beginning which ends where a
// group does.
func front(is func(string) bool) func(string) int {
	return func(s string) int {
		for n := len(s); n > 0; n-- {
			if (n == len(s) || !inWord(rune(s[n])) && inWord(rune(s[n-1]))) && is(s[:n]) {
				return n
			}
		}
		return 0
	}
}

// touches reports whether letters or digits stand right beside s[from:to], which
// is then part of something longer.
func touches(s string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:from])
	after := firstRune(s[to:])
	return inWord(before) || before == '_' || before == '#' || inWord(after) || after == '_'
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// words written before a date of birth and before a telephone number, in the
// languages of the exports.
const (
	bornWords = `date of birth|birth ?date|birthday|dob|d\.o\.b\.?|born|geburtsdatum|geburtstag|geboren|jahrgang|year of birth|geb\.?(?:[ -]?dat(?:um|\.))?|geboortedatum|` +
		`naissance|née? (?:le|à|en)|(?:fecha|f)\.? (?:de )?nac(?:imiento|\.)|nacid[oa]|nació|d(?:a?ta?|t)\.? (?:de )?nasc(?:imento|\.)?|nascimento|nascid[oa]|nasceu|nascita|nat[oa] (?:il|a)|` +
		`data urodz(?:enia|\.)?|urodzon[yea]|urodził(?:a)? się|ur\.|datum narození|narozen[aá]?|född|fødselsdato|født|syntymäaika|syntynyt|születési (?:dátum|idő)|data nașterii|născut[ăa]?|doğum tarihi|дата рождения|родил(?:ся|ась)|生年月日|出生日期`
	phoneWords = `phone|telephone|tel|mobile|mob|ext|extension|cell|fax|telefon|telefonnummer|handy|mobil|durchwahl|dw|nebenstelle|nst|klappe|intern|interne|apparat|rufnummer|tél|téléphone|portable|poste|móvil|movil|teléfono|telefono|celular|` +
		`telefone|ramal|cellulare|interno|toestel|mobiel|telefoon|komórka|komórkowy|wewn|tel\.? kom|телефон|тел|моб|telefonszám|puhelin|puh|dahili|anexo|tst|電話|电话`
	monthDate = `(?:\d{1,4}[./-] ?\d{1,2}[./-] ?\d{2,4}|\d{1,2}(?:er|º|°|st|nd|rd|th)?\.? ?(?:de |of )?\p{L}{3,10}\.?,?(?: de)? \d{4}|\p{L}{3,10} \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}[./](?:19|20)\d{2}|\d{4}年\d{1,2}月\d{1,2}日)`
)

// personal are the patterns in the order in which they are looked for, most
// specific first. Those of numbers look at no more than is stated in them.
var personal = []pattern{
	{find: wellKnown, mask: MaskSecret, sign: "yAgx_:"},
	{find: regexp.MustCompile(`[\p{L}\p{M}0-9._%+'-]+@[\p{L}0-9-]+(?:\.[\p{L}0-9-]*[\p{L}0-9])+`), mask: MaskMail, sign: "@"},
	{find: regexp.MustCompile(`(?i)\b(?:https?|ftps?|sftp|file|smb|ldaps?|tel|sip)://[^\s<>"]+`), mask: MaskLink, sign: "/"},
	{find: regexp.MustCompile(`(?i)\bwww\.[^\s<>"]+`), mask: MaskLink, sign: "wW"},
	{find: regexp.MustCompile(`(?i)(\b[a-z]:[\\/](?:users|benutzer|utilisateurs|usuarios|utenti|usuários|użytkownicy|gebruikers|documents and settings)[\\/]|[\\/](?:home|homes|homedirs?|users?|profiles?|profiel(?:en)?|profils?|perfil(?:es)?|profil[ie]|userdata|userhome)\$?[\\/])[^\\/\s"'<>:|?*{}]{2,40}(?-i: [A-Z][a-z]+)?`), mask: MaskName, sign: `\/`, is: whole(isProfile)},
	{find: regexp.MustCompile(`(?i)(^|[^\p{L}\p{M}])(?:` + bornWords + `)(?:[^\d\n\p{L}]{1,3}\p{L}{1,12}){0,3}?[^\d\n\p{L}]{0,3}` + monthDate), mask: MaskDate, sign: "0123456789", roots: rootsOf(bornWords)},
	{find: regexp.MustCompile(`(?i)(^|[^\p{L}\p{M}])(?:jahrgang|year of birth|born in|n[ée]e? en) (?:19|20)\d{2}\b`), mask: MaskDate, sign: "12"},
	{find: regexp.MustCompile(`(?i)(^|[\s(])(?:\* ?\d{1,2}\.\d{1,2}\.(?:19|20)?\d{2}|` + monthDate + ` (?:doğumlu|生まれ))`), mask: MaskDate, sign: "*ğ生"},
	{find: regexp.MustCompile(`(?i)(^|[^\p{L}\p{M}])(?:` + idWords + `)` + idNumber), mask: MaskID, sign: "0123456789", roots: rootsOf(idWords), is: front(isNumbered)},
	{find: regexp.MustCompile(`(?i)(\bmac(?:[ -]?(?:address|adresse|adres|addr|id))?[ :=]{1,3})[0-9a-f]{12}\b`), mask: MaskAddress, sign: "mM"},
	{find: regexp.MustCompile(`(?i)[a-z]{2}\d{2}(?:[ -]?[a-z0-9]{4}){2,7}(?:[ -]?[a-z0-9]{1,3})?`), mask: MaskNumber, sign: "0123456789", is: front(isIBAN)},
	{find: regexp.MustCompile(`\d{4}(?:[ -]?\d{4}){2}(?:[ -]?\d{1,7})|\d{4}[ -]\d{6}[ -]\d{4,5}|[3-6]\d{2,5}(?:[ -]\d{3,6}){2,5}`), mask: MaskNumber, sign: "0123456789", is: front(isCard)},
	{find: regexp.MustCompile(`(?i)(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}`), mask: MaskAddress, sign: ":-.", is: whole(always)},
	{find: regexp.MustCompile(`(?:\d{1,3}\.){3}\d{1,3}`), mask: MaskAddress, sign: ".", apart: true, is: whole(always), alone: true},
	{find: regexp.MustCompile(`(?i)[0-9a-f:]*:[0-9a-f:]*:[0-9a-f:]*(?:%[a-z0-9]+)?`), mask: MaskAddress, sign: ":", most: longestAddress, is: whole(isIPv6)},
	{find: regexp.MustCompile(`(?i)\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b`), mask: MaskID, sign: "-"},
	{find: regexp.MustCompile(nationalIDs), mask: MaskID, sign: "0123456789", is: whole(isNationalID)},
	{find: regexp.MustCompile(`(?i)(^|[^\p{L}\p{M}])(?:` + phoneWords + `)[.#]?(?:[ -]?(?:number|no\.?|nr\.?|nummer|n[°ºr]\.?|numéro|número|numero))?(?: ?(?:is|ist|est|es|é|è|to|jest|on|:|=))? ?-?[\d(+][\d ()/.\x{a0}-]{2,24}\d`), mask: MaskPhone, sign: "0123456789", roots: rootsOf(phoneWords), is: whole(notVersion)},
	{find: regexp.MustCompile(`(?:\+|00|\()?[\d(][\d ()/.\x{a0}\x{2013}-]{5,24}\d(?: ?(?:x|ext|extn|poste|int|dw)\.? ?\d{1,6})?`), mask: MaskPhone, sign: "0123456789", apart: true, is: front(isPhone)},
	{find: regexp.MustCompile(`\b\d{7,}\b`), mask: MaskNumber, sign: "0123456789"},
}

// longestAddress is how many bytes an address of IP version 6 has with its zone.
const longestAddress = 64

func always(string) bool { return true }

// version ends what is said of an extension of a program.
var version = regexp.MustCompile(`\D\d{1,3}(?:\.\d{1,3}){1,3}$`)

func notVersion(s string) bool { return !version.MatchString(s) }

// isProfile reports whether a folder is that of a person, not of all.
func isProfile(folder string) bool {
	switch strings.ToLower(folder) {
	case "public", "default", "all", "all users", "default user", "shared", "common", "%username%", "hdfs", "hive", "spark", "yarn", "mapred", "hbase", "oozie", "impala", "kafka", "airflow", "tomcat", "www-data", "nginx", "postgres", "oracle", "mysql", "jenkins", "builder", "vagrant", "ubuntu", "centos", "app", "docker", "git", "node":
		return false
	}
	return !roles[strings.ToLower(folder)]
}

// digitsOf returns the digits of s.
func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// isCard reports whether the digits of s are those of a card: 13 to 19, the last of
// them a check digit (ISO/IEC 7812, Luhn).
func isCard(s string) bool {
	d := digitsOf(s)
	if len(d) < 13 || len(d) > 19 || strings.Trim(d, "0") == "" {
		return false
	}
	sum := 0
	for i := range len(d) {
		n := int(d[len(d)-1-i] - '0')
		if i%2 == 1 {
			if n *= 2; n > 9 {
				n -= 9
			}
		}
		sum += n
	}
	return sum%10 == 0
}

// ungrouped drops what groups of letters and digits are parted with.
var ungrouped = strings.NewReplacer(" ", "", "-", "")

// isIBAN reports whether s is an account number of ISO 13616: the remainder by 97
// is 1 if its first four characters stand at the end.
func isIBAN(s string) bool {
	s = strings.ToUpper(ungrouped.Replace(s))
	if len(s) < 15 || len(s) > 34 {
		return false
	}
	rest := 0
	for _, c := range s[4:] + s[:4] {
		if unicode.IsDigit(c) {
			rest = (10*rest + int(c-'0')) % 97
		} else {
			rest = (100*rest + int(c-'A') + 10) % 97
		}
	}
	return rest == 1
}

// isIPv6 reports an address of IP version 6, in which at least two groups stand.
func isIPv6(s string) bool {
	s, _, _ = strings.Cut(s, "%")
	_, err := netip.ParseAddr(s)
	return err == nil && len(s) >= 6
}

// nationalIDs are numbers that states and their insurances give people, written as
// usual: those of the US, the UK, Spain, Italy, France, Brazil and Scandinavia.
// What is a bare number of seven digits is hidden as such.
const nationalIDs = `\d{3}-\d{2}-\d{4}|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]|\d{8}-?[A-Z]|[XYZ]-?\d{7}-?[A-Z]|[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]|` +
	`[12] \d{2} \d{2} \d{2} \d{3} \d{3}(?: \d{2})?|\d{3}\.\d{3}\.\d{3}-\d{2}|(?:\d{2})?\d{6}[-+A]\d{3}[0-9A-Z]|\d{2} \d{6} [A-Z] \d{3}|\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}|` +
	`756\.\d{4}\.\d{4}\.\d{2}|\d{1,2}\.\d{3}\.\d{3}-[0-9A-Z]|[a-z]{6}\d{2}[a-z]\d{2}[a-z]\d{3}[a-z]`

// spanishLetters are the check letters of a Spanish identity number, by its
// remainder by 23.
const spanishLetters = "TRWAGMYFPDXBNJZSQVHLCKE"

// isNationalID checks those that bear a check letter; the others are told by
// their form.
func isNationalID(s string) bool {
	d := digitsOf(s)
	if letter := s[len(s)-1]; len(d) == 8 && letter >= 'A' && letter <= 'Z' && s[0] >= '0' && s[0] <= '9' && len(s) <= 10 {
		n := 0
		for _, c := range d {
			n = (10*n + int(c-'0')) % 23
		}
		return spanishLetters[n] == letter
	}
	return true
}

// grouped are the ways to write numbers of telephones without the 0 or + in
// front: digits in each group, by the separator of North America, Spain, Poland,
// Portugal, Brazil and Russia.
var grouped = regexp.MustCompile(`^(?:` +
	`(?:1[ .-])?\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}|` + // North America
	`[679]\d{2}[ -]\d{3}[ -]\d{3}|[4-8]\d{2}[ -]\d{3}[ -]\d{3}|[69]\d{2}[ -]\d{2}[ -]\d{2}[ -]\d{2}|` + // Spain, Poland
	`\(?[1-9]\d\)?[ -]\d{3}[ -]\d{2}[ -]\d{2}|[2-9]\d[ -]\d{3}[ -]\d{4}|[89]\d[ -]\d{3}[ -]\d{2}[ -]\d{2}|` +
	`\(?[1-9]\d\)? ?9?\d{4}-\d{4}|` + // Brazil
	`(?:[78][ -])?\(?[3489]\d{2}\)?[ -]\d{3}[ -]\d{2}[ -]\d{2}|` + // Russia
	`3\d{2}[ .-]\d{3}[ .-]?\d{4}|3\d{2}[ .]\d{2}[ .]\d{2}[ .]\d{3}|3\d{2}[ .]\d{2,3}[ .]\d{2,3}[ .]\d{2}|3\d{2}[ .-]\d{6,7}|1[3-9]\d[ -]\d{4}[ -]\d{4}` + // Italy, China
	`)$`)

// datelike is written as a date or a time is.
var datelike = regexp.MustCompile(`^(?:\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})(?: |$)`)

// isoDate stands in the listings of folders, behind the sizes of files.
var isoDate = regexp.MustCompile(`(?:^|\D)(?:19|20)\d\d-[01]\d-[0-3]\d(?:\D|$)`)

// isPhone reports whether s is written as people write a telephone number: behind
// + or 00 with the country, behind 0 or in brackets with the area, or in the
// groups of countries that dial neither. An extension may stand behind.
func isPhone(s string) bool {
	if at := strings.IndexFunc(s, unicode.IsLetter); at >= 0 {
		s = strings.TrimRight(s[:at], " ")
	}
	d := digitsOf(s)
	if len(d) < 7 || len(d) > 15 || strings.Count(s, "(") != strings.Count(s, ")") {
		return false
	}
	return dialled(s, d) && !datelike.MatchString(s) && !isoDate.MatchString(s)
}

// dialled reports whether s with the digits d is grouped as numbers of telephones are.
func dialled(s, d string) bool {
	switch {
	case strings.HasPrefix(s, "+"), strings.HasPrefix(s, "00") && len(d) >= 9 && len(d) < len(s):
		return len(d) >= 8
	case strings.HasPrefix(d, "0") && d[1] != '0' && len(d) >= 8 && len(d) < len(s) && strings.IndexByte("0(", s[0]) >= 0:
		return strings.Count(s, ".") < 5 && !strings.HasPrefix(s, "0.")
	}
	return threeDigits(s) && grouped.MatchString(s)
}

// threeDigits reports a group of three digits, which all of the ways in grouped have.
func threeDigits(s string) bool {
	run := 0
	for i := 0; i < len(s) && run < 3; i++ {
		if run++; s[i] < '0' || s[i] > '9' {
			run = 0
		}
	}
	return run == 3
}
