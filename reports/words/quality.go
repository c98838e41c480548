package words

import (
	"strings"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/reports/i18n"

	"ticketpatterns/analyzer/result"
)

// CheckName writes what a check looked at.
func (w Writer) CheckName(c result.Check) string {
	switch c.Code {
	case result.CheckFile, result.CheckUnreadFile:
		return w.Text("file %s", c.File)
	case result.CheckLeftOut:
		return w.Text("left out: %s", exclusions[c.Reason])
	case result.CheckNewValues:
		return w.Text(withoutPast[c.Field])
	}
	return w.Text(checkNames[c.Code])
}

var checkNames = map[result.CheckCode]i18n.English{
	result.CheckRows:          "rows read",
	result.CheckNoDepartment:  "tickets without department",
	result.CheckNoRequester:   "tickets without requester",
	result.CheckNoEnd:         "tickets without resolved or closed time",
	result.CheckNoText:        "tickets without text",
	result.CheckDepartments:   "departments",
	result.CheckStandIn:       "departments",
	result.CheckNoDepartments: "departments",
	result.CheckAutomated:     "tickets that programs opened",
	result.CheckFilled:        "filled from the list of people",
	result.CheckHistory:       "history of the export",
	result.CheckYoung:         "history of the export",
	result.CheckVanished:      "tickets of the last run",
	result.CheckLater:         "opened after the day of the report",
	result.CheckNoTexts:       "texts that tell tickets apart",
	result.CheckNoRequesters:  "requesters",
	result.CheckDismissed:     "decided to be no pattern",
	result.CheckTooLarge:      "scopes too large to search whole",
}

// exclusions name why tickets are compared with no other.
var exclusions = map[result.Exclusion]i18n.English{
	result.ExcludedMachine:   "sent by monitoring, schedulers and other programs",
	result.ExcludedAutomatic: "absence notes, failed deliveries, receipts and surveys",
	result.ExcludedPlea:      "greetings and pleas that do not say what is wrong",
	result.ExcludedWordless:  "no text",
	result.ExcludedAlone:     "in words that no other ticket uses",
}

// withoutPast name the values of a field that began late.
var withoutPast = map[string]i18n.English{
	"department": "departments without a past", "category": "categories without a past", "subcategory": "subcategories without a past",
	"service": "services without a past", "location": "locations without a past", "assignment_group": "assignment groups without a past",
}

// CheckValue writes what a check found.
func (w Writer) CheckValue(c result.Check) string {
	switch c.Code {
	case result.CheckRows:
		return w.Text("%d: %s, %s of tickets seen before, %d rejected", c.Rows.Rows, w.Tickets(c.Rows.Kept), w.Count(c.Rows.Merged, "%d row", "%d rows"), c.Rows.Rejected)
	case result.CheckFile:
		return w.fileReading(c.Read)
	case result.CheckUnreadFile:
		return w.Text("not read")
	case result.CheckDepartments, result.CheckStandIn, result.CheckNoDepartments:
		return w.departments(c.Departments)
	case result.CheckHistory, result.CheckYoung:
		return w.Count(c.Days, "%d day", "%d days")
	case result.CheckVanished:
		return w.Text("%d of %d", c.Count, c.Of)
	case result.CheckLater:
		return w.Tickets(c.Count)
	case result.CheckFilled:
		return w.Text("department or location of %s", w.Tickets(c.Count))
	case result.CheckDismissed:
		return w.Count(c.Count, "%d pattern", "%d patterns")
	case result.CheckTooLarge:
		return w.Count(c.Count, "%d scope", "%d scopes")
	case result.CheckNewValues:
		return w.newValues(c)
	}
	switch {
	case c.Count == 0:
		return w.Text("none")
	case c.Code == result.CheckAutomated:
		return w.Senders(c.Senders, c.Of)
	}
	return w.share(c.Count, c.Of)
}

// fileReading writes how a file was understood.
func (w Writer) fileReading(f *result.FileReading) string {
	parts := []string{w.System(f.System, f.Form)}
	if encoding := w.Encoding(f.Encoding); encoding != "" {
		parts = append(parts, encoding)
	}
	if order := w.Dates(f.Dates); order != "" {
		parts = append(parts, w.Text("dates: %s", order))
	}
	return strings.Join(parts, "; ")
}

// departments writes where departments come from.
func (w Writer) departments(d *result.Departments) string {
	headers := Quoted(d.Headers)
	text := ""
	switch stood := w.Tickets(d.Stood); {
	case d.StandIn != "":
		if text = w.Text("the company of %s stands for the department, which %d of %d name", stood, d.Named, d.Of); d.StandIn == "location" {
			text = w.Text("the location of %s stands for the department, which %d of %d name", stood, d.Named, d.Of)
		}
		if headers != "" {
			text += w.Text("; it is read from %s", headers)
		}
		return text
	case d.Export && d.People:
		text = w.Text("from the export (%s), else the list of people", headers)
	case d.Export:
		text = w.Text("from the export (%s)", headers)
	case d.People:
		text = w.Text("from the list of people")
	default:
		text = w.Text("none known")
	}
	if d.Spelled > 0 {
		text += "; " + w.Count(d.Spelled, "%d department was written in several ways", "%d departments were written in several ways")
	}
	return text
}

