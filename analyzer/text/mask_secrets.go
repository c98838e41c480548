package text

import (
	"regexp"
	"strings"
	"unicode"
)

// secretWords name what opens a door, in the languages of the exports.
const secretWords = `password|passwd|passcode|passphrase|pass ?word|pwd|pw|pass|pin|pin[ -]?code|secret|client secret|access token|token|api[ _-]?key|apikey|secret key|` +
	`passwort|kennwort|zugangscode|geheimzahl|losung|mot de passe|mdp|code secret|contraseña|contrasena|clave|senha|palavra[ -]passe|wachtwoord|toegangscode|` +
	`hasło|haslo|hasła|heslo|jelszó|jelszo|salasana|lösenord|losenord|passord|adgangskode|parola|parolă|şifre|sifre|пароль|пароля|кодовое слово|κωδικός|密码|密碼|パスワード|비밀번호|סיסמה|كلمة المرور`

// secret finds such a word and what stands behind it.
var secret = regexp.MustCompile(`(?i)((?:^|[^\p{L}\p{M}])(?:` + secretWords + `)(?:["']?[ \t]*(?:[:=：]+>?|->|=>)[ \t]*|[ \t]+(?:is|was|to|ist|lautet|war|auf|est|était|es|era|é|è|era|jest|to|to jest|je|on|är|er|на|это|:)[ \t]*[:=]?[ \t]+|[ \t]+[-–—][ \t]+(?:это[ \t]+)?|[ \t]*(?:は|是)[ \t：]*|[ \t]+))(["'` + "`" + `«„“]?)([^\s"'` + "`" + `«»„“”]{3,128})`)

// maskSecrets hides what stands behind words such as password: whatever is
// behind a colon and no ordinary word, otherwise only what is in quotes or reads
// as no word does.
func maskSecrets(s string) string {
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
		token := strings.TrimRight(s[from:end], ".,;:!?)]")
		end = from + len(token)
		if !isSecret(said, at[5] > at[4], token) {
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

// isSecret reports whether a token behind what was said is a secret.
func isSecret(said string, inQuotes bool, token string) bool {
	word := strings.ToLower(token)
	plain := strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\'' && r != '’' }) < 0
	switch {
	case len(token) < 3, strings.HasPrefix(token, "["), strings.Contains(token, "://"), strings.Trim(token, "*.-_xX?#%") == "",
		strings.ContainsAny(token, "(<{"): // a program

		return false
	case !plain:
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
