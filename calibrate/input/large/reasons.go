package large

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/scan"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats/rating"
)

// Reasons reads the reasons of a large file again where they are asked
// for, so that memory holds where they stand and not what they say.
type Reasons struct {
	from  io.ReaderAt
	close func() error

	mu     sync.Mutex
	at     int64  // of the window
	window []byte // bytes that were read: reasons are mostly asked for in their order
	err    error  // the first
}

// windowSize is how much is read at a time.
const windowSize = 16 << 10

// Text returns a reason as the careful reading has it.
func (r *Reasons) Text(span rating.Span) string {
	raw, err := r.raw(span)
	if err != nil {
		return ""
	}
	return cell.TidyText(strings.TrimFunc(string(scan.Unquote(raw)), cell.IsSpace))
}

// raw returns the bytes of a reason, a copy of its own.
func (r *Reasons) raw(span rating.Span) ([]byte, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	from, size := span.At(), span.Size()
	if from < r.at || from+int64(size) > r.at+int64(len(r.window)) {
		r.window = append(r.window[:0], make([]byte, max(size, windowSize))...)
		n, err := r.from.ReadAt(r.window, from)
		r.at, r.window = from, r.window[:n]
		if n < size {
			r.window = r.window[:0]
			if r.err == nil {
				r.err = fmt.Errorf("the reasons could not be read again: %w", wording.Plain(err))
			}
			return nil, r.err
		}
	}
	return append([]byte(nil), r.window[from-r.at:from-r.at+int64(size)]...), nil
}

// Err returns the first error of reading.
func (r *Reasons) Err() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.err
}

// Close ends the reading of reasons, and returns its first error.
func (r *Reasons) Close() error { return errors.Join(r.Err(), r.close()) }
