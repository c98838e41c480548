package ingest

import (
	"bufio"
	"encoding/csv"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"strings"
	"sync"
	"testing"
	"time"
)

var benchRows = flag.Int("rows", 100_000, "tickets in the export that benchmarks read")

// exportHeader is that of a ServiceNow export with 25 columns.
const exportHeader = "number,opened_at,resolved_at,sys_updated_on,short_description,description,caller_id,category,subcategory,cmdb_ci,location,assignment_group,assigned_to,priority,impact,urgency,state,contact_type,reassignment_count,reopen_count,close_code,close_notes,made_sla,knowledge,upon_approval"

// exportWords are what the made-up tickets are written with.
var exportWords = strings.Fields(`the printer on floor does not print since this morning and everybody in our
team waits please help vpn connection drops every few minutes while working from home after update laptop shows a blue
screen again password expired cannot log in to payroll portal error code network path not found shared drive mailbox is
full outlook keeps asking for credentials teams call has no sound headset broken monitor flickers docking station request
access to folder for new colleague starts on monday invoice run stopped customer order missing in sap screen freezes when
saving report slow since migration certificate warning browser page cannot be displayed phone rings but nobody there`)

// writeExport writes an export of n tickets as the product does: every cell
// quoted, line feeds and doubled quotes inside the description, which has about
// 300 characters.
func writeExport(w io.Writer, n int) error {
	b := bufio.NewWriterSize(w, 1<<20)
	fmt.Fprintf(b, "\"%s\"\n", strings.ReplaceAll(exportHeader, ",", `","`))
	r := rand.New(rand.NewPCG(1, 2))
	sentence := func(words int) {
		for i := range words {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(exportWords[r.IntN(len(exportWords))])
		}
	}
	start := time.Date(2025, 1, 5, 8, 0, 0, 0, time.UTC)
	for i := range n {
		opened := start.Add(time.Duration(i) * 30 * time.Second)
		at := func(hours int) string { return opened.Add(time.Duration(hours) * time.Hour).Format(time.DateTime) }
		fmt.Fprintf(b, `"INC%07d","%s","%s","%s","`, i, at(0), at(1+r.IntN(50)), at(60))
		sentence(5 + r.IntN(8))
		fmt.Fprintf(b, `","Since %d o'clock: `, r.IntN(24))
		sentence(5 + r.IntN(25))
		b.WriteString(",\nthe message says \"\"")
		sentence(3 + r.IntN(4))
		b.WriteString("\"\".\n")
		sentence(10 + r.IntN(25))
		fmt.Fprintf(b, `, extension %d.","Person %d","Category %d","Subcategory %d","SRV%05d","Site %d","Team %d","Agent %d",`,
			r.IntN(10_000), r.IntN(n/20+1), r.IntN(12), r.IntN(90), r.IntN(2000), r.IntN(60), r.IntN(40), r.IntN(400))
		fmt.Fprintf(b, `"%d - Moderate","2 - Medium","2 - Medium","Closed","Phone","%d","%d","Solved (Permanently)","`, 1+r.IntN(4), r.IntN(4), r.IntN(2))
		sentence(2 + r.IntN(5))
		b.WriteString(`","true","false","Proceed to Next Task"` + "\n")
	}
	return b.Flush()
}

// benchExport returns the path of an export of benchRows tickets and its size.
func benchExport(b *testing.B) (path string, size int64) {
	b.Helper()
	path = filepath.Join(b.TempDir(), "export.csv")
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	if err := writeExport(f, *benchRows); err != nil {
		b.Fatal(err)
	}
	if size, err = f.Seek(0, io.SeekCurrent); err != nil {
		b.Fatal(err)
	}
	return path, size
}

// BenchmarkRead reads one export in several ways, one after the other: with
// encoding/csv alone, which makes nothing of it; with ingest on one core and on
// two; and with DuckDB's read_csv on two threads, if testdata/duckdb is
// installed. DuckDB counts the rows and adds up the lengths of four texts, and then
// loads all columns into a table in memory, as text or typed.
//
//	npm install --prefix ingest/testdata/duckdb
//	go test ./ingest -run '^$' -bench Read -benchtime 1x -rows 1000000
//
// A million tickets (704 MB) on two free cores of an AMD EPYC, the range of
// three runs (of two for DuckDB); cpu-s are the seconds of all cores together:
//
//	                             s             cpu-s         peak-MB   bytes/ticket
//	encoding-csv                  .74 to  .76   .86 to  .88
//	ingest/cores=1               4.43 to 4.61  4.45 to 4.63   1560           1048
//	ingest/cores=2               1.99 to 2.14  3.58 to 3.89   1617           1048
//	duckdb/threads=2/count        .75 to  .76  1.66 to 1.67    240
//	duckdb/threads=2/varchar     1.98 to 2.00  4.15 to 4.21   1100
//	duckdb/threads=2/typed       1.88 to 2.10  3.95 to 4.38   1040
//
// So ingest keeps up with DuckDB where that keeps the rows too, and takes about
// three times as long as DuckDB takes to count them. bytes/ticket is what is in use
// after reading, of which the struct itself is more than half; peak-MB is the most memory that was
// held, with what the garbage collector had not returned.
func BenchmarkRead(b *testing.B) {
	path, size := benchExport(b)
	b.Run("encoding-csv", func(b *testing.B) { benchCSV(b, path, size) })
	for _, cores := range []int{1, 2} {
		b.Run(fmt.Sprintf("ingest/cores=%d", cores), func(b *testing.B) { benchIngest(b, path, size, cores) })
	}
	if _, err := os.Stat("testdata/duckdb/node_modules"); err != nil {
		b.Log("DuckDB is not installed: npm install --prefix ingest/testdata/duckdb")
		return
	}
	for _, what := range []string{"count", "varchar", "typed"} {
		b.Run("duckdb/threads=2/"+what, func(b *testing.B) { benchDuckDB(b, path, size, what) })
	}
}

