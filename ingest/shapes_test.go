package ingest

import (
	"strings"
	"testing"
	"time"

	"ticketpatterns/analyzer/text/texttest"
)

// asExport reads an export of a few rows, and one that holds s in the place that is
// marked.
func asExport(place func(s string) string) func(s string) {
	return func(s string) {
		_, _ = ReadReader(strings.NewReader(place(s)), "t.csv", Options{})
	}
}

const (
	exportHead = "id,opened,short_description,requester,department,category"
	exportRow  = "T1,2026-06-01T10:00:00Z,printer jams,clerk,Sales,Hardware\n"
)

// readings put a text wherever an export can have one: as it is, which may end cells and
// rows, and within quotes.
var readings = []texttest.Step{
	{Name: "cell", Run: asExport(func(s string) string {
		return exportHead + "\n" + exportRow + "T2,2026-06-02T10:00:00Z,\"" + strings.ReplaceAll(s, `"`, `""`) + "\",clerk,Sales,Hardware\n"
	})},
	{Name: "category", Run: asExport(func(s string) string {
		return exportHead + "\n" + exportRow + "T2,2026-06-02T10:00:00Z,printer,clerk,\"" + strings.ReplaceAll(s, `"`, `""`) + "\",Hardware\n"
	})},
	{Name: "date", Run: asExport(func(s string) string {
		return exportHead + "\n" + exportRow + "T2,\"" + strings.ReplaceAll(s, `"`, `""`) + "\",printer,clerk,Sales,Hardware\n"
	})},
	{Name: "bare", Run: asExport(func(s string) string {
		return exportHead + "\n" + exportRow + "T2,2026-06-02T10:00:00Z," + s + ",clerk,Sales,Hardware\n" + exportRow
	})},
	{Name: "columns", Run: asExport(func(s string) string {
		return exportHead + "," + spread(s) + "\n" + strings.TrimSuffix(exportRow, "\n") + strings.Repeat(",", strings.Count(spread(s), ",")+1) + "\n"
	})},
	{Name: "row", Run: asExport(func(s string) string {
		return exportHead + "\n" + exportRow + "T2,2026-06-02T10:00:00Z,printer,clerk,Sales,Hardware," + spread(s) + "\n"
	})},
	{Name: "rows", Run: asExport(func(s string) string { return exportHead + "\n" + exportRow + spread(s) + "\n" })},
	{Name: "no header", Run: asExport(func(s string) string { return s })},
}

// spread puts a comma behind each fiftieth byte of a text.
func spread(s string) string {
	var b strings.Builder
	for len(s) > 50 {
		b.WriteString(s[:50] + ",")
		s = s[50:]
	}
	return b.String() + s
}

// BenchmarkShapes prints what four times the length costs to read.
func BenchmarkShapes(b *testing.B) {
	texttest.Compare(b, readings, func() time.Duration { return time.Duration(cpuSeconds() * float64(time.Second)) })
}

func TestGrowth(t *testing.T) { texttest.CheckGrowth(t, readings) }
