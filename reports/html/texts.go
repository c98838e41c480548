package html

import (
	"encoding/json"
	"fmt"
	"html/template"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/reports/i18n"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

// functions returns the functions that templates can call, in one language.
func functions(in words.Writer) template.FuncMap {
	return template.FuncMap{
		"t": func(text i18n.English, operands ...any) any {
			return within(operands, func(said []any) string { return in.Text(text, said...) })
		},
		"n": func(n int, one, many i18n.English, operands ...any) any {
			return within(operands, func(said []any) string { return in.Count(n, one, many, said...) })
		},
		"element":     element,
		"link":        link,
		"date":        in.Date,
		"day":         in.DayMonth,
		"span":        in.Span,
		"number":      in.Number,
		"exact":       in.Exact,
		"int":         in.Int,
		"percent":     in.Percent,
		"probability": in.Probability,
		"chance":      in.MayBeChance,
		"tickets":     in.Tickets,
		"people":      in.People,
		"kind":        in.Kind,
		"field":       in.Field,
		"role":        func(role string) string { return roleName(in, role) },
		"system":      in.System,
		"encoding":    in.Encoding,
		"dates":       in.Dates,
		"checkName":   in.CheckName,
		"checkValue":  in.CheckValue,
		"checkEffect": in.CheckEffect,
		"noBaseline":  in.NoBaseline,
		"warnings":    in.Warnings,
		"capital":     words.Capital,
		"hoursHow":    in.HoursHow,
		"counts":      in.Counts,
		"mandate":     in.Mandate,
		"ownerReason": in.OwnerReason,
		"strength":    in.Strength,
		"function":    in.Function,
		"team":        in.Team,
		"evidence":    in.Evidence,
		"causeCheck":  in.CauseCheck,
		"hypothesis":  in.Hypothesis,
		"way":         in.Way,
		"linked":      in.Linked,
		"criterion":   in.Criterion,
		"phrase":      func(text string) string { return in.Phrase(i18n.English(text)) },
		"values":      in.Values,
		"exception":   in.Exception,
		"heading":     in.Heading,
		"short":       text.Shorten,
		"dayOf":       result.DayOf,
	}
}

// element wraps a text, or another element, in an element of that name.
func element(name string, content any) template.HTML {
	inside, ok := content.(template.HTML)
	if !ok {
		inside = template.HTML(template.HTMLEscaper(content))
	}
	return template.HTML("<"+name+">") + inside + template.HTML("</"+name+">")
}

// link makes a link to a place on the page.
func link(anchor, text string) template.HTML {
	return template.HTML(`<a href="#` + template.HTMLEscapeString(anchor) + `"><bdi>` + template.HTMLEscapeString(text) + `</bdi></a>`)
}

// within writes a text. If an operand is an element, the result is markup in which
// everything else is escaped; marks that no text can hold stand for the elements
// until then.
func within(operands []any, write func(operands []any) string) any {
	said := slices.Clone(operands)
	var elements []string
	for i, o := range operands {
		if e, ok := o.(template.HTML); ok {
			mark := "\x01" + strconv.Itoa(i) + "\x02"
			said[i] = mark
			elements = append(elements, mark, string(e))
		}
	}
	text := write(said)
	if elements == nil {
		return text
	}
	return template.HTML(strings.NewReplacer(elements...).Replace(template.HTMLEscapeString(text)))
}

var roleNames = map[string]i18n.English{"tickets": "tickets", "changes": "changes", "people": "people"}

// roleName names what a file holds.
func roleName(in words.Writer, role string) string {
	if name, ok := roleNames[role]; ok {
		return in.Text(name)
	}
	return role
}

// spoken finds the texts of the page's script.
var spoken = regexp.MustCompile(`\bsay\('((?:[^'\\]|\\.)*)'`)

// Texts maps the English texts of the page's script to the language of the page, as
// JSON; "" if the page is in English.
func (v *view) Texts() (template.JS, error) {
	script, err := pageScript()
	if err != nil {
		return "", err
	}
	texts := map[string]string{}
	for _, found := range spoken.FindAllStringSubmatch(script, -1) {
		english := strings.ReplaceAll(found[1], `\'`, `'`)
		// The test that collects all texts finds those of scripts in the same way.
		if text := v.in.Phrase(i18n.English(english)); text != english {
			texts[english] = text
		}
	}
	if len(texts) == 0 {
		return "", nil
	}
	b, err := json.Marshal(texts)
	if err != nil {
		return "", fmt.Errorf("encoding the texts of the script: %w", err)
	}
	return template.JS(b), nil
}
