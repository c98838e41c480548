package lock

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestOneAtATime(t *testing.T) {
	file := filepath.Join(t.TempDir(), "l")
	first, err := Acquire(file, "first (process 1)", time.Minute, func(string) { t.Error("the first had to wait") })
	if err != nil {
		t.Fatal(err)
	}
	asked := ""
	if _, err := Acquire(file, "second", 2*retry, func(holder string) { asked = holder }); err == nil || !strings.Contains(err.Error(), "first (process 1) holds ") {
		t.Errorf("%v, want that the first holds it", err)
	}
	if asked != "first (process 1)" {
		t.Errorf("waited for %q, want the first", asked)
	}
	waits := make(chan bool)
	done := make(chan error)
	go func() {
		second, err := Acquire(file, "second", time.Minute, func(string) { waits <- true })
		if err == nil {
			err = second.Release()
		}
		done <- err
	}()
	<-waits
	if err := first.Release(); err != nil {
		t.Error(err)
	}
	if err := <-done; err != nil {
		t.Errorf("second: %v", err)
	}
	if left, _ := filepath.Glob(file + "*"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// Locks that are taken and removed by many at once are never held by two.
func TestManyAtOnce(t *testing.T) {
	file := filepath.Join(t.TempDir(), "l")
	var inside sync.Mutex
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 5 {
				l, err := Acquire(file, "one", time.Minute, func(string) {})
				if err != nil {
					t.Error(err)
					return
				}
				if !inside.TryLock() {
					t.Error("two hold it")
				} else {
					inside.Unlock()
				}
				if err := l.Release(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
}

func TestFolderThatIsNotThere(t *testing.T) {
	if _, err := Acquire(filepath.Join(t.TempDir(), "none", "l"), "me", time.Second, func(string) {}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v, want that it does not exist", err)
	}
}
