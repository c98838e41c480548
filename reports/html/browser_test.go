package html

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"ticketpatterns/analyzer/result"
)

// patience is how long a browser may take for one test on a busy machine.
const patience = 90 * time.Second

// tab is one page in a real browser, and what went wrong in it.
type tab struct {
	t   *testing.T
	ctx context.Context

	mu       sync.Mutex
	requests []string
	troubles []string
}

// browserPath finds Chromium. Without one the test is skipped, but never in
// continuous integration, where CI is set.
func browserPath(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"/usr/bin/chromium", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("CI") == "true" {
		t.Fatal("no Chromium found, want one for the browser tests: install the package chromium")
	}
	t.Skip("no Chromium found, so the page was not tried in a browser; install chromium to run this test")
	return ""
}

// newTab starts a browser without a page in it.
func newTab(t *testing.T) *tab {
	t.Helper()
	if testing.Short() {
		t.Log("running a browser test although -short is set")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(browserPath(t)), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	quiet := func(string, ...any) {} // the browser is newer than the driver and says things it does not know
	ctx, stopTab := chromedp.NewContext(ctx, chromedp.WithBrowserOption(chromedp.WithBrowserErrorf(quiet)), chromedp.WithLogf(quiet))
	t.Cleanup(stopTab)
	b := &tab{t: t}
	if err := chromedp.Listen(ctx, b.hear); err != nil {
		t.Fatalf("starting the browser: %v", err)
	}
	var stopWaiting context.CancelFunc
	b.ctx, stopWaiting = context.WithTimeout(ctx, patience)
	t.Cleanup(stopWaiting)
	return b
}

func (b *tab) hear(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, e.Request.URL)
	case *log.EventEntryAdded:
		b.troubles = append(b.troubles, string(e.Entry.Source)+": "+e.Entry.Text)
	case *runtime.EventConsoleAPICalled:
		b.troubles = append(b.troubles, "console: "+string(e.Type))
	case *runtime.EventExceptionThrown:
		b.troubles = append(b.troubles, "exception: "+e.ExceptionDetails.Text)
	case *page.EventJavascriptDialogOpening:
		b.troubles = append(b.troubles, "dialog: "+e.Message)
	}
}

// open writes a page to a file and opens it from there.
func (b *tab) open(html string, fragment string) {
	b.t.Helper()
	path := filepath.Join(b.t.TempDir(), "index.html")
	if err := os.WriteFile(path, []byte(html), 0o644); err != nil {
		b.t.Fatal(err)
	}
	b.do(chromedp.Navigate("file://" + filepath.ToSlash(path) + fragment))
}

func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

// media sets what the browser says about itself: "light" or "dark", and
// "screen" or "print".
func (b *tab) media(scheme, kind string) {
	b.t.Helper()
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media: kind, Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	})
	if err != nil {
		b.t.Fatal(err)
	}
}

func value[T any](b *tab, script string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](script))
	if err != nil {
		b.t.Fatalf("%s: %v", script, err)
	}
	return v
}

// becomes waits until a script is true.
func (b *tab) becomes(script string) {
	b.t.Helper()
	for {
		if value[bool](b, script) {
			return
		}
		select {
		case <-b.ctx.Done():
			b.t.Fatalf("never came true: %s; seen: %q", script, b.troubles)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// quiet fails the test if the page asked anyone for anything, or complained.
func (b *tab) quiet() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, r := range b.requests {
		// The browser draws its own controls from data addresses.
		if !strings.HasPrefix(r, "file://") && !strings.HasPrefix(r, "data:") {
			b.t.Errorf("the page sent a request: %s", r)
		}
	}
	for _, s := range b.troubles {
		b.t.Errorf("the browser said: %s", s)
	}
}

func rendered(t *testing.T, a *result.Analysis, o Options) string {
	t.Helper()
	var b strings.Builder
	if err := WritePage(&b, a, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
