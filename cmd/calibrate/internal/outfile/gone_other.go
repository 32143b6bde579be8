//go:build !windows

package outfile

import (
	"errors"
	"syscall"
)

// ReaderGone reports whether a write failed as nobody reads any more.
func ReaderGone(err error) bool { return errors.Is(err, syscall.EPIPE) }
