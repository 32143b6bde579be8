package input

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/source"
)

// mostTried is the number of cells up to which cures are tried before they are
// offered.
const mostTried = 2_000_000

// tryCures tries the flags that may settle each problem, and offers those that
// do: a hint that does not work would be worse than none.
func tryCures(ctx context.Context, result *source.Result, o *Options, reading *Reading, err error) {
	var faults *problem.Faults
	if reading == nil || !errors.As(err, &faults) {
		return
	}
	cells := 0
	for _, s := range result.Sheets {
		cells += len(s.Rows) * s.Width()
	}
	for i := range reading.Problems {
		p := &reading.Problems[i]
		if len(p.Cures) == 0 {
			continue
		}
		var offered []string
		for _, c := range p.Cures {
			if cells > mostTried || cures(ctx, result, o, p, c) {
				offered = append(offered, strings.TrimSpace(c.Flags+" "+c.Says))
				p.Choices = append(p.Choices, problem.Choice{Flags: c.Flags, Says: c.Says})
			}
		}
		if len(offered) > 0 {
			hint := strings.Join(offered, ", or ")
			if mending[p.Code] {
				hint = p.Hint + "; or " + hint
			}
			p.Hint = hint
		}
	}
	*faults = problem.FaultsOf(reading.Problems, o.Strict)
}

// mending are the codes of cells that are best mended: flags come after that.
var mending = map[string]bool{"two_scores": true, "spreadsheet_date": true, "spreadsheet_error": true}

// cures reports whether flags settle a problem: with them it is gone, and no
// new kind of fatal problem has come.
func cures(ctx context.Context, result *source.Result, o *Options, p *problem.Problem, c problem.Cure) bool {
	with := *o
	with.Progress, with.Budget = nil, nil
	with.Columns = slices.Clone(o.Columns)
	c.Apply(&with)
	reading, err := readSheets(ctx, result, &with)
	if err == nil {
		return true
	}
	if reading == nil {
		return false
	}
	for _, q := range reading.Problems {
		if q.Severity == problem.Fatal && q.Code == p.Code && q.File == p.File && q.Row == p.Row && q.Column == p.Column {
			return false
		}
	}
	return countFatal(reading.Problems) <= 4
}

func countFatal(problems []problem.Problem) (n int) {
	for _, p := range problems {
		if p.Severity == problem.Fatal {
			n++
		}
	}
	return n
}
