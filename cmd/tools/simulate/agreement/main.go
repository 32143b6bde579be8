// Command coverage measures how often intervals of agreement hold the truth,
// on files made up by a known model, and prints a page of Markdown:
//
//	go run -C cmd/tools ./simulate/agreement -date 2026-11-21 > docs/simulations-agreement.md
//
// It is not part of the tests: it takes minutes.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/cb401426/calibrate/cmd/tools/internal/simulation"
)

// files is how many a team has.
var files = flag.Int("files", 50, "files a team")

func main() { simulation.Main(20, "teams of raters a design", run) }

// run simulates each design and prints its table.
func run(ctx context.Context, s simulation.Settings, out io.Writer) error {
	fmt.Fprintf(out, preface, s.Date, s.Seed, s.Runs, *files, s.Runs**files)
	for i, d := range designs {
		if !strings.Contains(d.title, s.Only) {
			continue
		}
		table, err := d.simulate(ctx, s.Seed+uint64(i)*1000, s.Runs, *files)
		if err != nil {
			return err
		}
		table.print(out)
	}
	return nil
}
