package scan

import (
	"bytes"
	"context"
	"io"
)

// blockSize is how much a worker takes at a time.
const blockSize = 1 << 20

// spare is how many bytes are free after a block: what is read 64 bytes at a
// time may read beyond the end.
const spare = 128

// longestRecord bounds a record: a quote that never closes would otherwise
// take the whole file into memory.
const longestRecord = 16 << 20

// A piece is a block of whole records, and how many bytes stand before it.
type piece struct {
	block  []byte
	before int64
}

// cut reads blocks of whole records from r and hands each to f, in order. It
// counts quotes to tell a line end inside quotes from a record's end. Blank
// lines at the end of the input are left out.
func cut(ctx context.Context, r io.Reader, free <-chan []byte, f func(piece) error) error {
	var rest []byte
	before := int64(0)
	for {
		var block []byte
		select {
		case block = <-free:
		case <-ctx.Done():
			return ctx.Err()
		}
		block = append(block[:0], rest...)
		n, err := fill(r, grow(&block, blockSize))
		block = block[:len(block)-blockSize+n]
		last := err == io.EOF
		if err != nil && !last {
			return err
		}
		end := len(block)
		if !last {
			if end = recordEnd(block); end == 0 && len(block) > longestRecord {
				return &Irregular{"a record of over 16 MiB", before}
			}
		}
		rest = append(rest[:0], block[end:]...)
		if last {
			end = len(withoutBlankEnd(block))
		}
		if err := f(piece{block[:end], before}); err != nil || last {
			return err
		}
		before += int64(end)
	}
}

// fill reads until b is full. Its error is io.EOF at the end of the input, and
// only there: io.ReadFull's could also come from a packed stream that was cut.
func fill(r io.Reader, b []byte) (n int, err error) {
	for n < len(b) && err == nil {
		var more int
		more, err = r.Read(b[n:])
		n += more
	}
	return n, err
}

// withoutBlankEnd cuts blank lines off the end of a block.
func withoutBlankEnd(block []byte) []byte {
	for {
		shorter := bytes.TrimSuffix(bytes.TrimSuffix(block, []byte{'\n'}), []byte{'\r'})
		if len(shorter) == len(block) || len(shorter) > 0 && shorter[len(shorter)-1] != '\n' {
			return block
		}
		block = shorter
	}
}

// grow lengthens a block by n bytes and returns these.
func grow(block *[]byte, n int) []byte {
	have := len(*block)
	if cap(*block) < have+n+spare {
		*block = append(make([]byte, 0, have+n+have/2+spare), *block...)
	}
	*block = (*block)[:have+n]
	return (*block)[have:]
}

// recordEnd returns where the last whole record of a block ends, or 0.
func recordEnd(block []byte) int {
	if bytes.Count(block, []byte{'"'})%2 == 0 {
		// Outside quotes at the end: the last line end that has an even number
		// of quotes after it.
		return lastLineEnd(block, 0)
	}
	return lastLineEnd(block, 1)
}

// lastLineEnd returns the position after the last line end that has so many
// quotes after it, modulo 2.
func lastLineEnd(block []byte, quotes int) int {
	parity := 0
	for i := len(block) - 1; i >= 0; i-- {
		switch block[i] {
		case '"':
			parity ^= 1
		case '\n':
			if parity == quotes {
				return i + 1
			}
		}
	}
	return 0
}
