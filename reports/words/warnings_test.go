package words

import (
	"slices"
	"strings"
	"testing"
	"ticketpatterns/reports/i18n"

	"ticketpatterns/analyzer/result"
)

// Every code is said, in English and in German.
func TestEveryCodeIsSaid(t *testing.T) {
	german, err := i18n.Open("de-DE")
	if err != nil {
		t.Fatal(err)
	}
	for _, in := range []Writer{{}, In(german)} {
		said := func(what, text string) {
			if text == "" || strings.Contains(text, "%!") {
				t.Errorf("%s, %s: %q, want a sentence", in.Locale(), what, text)
			}
		}
		for _, code := range result.WarningCodes {
			said(string(code), in.WarningText(result.Warning{
				Code: code, Count: 2, Of: 3, Line: 7, Field: "requester", Before: "opened", Samples: []string{"a", "b"}, CodePage: "x",
				Dates: &result.DateReading{Proof: result.ProofConfigured, Order: result.DayFirst}, Loss: &result.Loss{Code: result.LossPeople},
				Columns: []result.FieldValue{{Field: "id", Value: "No"}}, Merged: []result.Spelling{{Name: "HR", Others: []string{"H.R."}}},
			}))
		}
		for _, code := range result.LossCodes {
			loss := result.Loss{Code: code}
			if code == result.LossTexts || code == result.LossCategoryTexts {
				loss.By = []string{"category", "service"}
			}
			said(string(code), in.Loss(loss))
		}
		place := &result.Place{Text: "03/04/2026", Line: 2}
		for _, proof := range result.DateProofs {
			said(string(proof), in.Dates(result.DateReading{
				Order: result.DayFirst, Not: result.MonthFirst, Proof: proof, Sample: place, Column: "Date", Until: "2026-03-05",
				DayNumbers: &result.DayNumbers{Sample: *place, From: result.Days1900},
			}))
		}
		for _, code := range result.CheckCodes {
			c := result.Check{
				Code: code, Count: 2, Of: 3, File: "a.csv", Read: &result.FileReading{System: "ServiceNow", Problem: "not there"},
				Rows: &result.RowCounts{Rows: 3, Rejected: 2}, Departments: &result.Departments{}, Senders: []result.Sender{{Name: "zabbix", Proof: result.SenderName}},
				NoBaseline: &result.NoBaseline{Code: result.BaselineShort}, Reason: result.ExcludedAlone, Field: "service", Names: []string{"VPN"},
			}
			said(string(code), in.CheckName(c))
			said(string(code), in.CheckValue(c))
			effect := in.CheckEffect(c)
			if silent := slices.Contains([]result.CheckCode{result.CheckFile, result.CheckDepartments, result.CheckFilled, result.CheckHistory}, code); silent != (effect == "") {
				t.Errorf("%s, %s: effect %q", in.Locale(), code, effect)
			}
			if (code.Cost() > 0) && effect == "" {
				t.Errorf("%s costs %g and nothing is said of it", code, code.Cost())
			}
		}
		for _, why := range result.Exclusions {
			said(string(why), in.Text(exclusions[why]))
		}
		for _, code := range result.ThemeCodes {
			said(string(code), in.Theme(result.Theme{Code: code}))
		}
		for form := range forms {
			said(string(form), in.System("", form))
		}
	}
}
