//go:build unix

package main

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strconv"

	"github.com/spf13/cobra"
)

// standIn is what this program plays itself: "read FILE" reads it with
// encoding/csv and does nothing else, "bare" is a cobra program with nothing
// in it, "write FILE ROWS SHUFFLED" writes a file to measure with.
func standIn(args []string) {
	var err error
	switch args[0] {
	case "read":
		err = readAll(args[1])
	case "write":
		var rows int
		if rows, err = strconv.Atoi(args[2]); err == nil {
			err = writeRatings(args[1], rows, args[3] == "true")
		}
	default:
		err = bare(args[1:])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func bare(args []string) error {
	root := &cobra.Command{Use: "bare", Version: "1"}
	root.SetArgs(args)
	return root.Execute()
}

func readAll(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	r := csv.NewReader(bufio.NewReaderSize(f, 1<<20))
	r.ReuseRecord = true
	for {
		if _, err := r.Read(); err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
	}
}

// writeRatings writes a file of ratings: four of 200 raters a lesson, twenty
// indicators, four levels, a short reason; the rows of a lesson together, or
// all in random order.
func writeRatings(path string, rows int, shuffled bool) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<20)
	fmt.Fprintln(w, "rater,lesson,indicator,score,reason")
	rng := rand.New(rand.NewPCG(1, 2))
	order := make([]int, 0)
	if shuffled {
		order = rng.Perm(rows)
	}
	for i := range rows {
		row := i
		if shuffled {
			row = order[i]
		}
		lesson, indicator, rater := row/80, row/4%20, row%4
		// What an item is like, and how a rater sees it, hang on the row alone.
		item := rand.New(rand.NewPCG(3, uint64(row/4)))
		one := rand.New(rand.NewPCG(4, uint64(row)))
		score := 2 + item.IntN(2)
		if one.IntN(10) > 5 {
			score += one.IntN(3) - 1
		}
		fmt.Fprintf(w, "rater%03d,lesson%06d,%d%c,%d,%d of 22 hands up\n",
			lesson*7%50*4+rater, lesson, 1+indicator/5, 'a'+indicator%5, score, one.IntN(22))
	}
	return w.Flush()
}
