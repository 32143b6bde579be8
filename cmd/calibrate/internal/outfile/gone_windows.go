package outfile

import (
	"errors"
	"syscall"
)

// ReaderGone reports whether a write failed as nobody reads any more.
func ReaderGone(err error) bool {
	const noData = syscall.Errno(232) // ERROR_NO_DATA: the pipe is being closed
	return errors.Is(err, syscall.ERROR_BROKEN_PIPE) || errors.Is(err, noData) || errors.Is(err, syscall.EPIPE)
}
