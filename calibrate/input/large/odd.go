package large

import "errors"

// HeadSize is how much of a large file decides how it is read.
const HeadSize = 64 << 10

// ErrCareful leaves a file to the careful reading.
var ErrCareful = errors.New("to be read with care")

// Odd leaves a file to the careful reading for what stands in it.
type Odd struct{ Why string }

func (e Odd) Error() string { return ErrCareful.Error() + ": " + e.Why }
func (e Odd) Unwrap() error { return ErrCareful }
