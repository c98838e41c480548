package words

import (
	"time"

	"ticketpatterns/analyzer/result"
)

var old Writer

func Int(n int) string { return old.Int(n) }
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return old.Int(n) + " " + many
}
func Tickets(n int) string                               { return old.Tickets(n) }
func People(n int) string                                { return old.People(n) }
func Number(x float64) string                            { return old.Number(x) }
func Exact(x *float64) string                            { return old.Exact(x) }
func Optional(x *float64) string                         { return old.Optional(x) }
func Percent(x float64) string                           { return old.Percent(x) }
func Probability(p *float64) string                      { return old.Probability(p) }
func Odds(p float64) string                              { return old.Odds(p) }
func Date(d result.Day) string                           { return old.Date(d) }
func DayMonth(d result.Day) string                       { return old.DayMonth(d) }
func Weekday(d time.Weekday) string                      { return old.Weekday(d) }
func Span(s result.Span) string                          { return old.Span(s) }
func Duration(h float64) string                          { return old.Duration(h) }
func List(items []string) string                         { return old.List(items) }
func Scopes(p *result.Pattern) []Scope                   { return old.Scopes(p) }
func Where(p *result.Pattern) string                     { return old.Where(p) }
func Expected(p *result.Pattern) string                  { return old.Expected(p) }
func SeenExpected(p *result.Pattern) string              { return old.SeenExpected(p) }
func AnswerBy(p *result.Pattern) string                  { return old.AnswerBy(p) }
func Values(c result.Criterion) string                   { return old.Values(c) }
func Exception(e result.Exception) string                { return old.Exception(e) }
func Requesters(p *result.Pattern) string                { return old.Requesters(p) }
func Impact(i result.Impact) string                      { return old.Impact(i) }
func Summary(a *result.Analysis) string                  { return old.Summary(a) }
func QualityLine(a *result.Analysis) string              { return old.QualityLine(a) }
func MayBeChance(p *result.Pattern) string               { return old.MayBeChance(p) }
func Status(s result.Status) string                      { return old.Status(s) }
func Cause(k result.CauseKind) string                    { return old.Cause(k) }
func Field(c string) string                              { return old.Field(c) }
func OwnerName(o result.Owner) string                    { return old.OwnerName(o) }
func HoursLost(i result.Impact) string                   { return old.HoursLost(i) }
func HoursHow(i result.Impact) string                    { return old.HoursHow(i) }
func Handling(i result.Impact, tickets int) string       { return old.Handling(i, tickets) }
func Counts(c []result.Count) string                     { return old.Counts(c) }
func LastWeeks(p *result.Pattern) string                 { return old.LastWeeks(p) }
func Finished(p *result.Pattern) string                  { return old.Finished(p) }
func Used(w result.Workaround, p *result.Pattern) string { return old.Used(w, p) }
func Way(p result.Path) string                           { return old.Way(p) }
func Linked(t result.Tried) string                       { return old.Linked(t) }
func Stands(p *result.Pattern) string                    { return old.Stands(p) }
func Known(p *result.Pattern) string                     { return old.Known(p) }
func Hypothesis(c result.Cause) string                   { return old.Hypothesis(c) }
func Mandate(o result.Owner) string                      { return old.Mandate(o) }
