package source

import (
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

// readLimited reads a stream to its end, up to a size.
func readLimited(in io.Reader, limit int64) ([]byte, error) {
	content, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err == nil && int64(len(content)) > limit {
		return nil, fmt.Errorf("it is larger than %s", size(limit))
	}
	return content, err
}