// newValues writes how many values began late, and names the largest.
func (w Writer) newValues(c result.Check) string {
	named := w.List(c.Names)
	if more := c.Count - len(c.Names); more > 0 {
		named = w.Text("%s and %d more", strings.Join(c.Names, ", "), more)
	}
	return w.Count(c.Count, "%d (%s), first seen on %s", "%d (%s), the first of them seen on %s", named, w.Date(c.Since))
}

// sendersNamed is how many programs are named.
const sendersNamed = 4

// senderProofs say what gives a program away.
var senderProofs = map[result.SenderProof]i18n.English{
	result.SenderConfigured: "named in the configuration", result.SenderName: "its name", result.SenderChannel: "the channel",
}

// Senders counts and names the programs that opened some of all tickets.
func (w Writer) Senders(senders []result.Sender, tickets int) string {
	all := 0
	var named []string
	for i, s := range senders {
		if all += s.Tickets; i < sendersNamed {
			named = append(named, w.Text("%q (%d, by %s)", text.Shorten(s.Name, 40), s.Tickets, senderProofs[s.Proof]))
		}
	}
	if more := len(senders) - sendersNamed; more > 0 {
		named = append(named, w.Text("and %d more", more))
	}
	return w.share(all, tickets) + ": " + strings.Join(named, ", ")
}

// share writes a part of the tickets: "3 of 12 (25%)".
func (w Writer) share(part, of int) string {
	return w.Text("%d of %d (%s)", part, of, w.Percent(float64(part)/float64(of)))
}

// CheckEffect writes what a check does to the findings; "" for nothing.
func (w Writer) CheckEffect(c result.Check) string {
	switch c.Code {
	case result.CheckRows:
		if c.Rows.Rejected == 0 {
			return ""
		}
		return w.Count(c.Rows.Rejected, "%d row is missing from all counts; rejects.csv says why", "%d rows are missing from all counts; rejects.csv says why")
	case result.CheckUnreadFile:
		if !w.English() { // problems are told in English
			return w.Text("it could not be understood; inspect says why")
		}
		return c.Read.Problem
	case result.CheckNoDepartment, result.CheckNoRequester, result.CheckNoEnd, result.CheckNoText, result.CheckAutomated:
		if c.Count == 0 {
			return ""
		}
	case result.CheckStandIn:
		if c.Departments.StandIn == "location" {
			return w.Text("where the report says department, read location; it does not count as a location once more")
		}
		return w.Text("where the report says department, read company")
	case result.CheckYoung:
		return w.Count(c.MinPeople, "no baseline yet: %[2]s; until then only places are searched where %[1]d person reports the same and others do not",
			"no baseline yet: %[2]s; until then only places are searched where %[1]d people report the same and others do not", w.NoBaseline(c.NoBaseline))
	case result.CheckVanished:
		return w.Count(c.Weeks,
			"of the %d week to %s this export holds fewer tickets than the last run read: it may be cut or filtered, and then nothing that it says of that week is complete",
			"of the %d weeks to %s this export holds fewer tickets than the last run read: it may be cut or filtered, and then nothing that it says of these weeks is complete",
			w.Date(c.Until))
	}
	if effect := checkEffects[c.Code]; effect != "" {
		return w.Text(effect)
	}
	return ""
}

var checkEffects = map[result.CheckCode]i18n.English{
	result.CheckNoDepartment:  "these tickets count in no department",
	result.CheckNoRequester:   "the people behind these tickets are not counted",
	result.CheckNoEnd:         "these tickets count as open, and their waiting time is not known",
	result.CheckNoText:        "these tickets are grouped by category, subcategory and service only",
	result.CheckNoDepartments: "no pattern is tied to a department",
	result.CheckAutomated:     "programs are no people; if one of them is a person, name it in config.yaml under reading, not_automated",
	result.CheckLater:         "left out of this report",
	result.CheckLeftOut:       "they are in no issue and no pattern",
	result.CheckNoTexts:       "the category path stands for the issue",
	result.CheckNoRequesters:  "tickets are counted instead of people: one person who files eight looks like eight people",
	result.CheckDismissed:     "left out of this report until they grow beyond their forecast",
	result.CheckTooLarge:      "they were searched through their parts: department with category, service and location",
	result.CheckNewValues:     "compared with the desk, not with themselves: a rise of what is common elsewhere may be missed there",
}

// NoBaseline writes why nothing can be expected yet; "" if it can.
func (w Writer) NoBaseline(n *result.NoBaseline) string {
	switch {
	case n == nil:
		return ""
	case n.Code == result.BaselineFiltered:
		return w.Text("the weeks before the last hold less than a tenth of its tickets, as in an export that is filtered by the day of the last change " +
			"or of closing; export by the day of opening to see what is usual")
	}
	return w.Count(n.Days, "the export covers %d day; %d weeks before the window are needed to say what is usual",
		"the export covers %d days; %d weeks before the window are needed to say what is usual", n.WeeksNeeded)
}

// themes name the themes that have no issue of their own.
var themes = map[result.ThemeCode]i18n.English{
	result.ThemeQRCode: "QR code", result.ThemeSMS: "SMS", result.ThemeChat: "chat", result.ThemeMail: "mail", result.ThemePhoneCall: "phone call",
	result.ThemeJoiners: "joiners", result.ThemeLeavers: "leavers", result.ThemeMovers: "movers",
}

// Theme names work that is not a fault: its channel, the people it is about, or
// its issue.
func (w Writer) Theme(t result.Theme) string {
	if t.Code == "" {
		return t.Label
	}
	return w.Text(themes[t.Code])
}
