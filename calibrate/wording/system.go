package wording

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"syscall"
)

// A meaning is an error of the system and what it means to a person.
type meaning struct {
	err   error
	words string
}

// trouble is what systems say; the first that fits counts.
var trouble = []meaning{
	{fs.ErrNotExist, "it is not there"},
	{fs.ErrPermission, "you have no permission for it"},
	{fs.ErrExist, "there is one already"},
	{fs.ErrClosed, "it was closed meanwhile"},
	{os.ErrDeadlineExceeded, "it took too long"},
	{io.ErrUnexpectedEOF, "it ends too early"},
	{io.ErrShortWrite, "it took only a part"},
	{syscall.EISDIR, "it is a folder"},
	{syscall.ENOTDIR, "a part of its path is no folder"},
	{syscall.ENOTEMPTY, "the folder is not empty"},
	{syscall.ENAMETOOLONG, "the name is too long"},
	{syscall.ELOOP, "links lead in a circle"},
	{syscall.ENOSPC, "there is no space left"},
	{syscall.EDQUOT, "there is no space left for you"},
	{syscall.EFBIG, "it would be larger than a file may be here"},
	{syscall.EROFS, "nothing can be written there"},
	{syscall.EMFILE, "too many files are open"},
	{syscall.ENFILE, "too many files are open"},
	{syscall.ENOMEM, "there is no memory left"},
	{syscall.EIO, "the disk, or the connection to it, fails"},
	{syscall.ENXIO, "nothing is at its other end"},
	{syscall.ENODEV, "there is no such device"},
	{syscall.EBUSY, "something else is using it"},
	{syscall.EPIPE, "nobody reads it any more"},
	{syscall.EINVAL, "this cannot be done with it, or no file can be called so"},
	{syscall.EBADF, "it is closed, or open for something else"},
	{syscall.EXDEV, "it lies on another disk"},
}

// systemError is trouble with the system in plain words.
type systemError struct {
	words string
	err   error
}

func (e systemError) Error() string { return e.words }
func (e systemError) Unwrap() error { return e.err }

// Plain words an error of the operating system without the call that failed and
// the path that a message names already. Any other error stays as it is.
func Plain(err error) error {
	if !ofSystem(err) {
		return err
	}
	for _, t := range append(further, trouble...) {
		if errors.Is(err, t.err) {
			return systemError{t.words, err}
		}
	}
	var number syscall.Errno
	if errors.As(err, &number) {
		return systemError{"the system refuses it, with its error " + fmt.Sprint(int(number)), err}
	}
	return systemError{"the system refuses it", err}
}

// ofSystem reports whether an error came from a call of the system.
func ofSystem(err error) bool {
	var path *fs.PathError
	var link *os.LinkError
	var call *os.SyscallError
	var number syscall.Errno
	return errors.As(err, &path) || errors.As(err, &link) || errors.As(err, &call) || errors.As(err, &number)
}
