package text

import "unicode"

// idWords are written before the number that a state or its insurances give
// somebody, in the languages of the exports.
const idWords = `passport|medicare|licen[cs]e n(?:o|umber|r)|reisepass|passeport|pasaporte|passaporto|passaporte|paspoort|paszport(?:u)?|паспорт|` +
	`identity card|id card|national id|personalausweis|ausweis|\p{L}{0,16}versicher(?:ten|ungs)-?(?:nummer|nr)|idnr|id-nr|carte d['’]identité|carta d['’]identità|documento(?: de identidad)?|identiteitskaart|dowód osobisty|dowodu(?: osobistego)?|` +
	`driver['’]?s? licen[cs]e|driving licen[cs]e|führerschein|permis(?: de conduire)?|cni|permiso de conducir|patente(?: di guida)?|rijbewijs|prawo jazdy|` +
	`ssn|social security|nino|ni n(?:umber|o)|national insurance|nhs|sozialversicherungs?|sv[ -]?(?:nr|nummer)|steuer[ -]?(?:id|nr|nummer)|ahv|nir|sécurité sociale|sécu|dni|nif|nuss|curp|codice fiscale|` +
	`bsn|burgerservice|rijksregister|pesel|nip|cpf|cnpj|снилс|инн|personnummer|cpr|fødselsnummer|hetu|henkilötunnus|rodné číslo|t\.?c\.? kimlik|αφμ|αμκα|身份证|身份證|護照|护照|マイナンバー|주민등록번호`

// idNumber is what stands behind them: a word for number, and groups of letters
// and digits.
const idNumber = `(?:[ -]?(?:number|nummer|no|nr|id|num|numéro|número|numero|n[°ºr]|号码|號碼))?\.?(?:[ :=#]{0,3}(?:is|ist|est|es|é|è|to|is het|jest|on|：|:))?[ :=#]{0,3}(?:[A-Z]{0,6}[ -]?)?\d[A-Z0-9]{0,18}(?:[ ./-][A-Z0-9]{1,12}){0,7}`

// Such a number has so many digits at least, or fewer among so many letters and digits.
const (
	fewestIDDigits      = 5
	fewestIDDigitsMixed = 4
	fewestIDMixed       = 8
)

// isNumbered reports whether what stands behind a word for it is long enough for the
// number of a person, and ends with a group that holds a digit or one letter.
func isNumbered(s string) bool {
	digits, letters, lastGroup, inGroup := 0, 0, 0, false
	for _, r := range s {
		lastGroup++
		switch {
		case unicode.IsDigit(r):
			digits++
			inGroup = true
		case unicode.IsLetter(r):
			letters++
		default:
			letters, lastGroup, inGroup = 0, 0, false
		}
	}
	mixed := digits >= fewestIDDigitsMixed && lastGroup >= fewestIDMixed
	return (digits >= fewestIDDigits || mixed) && (inGroup || letters == 1)
}
