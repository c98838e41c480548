// Package plainfile reads files that are files: no pipe or device, which may never end, and none that is larger than said.
package plainfile

import (
	"fmt"
	"io"
	"os"
)

// Read reads a file of at most max bytes. A link is followed.
func Read(name string, max int64) ([]byte, error) {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() { // opening a pipe that nobody writes to waits for ever
		return nil, fmt.Errorf("%s: is no file (%s), want a file", name, info.Mode().Type())
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, max+1))
	if err == nil && int64(len(data)) > max {
		err = fmt.Errorf("%s: is larger than %s, want a smaller one", name, size(max))
	}
	return data, err
}

func size(bytes int64) string {
	if bytes < 1<<20 {
		return fmt.Sprintf("%d kB", bytes>>10)
	}
	return fmt.Sprintf("%d MB", bytes>>20)
}
