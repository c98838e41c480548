package words

import (
	"fmt"
	"strconv"
	"strings"
	"ticketpatterns/reports/i18n"

	"ticketpatterns/analyzer/result"
)

// orders say in which order dates are read.
var orders = map[result.DateOrder]i18n.English{
	result.AnyOrder: "not needed", result.DayFirst: "day first", result.MonthFirst: "month first", result.YearFirst: "year first",
	result.Days1900: "counted from 1900", result.Days1904: "counted from 1904",
}

// Dates writes how the times of a column are read, with the proof; "" if no
// column was looked at.
func (w Writer) Dates(d result.DateReading) string {
	text := w.dateProof(d)
	if d.DayNumbers == nil {
		return text
	}
	numbers := w.dayNumbers(d.DayNumbers)
	if text == "" {
		return numbers
	}
	return text + "; " + numbers
}

// dateProof writes the proof of an order of day and month; "" where there are
// day numbers only.
func (w Writer) dateProof(d result.DateReading) string {
	order, not := orders[d.Order], orders[d.Not]
	switch d.Proof {
	case result.ProofEmpty:
		return w.Text("the column is empty")
	case result.ProofNoTimes:
		return w.Text("no cell holds a time")
	case result.ProofClear:
		return w.Text("no order needed: %s can be read in one way only", w.at(d.Sample))
	case result.ProofCell:
		return w.Text(order) + ": " + w.at(d.Sample)
	case result.ProofSame:
		return w.Text("no order needed: day and month are the same number in each cell, such as %s", w.at(d.Sample))
	case result.ProofColumn:
		return w.Text("%s: like column %q", order, d.Column)
	case result.ProofPairs:
		return w.Text("%[1]s: read %[2]s, %[3]d of %[4]d pairs of times would end before they began; read %[1]s, none", order, not, d.Wrong, d.Of)
	case result.ProofEnd:
		return w.Text("%[1]s: read %[2]s, %[3]d times would lie after the last change in the file (%[4]s); read %[1]s, none", order, not, d.Wrong, string(d.Until))
	case result.ProofHeader:
		return w.Text("%s: the header says it", order)
	case result.ProofConfigured:
		return w.Text("%s: as configured; the file does not prove it", order)
	case result.ProofDots:
		return w.Text("day first: dots between the numbers, as in %s", w.at(d.Sample))
	}
	return ""
}

// dayNumbers writes how a spreadsheet's day numbers are read.
func (w Writer) dayNumbers(n *result.DayNumbers) string {
	why := w.Text("%s, because only then do they come within a year of the other times", orders[n.From])
	if n.Assumed {
		why = w.Text("counted from 1900, as is usual: nothing in the file proves it")
	}
	return w.Text("a spreadsheet's day numbers, such as %s, which is %s; %s", w.at(&n.Sample), string(n.Day), why)
}

func (w Writer) at(p *result.Place) string {
	return w.Text("%q at line %s", p.Text, strconv.Itoa(p.Line))
}

// Zone writes where the zone of times comes from, if zoned of all cells carry
// theirs and taken is that of the others; "" if there are none.
func (w Writer) Zone(zoned, all int, taken string) string {
	switch {
	case all == 0:
		return ""
	case zoned == all:
		return w.Text("each cell carries its zone")
	case zoned == 0:
		return w.Text("no zone in the cells, %s taken", taken)
	}
	return w.Count(zoned, "%d cell carries its zone, %s taken for the others", "%d cells carry their zone, %s taken for the others", taken)
}

// Encoding writes which encoding was taken; "" if none is known.
func (w Writer) Encoding(e result.Encoding) string {
	switch e.Detail {
	case result.EncodingMarked:
		return w.Text("UTF-8 with byte order mark")
	case result.EncodingUnmarked:
		return w.Text("%s, without byte order mark", e.Name)
	case result.EncodingNotUTF8:
		return w.Text("%s (not valid UTF-8)", e.Name)
	case result.EncodingTwice:
		return w.Text("%s, encoded twice, which was undone", e.Name)
	case result.EncodingMixed:
		return w.Count(e.Foreign, "UTF-8, %d byte that is not UTF-8 read as %s", "UTF-8, %d bytes that are not UTF-8 read as %s", e.CodePage)
	}
	return e.Name
}

// forms say what files are that no product is known to have written.
var forms = map[result.Form]i18n.English{
	result.FormCanonical: "canonical columns", result.FormRegister: "plain register", result.FormChanges: "list of changes", result.FormPeople: "list of people",
}

// System writes what exported a file: the product, or what stands for one. ""
// if the file was not understood.
func (w Writer) System(product string, form result.Form) string {
	if product != "" || form == result.FormProduct {
		return product
	}
	return w.Text(forms[form])
}

// losses say what the analysis cannot do without a field.
var losses = map[result.LossCode]i18n.English{
	result.LossSubject:            "the description stands for the issue",
	result.LossDescription:        "issues are told from the subject alone",
	result.LossTexts:              "no text says what a ticket is about: tickets are compared by %s alone",
	result.LossAll:                "no text and no category says what a ticket is about: there is nothing to compare",
	result.LossPeople:             "people cannot be told apart: the number of people affected is not known",
	result.LossDepartment:         "patterns cannot be tied to departments; location, service and category still can",
	result.LossDepartmentCompany:  "the company stands for it, unless a list of people says it",
	result.LossDepartmentLocation: "the location stands for it, unless a list of people says it",
	result.LossCategory:           "patterns cannot be tied to categories; the text alone says what a ticket is about",
	result.LossCategoryTexts:      "patterns cannot be tied to categories; what a ticket is about is told by %s alone",
	result.LossCategoryAll:        "neither a category nor a text says what a ticket is about",
	result.LossResolved:           "hours to resolve are counted from the closing time, if there is one",
	result.LossHours:              "hours to resolve are not known",
	result.LossClosed:             "tickets without a resolved time count as open unless their state says otherwise",
	result.LossOpen:               "it is not known which tickets are open",
	result.LossClosedResolved:     "the resolved time counts as the end",
	result.LossUpdated:            "of rows with the same id the last one in the file counts as the newest",
	result.LossGroup:              "the team that holds a ticket is not known, so neither is who should own it from routing",
	result.LossReassignments:      "tickets passed between teams cannot be counted",
	result.LossReopens:            "fixes that did not hold cannot be counted",
	result.LossResolution:         "workarounds cannot be quoted",
}

// sorts name the fields that stand for the issue where there is no text.
var sorts = map[string]i18n.English{"category": "category", "subcategory": "subcategory", "service": "service"}

// Loss writes what is lost because no column holds a field.
func (w Writer) Loss(l result.Loss) string {
	if len(l.By) == 0 {
		return w.Text(losses[l.Code])
	}
	by := make([]string, len(l.By))
	for i, field := range l.By {
		by[i] = w.Text(sorts[field])
	}
	return w.Text(losses[l.Code], w.List(by))
}

// Quoted quotes names and lists them.
func Quoted(names []string) string {
	all := make([]string, len(names))
	for i, n := range names {
		all[i] = fmt.Sprintf("%q", n)
	}
	return strings.Join(all, ", ")
}
