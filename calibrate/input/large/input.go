package large

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/cb401426/calibrate/calibrate/input/settings"
	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// An Input is an open file with what was read of it before its turn.
type Input struct {
	*bufio.Reader
	Name  string
	file  *counted    // nil for standard input
	again io.ReaderAt // what is read, unpacked; nil where it is not kept
	spool *os.File    // nil where none is needed

	packed bool
}

// counted is a file of which it is known how far it was read.
type counted struct {
	*os.File
	read, size int64
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.File.Read(b)
	c.read += int64(n)
	return n, err
}

// Share returns how much of the file was read, 0 where that is not known.
func (l *Input) Share() float64 {
	if l.file == nil || l.file.size == 0 {
		return 0
	}
	return min(1, float64(l.file.read)/float64(l.file.size))
}

// Close closes the file. Standard input is kept for the careful reading.
func (l *Input) Close() error {
	if l.file == nil {
		return nil
	}
	return l.end()
}

// Reasons reads the reasons of the file again; closing them closes the file.
func (l *Input) Reasons() *Reasons { return &Reasons{from: l.again, close: l.end} }

// end closes all that is open.
func (l *Input) end() error {
	var errs []error
	if l.spool != nil {
		errs = append(errs, l.spool.Close())
	}
	if l.file != nil {
		errs = append(errs, l.file.Close())
	}
	return errors.Join(errs...)
}

// Open opens a file that is worth the fast way, unpacked. Of standard
// input a careful reading would need the beginning again: what does not fit
// into a buffer is kept in a temporary file. So is what is unpacked, where
// its reasons are to be read again.
func Open(path string, o *settings.Options) (*Input, error) {
	if path == "-" {
		return openLargeStdin(o)
	}
	// A pipe can be opened once: the careful reading has it from the start.
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() < o.Bounds().Fast/4 {
		return nil, ErrCareful
	}
	opened, err := os.Open(path)
	if err != nil {
		return nil, ErrCareful
	}
	f := &counted{File: opened, size: info.Size()}
	in := &Input{Reader: bufio.NewReaderSize(f, HeadSize), Name: filepath.Base(path), file: f, again: opened}
	magic, _ := in.Peek(4)
	if packing, ok := source.Packed(magic); ok {
		if err := in.unpack(packing, !o.WithoutReasons); err != nil {
			in.Close()
			return nil, err
		}
		return in, nil
	}
	if info.Size() < o.Bounds().Fast {
		in.Close()
		return nil, ErrCareful
	}
	return in, nil
}

// Broken says what comes of an error of reading: the careful reading words
// that of a packed file.
func (l *Input) Broken(err error) error {
	var kept *KeepError
	if l.packed && !errors.Is(err, context.Canceled) && !errors.As(err, &kept) {
		return Odd{Why: err.Error()}
	}
	return err
}

// unpack reads what a packed file holds, and keeps it where it is wanted
// again.
func (l *Input) unpack(packing source.Packing, keep bool) error {
	unpacked, err := packing.Open(l.Reader)
	if err != nil {
		return ErrCareful
	}
	var from io.Reader = unpacked
	l.again, l.packed = nil, true
	if keep {
		if l.spool, err = temporary(); err != nil {
			return Odd{Why: fmt.Sprintf("its reasons cannot be kept: %v", wording.Plain(err))}
		}
		from, l.again = io.TeeReader(unpacked, keeper{l.spool}), l.spool
	}
	l.Reader = bufio.NewReaderSize(from, HeadSize)
	return nil
}

// A KeepError is that what was read cannot be kept to be read again.
type KeepError struct{ err error }

func (e *KeepError) Error() string {
	return fmt.Sprintf("what is read cannot be kept in %s: %v", os.TempDir(), wording.Plain(e.err))
}
func (e *KeepError) Unwrap() error { return e.err }

// A keeper writes to a temporary file.
type keeper struct{ *os.File }

func (k keeper) Write(b []byte) (int, error) {
	n, err := k.File.Write(b)
	if err != nil {
		err = &KeepError{err}
	}
	return n, err
}

// temporary opens a file that is gone when it is closed.
func temporary() (*os.File, error) {
	f, err := os.CreateTemp("", "calibrate-*")
	if err == nil {
		os.Remove(f.Name()) // the open file stays until it is closed
	}
	return f, err
}

// openLargeStdin reads standard input up to the size that is worth the fast
// way. Where it ends before, it is given back to be read with care.
func openLargeStdin(o *settings.Options) (*Input, error) {
	if o.Stdin == nil {
		return nil, ErrCareful
	}
	start, err := io.ReadAll(io.LimitReader(o.Stdin, o.Bounds().Fast))
	if err != nil {
		return nil, err
	}
	if _, packed := source.Packed(start); packed || int64(len(start)) < o.Bounds().Fast {
		o.Stdin = io.MultiReader(bytes.NewReader(start), o.Stdin)
		return nil, ErrCareful
	}
	spool, err := temporary()
	if err != nil {
		o.Stdin = io.MultiReader(bytes.NewReader(start), o.Stdin)
		return nil, Odd{Why: fmt.Sprintf("it cannot be kept: %v", wording.Plain(err))}
	}
	rest := io.TeeReader(io.MultiReader(bytes.NewReader(start), o.Stdin), keeper{spool})
	o.Stdin = &spooled{spool: spool, rest: rest, most: o.Budget.Most()}
	return &Input{Reader: bufio.NewReaderSize(rest, HeadSize), Name: "standard input", again: spool, spool: spool}, nil
}

// spooled is standard input from its beginning: what was read of it before,
// then the rest.
type spooled struct {
	spool   *os.File
	rest    io.Reader
	most    int64 // more is never read: it may have no end
	started bool
}

func (s *spooled) Read(b []byte) (int, error) {
	if !s.started {
		s.started = true
		if _, err := io.Copy(io.Discard, io.LimitReader(s.rest, s.most)); err != nil {
			return 0, err
		}
		if _, err := s.spool.Seek(0, io.SeekStart); err != nil {
			return 0, err
		}
	}
	return s.spool.Read(b)
}
