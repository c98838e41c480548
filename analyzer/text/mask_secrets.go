package text

import (
	"regexp"
	"strings"
	"unicode"
)

// secretWords name what opens a door, in the languages of the exports. Those of
// German and Dutch also end longer words.
const secretWords = `passwords?|pword|passwd|passcode|pass ?phrase|pass ?word|pwd|psw|pw|pass|pin|pin[ -]?code|secret|client secret|access token|token|api[ _-]?key|apikey|secret key|` +
	`\p{L}{0,20}passwort|\p{L}{0,20}passwörter|\p{L}{0,20}kennwort|\p{L}{0,20}kennwörter|\p{L}{0,20}wachtwoord(?:en)?|geheimzahl|losung|puk|mots? de passe|mdp|contraseñas?|contrasena|clave|senha|palavra[ -]passe|ww|parola d['’]ordine|` +
	`hasł[oa]|haslo|heslo|jelszó|jelszo|salasana(?:ni)?|lösenord(?:et)?|losenord(?:et)?|passord(?:et)?|adgangskoden?|kodeord(?:et)?|parola(?:m|sı)?|parolă|şifre(?:m|si|miz|niz)?|sifre(?:m|si|miz|niz)?|пароль|пароля|кодовое слово|κωδικός|密码|密碼|パスワード|비밀번호|סיסמה|كلمة المرور|` +
	`(?:access|door|entry|security|unlock|activation) code|code (?:secret|confidentiel)|code d['’]accès|code pin|codice (?:di accesso|segreto|pin)|código (?:de acceso|de acesso)|kod (?:dostępu|pin)|zugangscode|türcode|toegangscode|` +
	`(?:wi-?fi|wlan|wpa2?|network|netzwerk)[ -]?(?:key|schlüssel|sleutel|code)|(?:clé|clave|chiave|klucz|chave|sleutel) (?:de |del |do |van )?(?:la )?(?:wi-?fi|wlan|wpa2?)|` +
	`recovery key|wiederherstellungsschlüssel|clé de récupération|clave de recuperación|chiave di ripristino|` + pairWords

// pairWords name a login and a secret together.
const pairWords = `credentials|zugangsdaten|anmeldedaten|logindaten|identifiants|credenciales|credenciais|credenziali|inloggegevens|dane logowania`

// secretGaps stand between such a word and the secret, and are none.
const secretGaps = `number|no\.?|nummer|nr\.?|carta|i use|you use|we use|used|temporary|temp|initial|new|old|current|now|wäre|war|temporäres|vorläufiges|neues|provisoire|temporaire|initial|nouveau|actuel|temporal|provisional|nueva|actual|de acceso|de acesso|` +
	`provvisori[ao]|temporane[ao]|attuale|nuov[ao]|tijdelijk|nieuw|tymczasowe|nowe|nowy|provisóri[ao]|temporári[ao]|nov[ao]|geçici|yeni|временный|новый|for now|auf`

// secretTimes say from when a secret counts.
const secretTimes = `now|jetzt|nun|aktuell|nu|maintenant|désormais|ahora|adesso|ora|teraz|agora|nå|nyt|teď|currently|actuellement|actualmente|attualmente|obecnie|atualmente|momenteel`

// secretChanges say to what a secret was changed.
const secretChanges = `(?:changed|set|reset|updated)(?: it)? to|(?:geändert|gesetzt|zurückgesetzt) (?:auf|in)|(?:changé|remplacé|réinitialisé) (?:en|par|à)|(?:cambiad[oa]|restablecid[oa]) (?:a|por)|` +
	`(?:cambiat[oa]|reimpostat[oa]) (?:in|a)|(?:zmienion[eoy]|ustawion[eoy]) na|(?:alterad[oa]|mudad[oa]|redefinid[oa]) para|(?:gewijzigd|veranderd) (?:in|naar)`

var secretRoots = rootsOf(secretWords, "key", "schlüssel", "sleutel", "clé", "chiave", "klucz", "chave")

