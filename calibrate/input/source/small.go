package source

import (
	"bytes"
	"fmt"
	"io"
	"os"
)

// What the files beside the ratings may hold, far beyond what any needs.
const (
	SmallFile = 1 << 20   // settings, keys, weights
	LargeFile = 256 << 20 // rosters, reports
)

// ReadFile reads a file that stands beside the ratings, up to a size.
func ReadFile(path string, limit int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readLimited(f, limit)
}

// readLimited reads a stream to its end, up to a size. One that begins as no
// text does is not read on.
func readLimited(in io.Reader, limit int64) ([]byte, error) {
	in, err := beginsAsText(in)
	if err != nil {
		return nil, err
	}
	content, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err == nil && int64(len(content)) > limit {
		return nil, fmt.Errorf("it is larger than %s", size(limit))
	}
	return content, err
}

// blankBlock is how many NUL bytes at the beginning say that there is no text to
// come: a device without an end would else take all that may be read.
const blankBlock = 4096

// errBlank is what such a beginning is.
var errBlank = fmt.Errorf("it begins with %d NUL bytes: this is not a text file", blankBlock)

// beginsAsText returns a stream from its beginning, or errBlank, or what went
// wrong with it.
func beginsAsText(in io.Reader) (io.Reader, error) {
	head := make([]byte, blankBlock)
	n, err := io.ReadFull(in, head)
	switch {
	case err == nil && len(bytes.Trim(head, "\x00")) == 0:
		return nil, errBlank
	case err != nil && err != io.EOF && err != io.ErrUnexpectedEOF:
		return nil, err
	}
	return io.MultiReader(bytes.NewReader(head[:n]), in), nil
}
