package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/cmd/ticketpatterns/internal/archive"
	"ticketpatterns/cmd/ticketpatterns/internal/config"
	"ticketpatterns/cmd/ticketpatterns/internal/serve"
	"ticketpatterns/reports/html"
)

// desk is a liveDesk with one report of one pattern.
func desk(t *testing.T) *liveDesk {
	t.Helper()
	file := filepath.Join(t.TempDir(), "report-history.sqlite")
	deskHistory(t, file).Close()
	a := &app{stdout: io.Discard, stderr: io.Discard, log: slog.New(slog.DiscardHandler)}
	c := &config.Config{Owners: deskOwners}
	c.History.File, c.Output.Folder, c.Output.Locale = file, filepath.Dir(file), "en-GB"
	shown := &result.Analysis{AsOf: time.Date(2026, 6, 28, 0, 0, 0, 0, time.UTC), Locale: "en-GB", Patterns: []result.Pattern{{
		ID: "P-0123456789", IssueID: "I-0123456789", Label: "Printer jams", Rank: 1, Kind: result.Emerging, Weekly: []int{}, ExpectedWeekly: []*float64{}}}}
	return &liveDesk{app: a, config: c, show: func(string) (*result.Analysis, result.Run, error) { return shown, result.Run{}, nil }}
}

func (d *liveDesk) decided(t *testing.T) []past.Decision {
	t.Helper()
	h, err := archive.OpenExisting(d.config.HistoryFile())
	if err != nil {
		t.Fatal(err)
	}
	defer h.Close()
	all, err := h.Decisions()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestServedDecisions holds that the page is refused what the command refuses, and learns
// the nearest name.
func TestServedDecisions(t *testing.T) {
	d := desk(t)
	for name, test := range map[string]struct {
		d    html.Decision
		want string
	}{
		"owner":   {html.Decision{Pattern: "P-0123456789", Kind: "wrong_owner", Owner: "Netwrok"}, "“Network” is one"},
		"pattern": {html.Decision{Pattern: "P-0123456798", Kind: "accept"}, "“P-0123456789” is"},
		"issue":   {html.Decision{Pattern: "P-0123456789", Kind: "merge", WithIssue: "../x"}, "with_issue “../x” is not in the history"},
		"reason":  {html.Decision{Pattern: "P-0123456789", Kind: "decline"}, "reason: is empty"},
		"kind":    {html.Decision{Pattern: "P-0123456789", Kind: "delete"}, "decision: is"},
		"undo":    {html.Decision{Pattern: "P-0123456789", Kind: "undo"}, "no decision stands"},
	} {
		var refused *serve.Refusal
		if err := d.Decide(test.d); !errors.As(err, &refused) || !strings.Contains(refused.Text, test.want) {
			t.Errorf("%s: %v, want a refusal with %q", name, err, test.want)
		}
	}
	if all := d.decided(t); len(all) > 0 {
		t.Fatalf("recorded %v", all)
	}
	accept := html.Decision{Pattern: "P-0123456789", Issue: "I-0123456789", Kind: "accept", By: "Kim", On: "2026-06-29"}
	undone := accept
	undone.Kind = undo
	for _, x := range []html.Decision{accept, undone, accept} {
		if err := d.Decide(x); err != nil {
			t.Fatal(err)
		}
	}
	if got, ok := past.StandingAnswer(d.decided(t), ""); !ok || got.Kind != past.Accept {
		t.Errorf("stands: %v, want what was taken back and made again", got)
	}
}

func browserFor(t *testing.T) context.Context {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil && os.Getenv("CI") != "" {
		t.Fatal("no Chromium found, and .ci/run installs it")
	}
	if err != nil {
		t.Skip("no Chromium found, so serve was not tried in a browser; install chromium to run this test")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU)
	ctx, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	quiet := func(string, ...any) {}
	ctx, stopTab := chromedp.NewContext(ctx, chromedp.WithBrowserOption(chromedp.WithBrowserErrorf(quiet)), chromedp.WithLogf(quiet))
	t.Cleanup(stopTab)
	ctx, stopWaiting := context.WithTimeout(ctx, 90*time.Second)
	t.Cleanup(stopWaiting)
	return ctx
}

// TestDecideInBrowser presses the buttons of the served page and looks into the history.
func TestDecideInBrowser(t *testing.T) {
	ctx := browserFor(t)
	d := desk(t)
	listener, err := net.Listen("tcp", ownComputer)
	if err != nil {
		t.Fatal(err)
	}
	serving, stop := context.WithCancel(t.Context())
	told, ended := make(chan string, 1), make(chan error, 1)
	go func() {
		ended <- serve.Run(serving, listener, d, d.config.Language(), func(address string) { told <- address })
	}()
	do := func(script string) (said string) {
		t.Helper()
		got, err := chromedp.Run(ctx, chromedp.Evaluate[string](script))
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	becomes := func(script, want string) {
		t.Helper()
		for got := ""; ; time.Sleep(50 * time.Millisecond) {
			if got = do(script); strings.Contains(got, want) {
				return
			}
			if ctx.Err() != nil {
				t.Fatalf("%s stays %q, want %q", script, got, want)
			}
		}
	}
	if err := chromedp.Do(ctx, chromedp.Navigate(<-told)); err != nil {
		t.Fatal(err)
	}
	const output = `document.querySelector('form.decide output').textContent`
	do(`document.querySelector('.deciding').open = true, ''`)
	becomes(`document.querySelector('form.decide') ? 'yes' : 'no'`, "yes")
	keep := func(kind, owner string) {
		do(`(function () { var f = document.querySelector('form.decide'); f.elements.decision.value = '` + kind + `';
			f.elements.decision.dispatchEvent(new Event('change')); f.elements.owner.value = '` + owner + `'; f.requestSubmit(); return ''; })()`)
	}
	keep("wrong_owner", "Netwrok")
	becomes(output, "“Network” is one")
	if all := d.decided(t); len(all) > 0 {
		t.Errorf("recorded %v", all)
	}
	keep("accept", "")
	becomes(output, "Saved in the history.")
	if all := d.decided(t); len(all) != 1 || all[0].Kind != past.Accept || all[0].Pattern != "P-0123456789" {
		t.Errorf("recorded %v, want the decision that the page says is saved", all)
	}
	if err := chromedp.Do(ctx, chromedp.Reload()); err != nil {
		t.Fatal(err)
	}
	becomes(`document.querySelector('.decided').textContent`, "accepted")
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	do(`document.querySelector('.deciding').open = true, ''`)
	becomes(`document.querySelector('form.decide') ? 'yes' : 'no'`, "yes")
	keep("known", "")
	becomes(output, "serve does not answer")
	if b, _ := json.Marshal(d.decided(t)); !strings.Contains(string(b), "accept") || strings.Contains(string(b), "known") {
		t.Errorf("the history holds %s", b)
	}
}