// secret finds such a word and what stands behind it.
var secret = regexp.MustCompile(`(?i)((?:^|[^\p{L}\p{M}])(?:` + secretWords + `)(?:[ \t\x{a0}-]+(?:` + secretGaps + `)){0,2}` +
	`(?:["']?[ \t\x{a0}]*(?:[:=：]+>?|->|=>)[ \t\x{a0}]*|[ \t\x{a0}]+(?:is|was|to|ist|lautet|war|wäre|auf|est|était|c['’]est|es|era|é|è|jest|to jest|brzmi|je|on|är|er|на|это|:)(?:[ \t\x{a0}]+(?:` + secretTimes + `))?[ \t\x{a0}]*[:=]?[ \t\x{a0}]+|` +
	`[ \t\x{a0}]+[-–—][ \t\x{a0}]+(?:это[ \t]+)?|[ \t]*(?:は|是)[ \t：]*|[ \t\x{a0}]+))(["'` + "`" + `«„“‘]?)([^\s"'` + "`" + `«»„“”‘’]{3,128})`)

// secretLater finds such a word, words of the same sentence, and one with a digit.
var secretLater = regexp.MustCompile(`(?i)(?:^|[^\p{L}\p{M}])(?:` + secretWords + `)[,;]?(?:[ \t\x{a0}]+[(]?[\p{L}\p{M}'’-]{1,20}[),]?){1,7}?([ \t]*[:=：]+[ \t]*|[ \t]+)["'«„“‘]?([^\s\d"'«»„“”‘’\[]{0,40}\d[^\s"'«»„“”‘’]{0,64})`)

// toldBefore ends with a word that says what something is.
var toldBefore = regexp.MustCompile(`(?i)[ \t](?:is|was|ist|lautet|auf|est|es|è|é|jest|brzmi|är|er|je|` + secretChanges + `)(?:[ \t](?:` + secretTimes + `))?$`)

// wellKnown are secrets that are told by their form alone: keys of web services, and
// what stands between a login and the name of a machine.
var wellKnown = regexp.MustCompile(`\beyJ[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]+){0,2}|\b(?:AKIA|ASIA)[A-Z0-9]{12,20}\b|\b(?:ghp|gho|ghs|github_pat|glpat|xox[abp]|sk_live|sk_test|rk_live)[_-][A-Za-z0-9_-]{8,}|(://[^\s:/@]{1,64}:)[^\s@/]{3,64}(?:@)`)

// maskLater hides a secret that stands further behind such a word: what reads as no
// word at all, or is said to be it.
func maskLater(s string) string {
	var out strings.Builder
	done := 0
	for pos := 0; pos < len(s); {
		at := secretLater.FindStringSubmatchIndex(s[pos:])
		if at == nil {
			break
		}
		from := pos + at[4]
		token := strings.TrimRight(s[from:pos+at[5]], ".,;:!?)]")
		said := strings.TrimSpace(s[pos+at[2]:pos+at[3]]) != "" || toldBefore.MatchString(s[pos+at[0]:pos+at[2]])
		if !lettersAndDigits(token) || !said && !strings.ContainsAny(token, "!$%&#@^~*_+") || !isSecret(":", false, token) {
			pos = pos + at[2]
			continue
		}
		out.WriteString(s[done:from])
		out.WriteString(MaskSecret)
		done = from + len(token)
		pos = done
	}
	if done == 0 {
		return s
	}
	out.WriteString(s[done:])
	return out.String()
}

// shortestMixed is how many bytes a secret has that only its letters and digits tell.
const shortestMixed = 5

// lettersAndDigits reports letters and digits in one word.
func lettersAndDigits(token string) bool {
	return len(token) >= shortestMixed && strings.ContainsFunc(token, unicode.IsLetter) && strings.ContainsFunc(token, unicode.IsDigit)
}

// quotedPhrase is the rest of what stands in quotes, of several words.
var quotedPhrase = regexp.MustCompile(`^(?: [^\s"'` + "`" + `«»„“”‘’]{1,40}){1,6}["'` + "`" + `»“”’]`)

// secondOfPair is what stands behind a login.
var secondOfPair = regexp.MustCompile(`^(?:[ \t]*[/|,][ \t]*|[ \t]+(?:and|or|und|oder|et|ou|y|o|e|en|i|lub)[ \t]+)([^\s"'«»„“”]{3,64})`)

// secretWord tells a word for a secret, behind which one stands.
var secretWord = regexp.MustCompile(`(?i)^(?:` + secretWords + `)$`)

// onlyPair tells words behind which a login stands, too.
var onlyPair = regexp.MustCompile(`(?i)(?:` + pairWords + `)`)