func benchCSV(b *testing.B, path string, size int64) {
	b.SetBytes(size)
	cpu := cpuSeconds()
	for b.Loop() {
		f, err := os.Open(path)
		if err != nil {
			b.Fatal(err)
		}
		r := csv.NewReader(bufio.NewReaderSize(f, 1<<20))
		r.ReuseRecord = true
		n := -1
		for ; ; n++ {
			if _, err = r.Read(); err != nil {
				break
			}
		}
		f.Close()
		if err != io.EOF || n != *benchRows {
			b.Fatalf("read %d rows: %v", n, err)
		}
	}
	b.ReportMetric((cpuSeconds()-cpu)/float64(b.N), "cpu-s")
	reportRows(b, b.Elapsed()/time.Duration(b.N))
}

func benchIngest(b *testing.B, path string, size int64, cores int) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
	b.SetBytes(size)
	before := liveHeap()
	peak := watchMemory()
	cpu := cpuSeconds()
	var batch *Batch
	for b.Loop() {
		batch = nil
		var err error
		if batch, err = Read([]string{path}, nil, Options{}); err != nil {
			b.Fatal(err)
		}
		if len(batch.Tickets) != *benchRows || len(batch.Rejects) > 0 {
			b.Fatalf("read %d tickets and %d rejects", len(batch.Tickets), len(batch.Rejects))
		}
	}
	b.ReportMetric((cpuSeconds()-cpu)/float64(b.N), "cpu-s")
	b.ReportMetric(float64(peak())/1e6, "peak-MB")
	b.ReportMetric(float64(liveHeap()-before)/float64(len(batch.Tickets)), "bytes/ticket")
	runtime.KeepAlive(batch)
	reportRows(b, b.Elapsed()/time.Duration(b.N))
}

// benchDuckDB reports what DuckDB needs for its query alone, without the start of
// the program.
func benchDuckDB(b *testing.B, path string, size int64, what string) {
	var seconds, cpu, peak float64
	for b.Loop() {
		node := exec.Command("node", "testdata/duckdb/read.mjs", path, what)
		out, err := node.Output()
		if err != nil {
			b.Fatalf("running DuckDB: %v", err)
		}
		var s float64
		var rows int
		if _, err := fmt.Sscan(string(out), &rows, &s, &peak); err != nil || rows != *benchRows {
			b.Fatalf("DuckDB says %q: %v", out, err)
		}
		seconds += s
		cpu += (node.ProcessState.UserTime() + node.ProcessState.SystemTime()).Seconds()
	}
	each := time.Duration(seconds / float64(b.N) * float64(time.Second))
	b.ReportMetric(float64(each), "ns/op")
	b.ReportMetric(float64(size)/1e6/each.Seconds(), "MB/s")
	b.ReportMetric(cpu/float64(b.N), "cpu-s")
	b.ReportMetric(peak, "peak-MB")
	reportRows(b, each)
}

// reportRows reports rows per second, of a reading that took so long.
func reportRows(b *testing.B, each time.Duration) {
	b.ReportMetric(float64(*benchRows)/each.Seconds(), "rows/s")
}

// liveHeap returns the bytes of all that is in use.
func liveHeap() int64 {
	runtime.GC()
	runtime.GC() // what lies in pools goes at the second
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// watchMemory starts to watch how much memory the program holds, and returns a
// function that ends this and returns the most that was seen.
func watchMemory() (most func() uint64) {
	stop := make(chan struct{})
	var peak uint64
	var watching sync.WaitGroup
	watching.Go(func() {
		sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
		for {
			metrics.Read(sample)
			peak = max(peak, sample[0].Value.Uint64()-sample[1].Value.Uint64())
			select {
			case <-stop:
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	})
	return func() uint64 {
		close(stop)
		watching.Wait()
		return peak
	}
}
