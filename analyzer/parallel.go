package analyzer

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// each calls do(i) for every i below n on all cores. start makes one do for each
// core, with memory of its own. What do writes must belong to its i alone, so
// that the order of the calls does not show.
func each(n int, start func() func(i int)) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			do := start()
			for i := next.Add(1) - 1; int(i) < n; i = next.Add(1) - 1 {
				do(int(i))
			}
		})
	}
	workers.Wait()
}
