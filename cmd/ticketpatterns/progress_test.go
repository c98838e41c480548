package main

import (
	"bytes"
	"strings"
	"testing"

	"ticketpatterns/analyzer"
)

func TestProgressIsSilentInAPipe(t *testing.T) {
	a := app{stderr: &bytes.Buffer{}}
	if show, _ := a.progressBar(); show != nil {
		t.Error("a progress bar where no terminal is")
	}
}

func TestProgressShowsPhaseAndShare(t *testing.T) {
	var screen bytes.Buffer
	show, finish := drawProgress(&screen, 0)
	show(analyzer.PhaseTexts, 0)
	show(analyzer.PhaseSearch, 0.5)
	finish()
	for _, want := range []string{string(analyzer.PhaseSearch), "50%"} {
		if !strings.Contains(screen.String(), want) {
			t.Errorf("the progress bar shows %q, want %q in it", screen.String(), want)
		}
	}
}
