package reports

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"

	"ticketpatterns/reports/internal/fixture"
)

// FuzzReadAnalysis holds that no stored run, however broken, stops the
// program: it is refused, or it can be shown in every format.
func FuzzReadAnalysis(f *testing.F) {
	for _, n := range []int{0, 7} {
		var b bytes.Buffer
		if err := writeJSON(&b, document(fixture.Analysis(n))); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
	}
	f.Add([]byte(`{"desk":{"weeks":["x",""],"weekly":[1]},"patterns":[{"weekly":[1,2,3],"expected_weekly":[null],"window":{"from":"2026-99-99"}}]}`))
	f.Add([]byte(`{"desk":{"cells":[{"tickets":-1,"p_value":-2},{"tickets":1,"p_value":0,"expected":1e308}]},"issues":null}`))
	f.Add([]byte(`{"patterns":[{"weekly":[-5,9],"expected_weekly":[-1e300,2],"impact":{"person_hours":1e300},"escalate":true,"owner":{"team":" "}}],"desk":{"weeks":["2026-01-05","2026-01-12"],"weekly":[1,2]}}`))
	f.Fuzz(func(t *testing.T, stored []byte) {
		path := filepath.Join(t.TempDir(), jsonPath)
		if err := os.WriteFile(path, stored, 0o644); err != nil {
			t.Fatal(err)
		}
		a, err := ReadAnalysis(path)
		if err != nil {
			return
		}
		for _, name := range Formats() {
			if err := WriteFormat(io.Discard, name, document(a)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}
