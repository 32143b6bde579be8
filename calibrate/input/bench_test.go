package input_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"testing"

	"github.com/cb401426/calibrate/calibrate/input"
)

// BenchmarkRead reads a small form, a small long file and one of 1e5 rows.
func BenchmarkRead(b *testing.B) {
	var long bytes.Buffer
	long.WriteString(head)
	for i := range 100_000 {
		fmt.Fprintf(&long, "R%d,L%d,I%d,%d,4 of 22 hands up\n", i%20, i/400, i/20%20, 1+i*7%4)
	}
	form, err := os.ReadFile(samples + "01_google_forms_sheets.csv")
	if err != nil {
		b.Fatal(err)
	}
	walk, err := os.ReadFile(samples + "walkthrough.csv")
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct {
		name string
		data []byte
	}{{"form", form}, {"walkthrough", walk}, {"1e5", long.Bytes()}} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := input.Read(context.Background(), []string{"-"}, input.Options{Stdin: bytes.NewReader(c.data)}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
