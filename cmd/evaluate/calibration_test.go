package main

import (
	"math"
	"strings"
	"testing"
)

func TestCalibrationCommand(t *testing.T) {
	out, err := runIt(t, "calibration", testData(t), "-backgrounds", "eclipse", "-seeds", "2", "-weeks", "10", "-per-week", "5", "-knobs", "0.5")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"0.5              eclipse     2 ", "0.5              all         2 "} {
		if !strings.Contains(out, want) {
			t.Errorf("the table lacks %q:\n%s", want, out)
		}
	}
	if _, err := runIt(t, "calibration", testData(t), "-said", "something"); err == nil || !strings.Contains(err.Error(), "want texts, nothing or same") {
		t.Errorf("error %v, want what tickets can say", err)
	}
	if _, err := runIt(t, "calibration", testData(t), "-knobs", "1,0"); err == nil || !strings.Contains(err.Error(), `"0" is no number above 0`) {
		t.Errorf("error %v, want the knob that is 0", err)
	}
}

func TestReportCalm(t *testing.T) {
	out := &table{}
	reportCalm(out, 1, []calm{
		{"a", []int{0, 2, 0}, []int{0, 1, 0}, []int{0, 1, 0}, 1, map[string]int{"other_groups": 2}}, {background: "none"}, {"b", []int{0, 0}, []int{0, 0}, []int{0, 0}, 0, nil},
	})
	var rows []string
	for _, r := range out.rows {
		rows = append(rows, strings.Join(r, "|"))
	}
	// By hand: s^2 of 0, 0, 0, 0, 2 is 0.8, t(4) s / sqrt(5) = 1.11; nothing in two reports: up to 3/2.
	for i, want := range []string{"1|a|3|2|0.67|0.00 to ", "1|b|2|0|0.00|0.00 to 1.50|2|0.00|0.00", "1|all|5|2|0.40|0.00 to 1.51|4|0.20|0.20"} {
		if len(rows) != 3 || !strings.HasPrefix(rows[i], want) {
			t.Fatalf("rows %q, want %q in row %d", rows, want, i)
		}
	}
	if got := interval(1, math.Inf(1)); got != "1.00 or more" {
		t.Errorf("an interval without end is %q", got)
	}
}
