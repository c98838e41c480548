// Package parallel spreads independent work over all cores.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls do(i) for every i in [0, n) on all cores and returns when all are
// done. start makes one do for each core, so that each has scratch memory of its
// own. do may write only what belongs to its i: then the order of the calls does
// not show in the result.
func Each(n int, start func() func(i int)) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			do := start()
			for i := next.Add(1) - 1; int(i) < n; i = next.Add(1) - 1 {
				do(int(i))
			}
		})
	}
	workers.Wait()
}

// atOnce is the number of parts that InOrder holds at a time.
const atOnce = 4096

// InOrder makes a part of every i in [0, n) on all cores, and takes them one by one in
// their order. make may be called in any order and must depend on i alone; few of the
// parts are held at a time.
func InOrder[T any](n int, make func(i int) T, take func(i int, part T)) {
	parts := [atOnce]T{}
	for from := 0; from < n; from += atOnce {
		batch := parts[:min(atOnce, n-from)]
		Each(len(batch), func() func(int) { return func(i int) { batch[i] = make(from + i) } })
		for i, part := range batch {
			take(from+i, part)
		}
	}
}