// maskSecrets hides what stands behind words such as password: whatever is
// behind a colon and no ordinary word, otherwise only what is in quotes or reads
// as no word does.
func maskSecrets(s string) string {
	if !holdsRoot(strings.ToLower(s), secretRoots) {
		return s
	}
	s = maskLater(s)
	var out strings.Builder
	done := 0
	for pos := 0; pos < len(s); {
		at := secret.FindStringSubmatchIndex(s[pos:])
		if at == nil {
			break
		}
		for i := range at {
			at[i] += pos
		}
		said, from, end := s[at[2]:at[3]], at[6], at[7]
		end = secretEnd(s, said, at[5] > at[4], from, end)
		if end == from {
			pos = at[3]
			continue
		}
		out.WriteString(s[done:from])
		out.WriteString(MaskSecret)
		done, pos = end, end
	}
	if done == 0 {
		return s
	}
	out.WriteString(s[done:])
	return out.String()
}

// secretEnd returns where the secret at s[from:] ends, behind what was said; from if
// it is none. The second of a pair and the rest of a phrase in quotes belong to it.
func secretEnd(s, said string, inQuotes bool, from, tokenEnd int) int {
	token := strings.TrimRight(s[from:tokenEnd], ".,;:!?)]")
	end := from + len(token)
	if inQuotes && end == tokenEnd {
		if rest := quotedPhrase.FindString(s[end:]); strings.ContainsFunc(token+rest, unicode.IsDigit) {
			return end + len(strings.TrimRight(rest, "\"'`»“”’"))
		}
	}
	if pair := secondOfPair.FindStringSubmatchIndex(s[end:]); pair != nil && strings.ContainsAny(said, ":=：/") {
		if second := strings.TrimRight(s[end+pair[2]:end+pair[3]], ".,;:!?)]"); !secretWord.MatchString(second) && isSecret(said, true, second) && (lettersAndDigits(second) || strings.ContainsAny(s[end:end+pair[2]], "/|")) {
			return end + pair[2] + len(second)
		}
	}
	if onlyPair.MatchString(said) && !strings.Contains(token, "/") || !isSecret(said, inQuotes, token) {
		return from
	}
	return end
}

// readsAsWord reports letters only, with the marks that stand within words.
func readsAsWord(token string) bool {
	return strings.IndexFunc(token, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\'' && r != '’' }) < 0
}

// isSecret reports whether a token behind what was said is a secret.
func isSecret(said string, inQuotes bool, token string) bool {
	word := strings.ToLower(token)
	switch {
	case len(token) < 3, strings.HasPrefix(token, "["), strings.Contains(token, "://"), strings.Trim(token, "*.-_xX?#%") == "",
		strings.ContainsAny(token, "(<{"): // a program

		return false
	case !readsAsWord(word):
		return strings.ContainsFunc(word, unicode.IsDigit) && strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsPunct(r) || unicode.IsSymbol(r) }) ||
			strings.ContainsAny(said, ":=：は是") || inQuotes || longNumber(word) || strings.ContainsAny(word, "!$%&#@+*~^")
	case ordinary(word) || aboutSecrets[word]:
		return false
	}
	return inQuotes || strings.ContainsAny(said, ":=：は是")
}

// longNumber reports four digits and more.
func longNumber(word string) bool { return len(word) >= 4 && allDigits(word) }

// aboutSecrets are what people say of passwords behind a colon, and is none.
var aboutSecrets = setOf("reset", "expired", "expires", "expiry", "wrong", "incorrect", "invalid", "changed", "change", "forgotten", "forgot", "required", "locked", "lock", "unknown", "unlock", "lost", "missing", "rejected", "denied",
	"policy", "manager", "protected", "accepted", "login", "error", "failed", "failure", "needed", "update", "updated", "sync", "synced", "request", "requested", "recovery", "prompt", "temporary", "new", "old", "blank", "empty",
	"abgelaufen", "zurücksetzen", "zurückgesetzt", "vergessen", "falsch", "ungültig", "gesperrt", "geändert", "ändern", "läuft", "expiré", "oublié", "perdu", "incorrect", "réinitialiser", "réinitialisation", "bloqué", "changer",
	"caducada", "olvidada", "incorrecta", "bloqueada", "restablecer", "cambiar", "expirada", "esquecida", "bloqueada", "redefinir", "trocar", "scaduta", "dimenticata", "errata", "bloccata", "reimpostare", "verlopen", "vergeten", "onjuist", "geblokkeerd", "resetten",
	"wygasło", "zapomniane", "nieprawidłowe", "zablokowane", "zmiana", "истёк", "истек", "забыл", "забыт", "сбросить", "неверный")
