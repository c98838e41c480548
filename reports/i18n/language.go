package i18n

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/leonelquinteros/gotext"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// English is a text in English that can be said in another language. It may hold
// the verbs of package fmt; whole numbers under %d get the marks of the locale.
// Only constants are written as English: a test collects them by their type.
type English string

// Default is the locale of a nil *Language.
const Default = "en-GB"

// Language writes for readers of one locale. A nil *Language writes British
// English, so that whoever does not care need not choose. It is safe for
// concurrent use.
type Language struct {
	locale  string
	texts   []catalogue // the region's, then the language's; empty for English
	printer *message.Printer
	decimal string // mark before decimals
}

//go:embed locale/*.po
var catalogues embed.FS

var british = open(language.BritishEnglish)

// Open returns the language of a locale as BCP 47 writes it: a language that has
// texts, with or without a region, such as de, de-AT or en-US. The empty string
// is [Default].
func Open(locale string) (*Language, error) {
	if locale == "" {
		return british, nil
	}
	tag, err := language.Parse(strings.TrimSpace(locale))
	if err != nil {
		return nil, fmt.Errorf("locale %q is not known, want one such as %s, en-US or de-DE", locale, Default)
	}
	base, _ := tag.Base()
	if known := Languages(); !slices.Contains(known, base.String()) {
		return nil, fmt.Errorf("locale %q has no texts, want %s, with or without a region such as en-US", locale, strings.Join(known, " or "))
	}
	return open(tag), nil
}

// Languages lists the languages that have texts, sorted.
func Languages() []string {
	names, _ := fs.Glob(catalogues, "locale/*.po") // the pattern is well formed
	all := []string{"en"}
	for _, name := range names {
		if name = strings.TrimSuffix(strings.TrimPrefix(name, "locale/"), ".po"); !strings.Contains(name, "_") {
			all = append(all, name)
		}
	}
	slices.Sort(all)
	return all
}

func open(tag language.Tag) *Language {
	l := &Language{locale: tag.String(), printer: message.NewPrinter(tag)}
	base, _ := tag.Base()
	region, sure := tag.Region()
	if sure != language.No {
		l.add(base.String() + "_" + region.String())
	}
	l.add(base.String())
	l.decimal = strings.Trim(l.printer.Sprintf("%.1f", 0.1), "01")
	return l
}

// catalogue holds the texts of one file.
type catalogue struct {
	texts   map[string]*gotext.Translation
	numbers *gotext.Po // the same, for what depends on a number
}

func (l *Language) add(name string) {
	data, err := catalogues.ReadFile("locale/" + name + ".po")
	if err != nil {
		return // nothing is written differently there
	}
	texts := gotext.NewPo()
	texts.Parse(data)
	said := texts.GetDomain().GetTranslations()
	delete(said, "") // the header
	l.texts = append(l.texts, catalogue{texts: said, numbers: texts})
}

func (l *Language) or() *Language {
	if l == nil {
		return british
	}
	return l
}

// Locale returns the locale as BCP 47 writes it, for the lang attribute of a
// page.
func (l *Language) Locale() string { return l.or().locale }

// English reports whether it writes English.
func (l *Language) English() bool {
	return len(l.or().texts) == 0 || strings.HasPrefix(l.or().locale, "en")
}

// Text says an English text with its operands. An operand that is English is
// translated as well. A text without a translation stays English.
func (l *Language) Text(text English, operands ...any) string {
	l = l.or()
	return l.format(l.translated(text), operands)
}

// Phrase says a text that is no format: one that may hold a percent sign or
// braces of its own, or that a user may have written in place of an English one,
// which then stays as it is.
func (l *Language) Phrase(text English) string { return l.or().translated(text) }

// Count says a text that depends on a number, its first operand: "1 ticket",
// "8 tickets", "8 of 12 tickets". Languages choose the form by their own rules.
func (l *Language) Count(n int, one, many English, operands ...any) string {
	l = l.or()
	text := string(many)
	if n == 1 {
		text = string(one)
	}
	for _, t := range l.texts {
		if t.numbers.IsTranslatedN(string(one), n) {
			text = t.numbers.GetN(string(one), string(many), n)
			break
		}
	}
	return l.format(text, append([]any{n}, operands...))
}

func (l *Language) translated(text English) string {
	for _, t := range l.texts {
		if said := t.texts[string(text)]; said != nil && said.IsTranslated() {
			return said.Get()
		}
	}
	return string(text)
}

// format prints even a text without operands, so that a percent sign is written
// twice in every text alike.
func (l *Language) format(text string, operands []any) string {
	said := slices.Clone(operands)
	for i, o := range said {
		if e, ok := o.(English); ok {
			said[i] = l.Text(e)
		}
	}
	return l.printer.Sprintf(text, said...)
}
