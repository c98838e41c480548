package ingest

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// parallel calls do(i) for every i below n on all cores. What do writes must
// belong to its i alone, so that the order of the calls does not show.
func parallel(n int, do func(i int)) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			for i := next.Add(1) - 1; int(i) < n; i = next.Add(1) - 1 {
				do(int(i))
			}
		})
	}
	workers.Wait()
}
