package scan

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync/atomic"

	"github.com/cb401426/calibrate/stats/parallel"
	"golang.org/x/sync/errgroup"
)

// Absent stands for a column that the file does not have.
const Absent = -1

// Options say what to read. Input starts after the header.
type Options struct {
	Delimiter byte
	Width     int // fields of every record

	// Positions of the fields; Lesson, Indicator and Reason may be Absent.
	Rater, Lesson, Indicator, Score, Reason int
	Others                                  []int // further columns
	Dates                                   []int // which of them, by position in Others, are read without the time of day

	// KeepReasons notes where each reason stands; else they are counted alone.
	// Blank reports whether a reason says nothing; it may be nil.
	KeepReasons bool
	Blank       func(reason []byte) bool
	CountBy     int // position in Others by whose texts reasons are counted too, or Absent

	Workers  int              // 0 means one a processor
	Progress func(rows int64) // told after each block, from one goroutine; may be nil
}

// An Irregular says what kept the input from being read fast, and before which
// megabyte of it.
type Irregular struct {
	Why string
	At  int64 // bytes after the header
}

func (e *Irregular) Error() string { return "not plainly regular: " + e.Why }

// A Shard is what one worker read: the distinct texts of each column, and the
// records as positions in them. Which worker reads which records is not
// fixed; together the Shards hold every record once. A column that the file
// does not have holds the empty text.
type Shard struct {
	Raters, Lessons, Indicators, Scores []string
	Others                              [][]string
	Parts                               []Part
	LongestReason                       int   // bytes, with its quotes
	Reasons                             int   // how many there are
	ReasonsBy                           []int // by the texts of CountBy; what is beyond its end has none
}

// A Part is some records in columns of codes.
type Part struct {
	Lessons   []Run // of the records in their order
	Indicator Column
	Rater     Column
	Score     []uint8
	Others    []Column
	Reasons   []Span // nil where they are not wanted
	Before    int64  // bytes of the input before the part
}

// A Span is where a reason stands in its part, with its quotes: Unquote takes
// them off. One that says nothing has no Size.
type Span struct{ At, Size uint32 }

// A Run is a lesson and how many records of it follow each other: a file
// mostly holds a lesson's records together.
type Run struct{ Lesson, Records uint32 }

// follow adds a record of a lesson.
func (p *Part) follow(lesson uint32) {
	if n := len(p.Lessons); n > 0 && p.Lessons[n-1].Lesson == lesson {
		p.Lessons[n-1].Records++
		return
	}
	p.Lessons = append(p.Lessons, Run{lesson, 1})
}

// Read codes the records of r. Its error is an *Irregular where the input has
// to be read the careful way.
func Read(ctx context.Context, r io.Reader, o Options) ([]Shard, error) {
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	free := make(chan []byte, o.Workers+2)
	for range cap(free) {
		free <- nil
	}
	pieces := make(chan piece, o.Workers)
	var rows atomic.Int64
	g, ctx := errgroup.WithContext(ctx)
	g.Go(parallel.Safely(func() error {
		defer close(pieces)
		return cut(ctx, r, free, func(p piece) error {
			if o.Progress != nil {
				o.Progress(rows.Load())
			}
			select {
			case pieces <- p:
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		})
	}))
	shards := make([]Shard, o.Workers)
	for i := range shards {
		g.Go(parallel.Safely(func() error {
			w := newWorker(&o)
			for p := range pieces {
				n, err := w.block(p.block, p.before)
				var irregular *Irregular
				if errors.As(err, &irregular) {
					irregular.At = p.before
				}
				if err != nil {
					return err
				}
				rows.Add(int64(n))
				free <- p.block
			}
			shards[i] = w.shard()
			return nil
		}))
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	return shards, nil
}

// mostScores bounds the distinct texts in the score column.
const mostScores = 250

// irregular returns an *Irregular.
func irregular(format string, args ...any) error {
	return &Irregular{Why: fmt.Sprintf(format, args...)}
}
