package owner

import (
	"fmt"
	"slices"
	"sync"
	"testing"
)

// A finder is asked by several goroutines at once. Run with -race; without it the
// runtime still ends most runs in which maps are read and written at once.
func TestFinderIsSafeForConcurrentUse(t *testing.T) {
	f := DefaultMap().Finder()
	facts := many("sap closes", "erp logon page", "outlook offline", "shared mailbox gone", "network drive not opened", "shared drive vanished",
		"printer knows no card", "laptop hangs at welcome", "password refused", "account locked")
	export := slices.Concat(facts, many(slices.Repeat([]string{"chair", "sap help", "printer jam", "phone line"}, 30)...))
	f.Learn(export)
	want := f.Find(facts, Context{}).Function
	for range 50 {
		f := DefaultMap().Finder()
		f.Learn(export)
		var all sync.WaitGroup
		for i := range 8 {
			all.Go(func() {
				f.Bind(fmt.Sprint("Group ", i%3))
				if got := f.Find(facts, Context{}).Function; got != want {
					t.Errorf("%s, want %s", got, want)
				}
			})
		}
		all.Wait()
	}
}
