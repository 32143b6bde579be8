//go:build !windows

package outfile

import (
	"io/fs"
	"os"
)

// openNew makes a file that must not be there yet, with a mode.
func openNew(name string, mode fs.FileMode) (*os.File, error) {
	return os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, mode)
}
