//go:build unix

package text

import (
	"syscall"
	"time"
)

// spent returns the time that all cores have spent on this program.
func spent() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
