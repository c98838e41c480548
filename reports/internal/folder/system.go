package folder

import (
	"io"
	"io/fs"
	"os"
	"runtime"
)

// system is what a change needs of a file system. All names are below the folder;
// tests put one in its place that fails at a call of their choice.
type system interface {
	MkdirAll(name string, mode fs.FileMode) error
	Create(name string, mode fs.FileMode) (file, error)
	Rename(from, to string) error
	Link(from, to string) error
	Remove(name string) error
	RemoveAll(name string) error
	Lstat(name string) (fs.FileInfo, error)
	Open(name string) (*os.File, error)
	SyncFolder(name string) error
	Close() error
}

type file interface {
	io.WriteCloser
	Sync() error
}

// disk is a folder of the computer. No name leads out of it, whatever links lie
// in it.
type disk struct{ *os.Root }

func openDisk(dir string) (disk, error) {
	root, err := os.OpenRoot(dir)
	return disk{root}, err
}

func (d disk) Create(name string, mode fs.FileMode) (file, error) {
	return d.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, mode)
}

// SyncFolder forces the names in a folder to the disk. Windows does so by itself
// and knows no such call.
func (d disk) SyncFolder(name string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := d.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	// File systems that cannot (some network drives) still keep the order.
	_ = f.Sync()
	return nil
}
