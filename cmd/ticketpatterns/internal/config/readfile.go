package config

import (
	"fmt"
	"io"
	"os"
)

// ReadFile reads a file that people write by hand. A pipe or a device, which may never
// end, and a file of more than max bytes are refused.
func ReadFile(name string, max int64) ([]byte, error) {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: is no file (%s), want a file", name, info.Mode().Type())
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, max+1))
	if err == nil && int64(len(data)) > max {
		err = fmt.Errorf("%s: is larger than %d MB, want a smaller one", name, max>>20)
	}
	return data, err
}
