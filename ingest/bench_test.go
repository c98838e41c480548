package ingest

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"
)

// bigExport returns a ServiceNow export of n tickets, as the product writes it:
// every cell quoted, line feeds inside the description.
func bigExport(n int) []byte {
	var b bytes.Buffer
	header := strings.Split("number,opened_at,resolved_at,sys_updated_on,short_description,description,caller_id,category,subcategory,cmdb_ci,location,assignment_group,assigned_to,priority,impact,urgency,state,contact_type,reassignment_count,reopen_count,close_code,close_notes,made_sla,knowledge,upon_approval", ",")
	for i, h := range header {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "%q", h)
	}
	b.WriteByte('\n')
	start := time.Date(2026, 1, 5, 8, 0, 0, 0, time.UTC)
	for i := range n {
		opened := start.Add(time.Duration(i) * time.Minute)
		at := func(d time.Duration) string { return opened.Add(d).Format(time.DateTime) }
		fmt.Fprintf(&b, `"INC%07d","%s","%s","%s","Cannot reach the shared drive from room %d","Since this morning the drive is gone, also after a restart.`+"\n"+
			`The message says ""network path not found"", others in the room see it too.`+"\n"+`Please call back before noon, we close the month today. Extension %d.","Person %d","Network","Drive %d","SRV%03d","Site %d","Team %d","Agent %d",`+
			`"3 - Moderate","2 - Medium","2 - Medium","Closed","Phone","%d","0","Solved (Permanently)","Drive mapped again","true","false","Proceed to Next Task"`+"\n",
			i, at(0), at(3*time.Hour), at(5*time.Hour), i%90, i%1000, i%5000, i%7, i%300, i%12, i%20, i%80, i%4)
	}
	return b.Bytes()
}

const benchRows = 20_000

func BenchmarkRead(b *testing.B) {
	export := bigExport(benchRows)
	b.Run("ingest", func(b *testing.B) {
		report(b, export, func() int {
			batch, err := ReadReader(bytes.NewReader(export), "export.csv", Options{})
			if err != nil {
				b.Fatal(err)
			}
			return len(batch.Tickets)
		})
	})
	b.Run("encoding-csv", func(b *testing.B) {
		report(b, export, func() int {
			r := csv.NewReader(bytes.NewReader(export))
			r.ReuseRecord = true
			n := -1
			for {
				if _, err := r.Read(); err == io.EOF {
					return n
				} else if err != nil {
					b.Fatal(err)
				}
				n++
			}
		})
	})
}

// report runs read b.N times and reports rows per second and bytes allocated
// per row.
func report(b *testing.B, export []byte, read func() int) {
	b.Helper()
	b.SetBytes(int64(len(export)))
	b.ReportAllocs()
	for b.Loop() {
		if n := read(); n != benchRows {
			b.Fatalf("read %d rows, want %d", n, benchRows)
		}
	}
	b.ReportMetric(float64(benchRows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}
