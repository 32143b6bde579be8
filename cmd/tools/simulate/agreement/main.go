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
	"os"
	"os/signal"
	"strings"
)

func main() {
	seed := flag.Uint64("seed", 1, "seed of all draws")
	teams := flag.Int("teams", 20, "teams of raters a design")
	files := flag.Int("files", 50, "files a team")
	date := flag.String("date", "", "the date to print")
	only := flag.String("only", "", "only the designs whose title holds this")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *seed, *teams, *files, *date, *only); err != nil {
		fmt.Fprintln(os.Stderr, "coverage:", err)
		os.Exit(1)
	}
}

// run simulates each design and prints its table.
func run(ctx context.Context, seed uint64, teams, files int, date, only string) error {
	fmt.Printf(preface, date, seed, teams, files, teams*files)
	for i, d := range designs {
		if !strings.Contains(d.title, only) {
			continue
		}
		table, err := d.simulate(ctx, seed+uint64(i)*1000, teams, files)
		if err != nil {
			return err
		}
		table.print(os.Stdout)
	}
	return nil
}
