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
