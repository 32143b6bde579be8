package input_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/calibrate/input"
	"github.com/cb401426/calibrate/calibrate/input/problem"
)

// seeds are the samples, the variants and the faults.
func seeds(f *testing.F) {
	f.Helper()
	for _, pattern := range []string{samples + "*.*", "testdata/variants/*.?sv"} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			f.Fatal(paths, err)
		}
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data)
		}
	}
	for _, fault := range faults {
		if len(fault.text) < 1000 {
			f.Add([]byte(fault.text))
		}
	}
}

// Whatever the bytes, reading ends, without a panic, in a table or in faults,
// and the same bytes read the same again.
func FuzzRead(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		first := readFuzz(t, data)
		if second := readFuzz(t, data); first != second {
			t.Error(cmp.Diff(first, second))
		}
	})
}

func readFuzz(t *testing.T, data []byte) string {
	o := input.Small(input.Options{Stdin: bytes.NewReader(data)})
	r, err := input.Read(context.Background(), []string{"-"}, o)
	var all *problem.Faults
	if err != nil && (!errors.As(err, &all) || len(*all) == 0 || r == nil || r.Table != nil) {
		t.Fatalf("error %v beside %v", err, r)
	}
	if err == nil && r.Table.Ratings() == 0 {
		t.Fatal("a table without ratings")
	}
	return reading(t, r, err)
}

// FuzzReadArchive begins with workbooks and archives.
func FuzzReadArchive(f *testing.F) {
	long := [][]string{{"rater", "indicator", "score"}, {"Ana", "3b", "2"}, {"Bo", "3b", "3"}}
	f.Add(asWorkbook(long))
	f.Add(asWorkbook([][]string{{"Rater", "3b", "3c"}, {"Ana", "2", "3"}}))
	var b bytes.Buffer
	f.Add(append([]byte("PK\x03\x04"), b.Bytes()...))
	f.Add([]byte("\x1f\x8b\x08\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if !bytes.HasPrefix(data, []byte("PK")) && !bytes.HasPrefix(data, []byte("\x1f\x8b")) {
			return
		}
		readFuzz(t, data)
	})
}
