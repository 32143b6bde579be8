package input

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/source"
)

// A cure is flags that may settle a problem.
type cure struct {
	flags string // as a shell takes them
	says  string // when they are right
	apply func(*Options)
}

// mostTried is the number of cells up to which cures are tried before they are
// offered.
const mostTried = 2_000_000

// tryCures tries the flags that may settle each problem, and offers those that
// do: a hint that does not work would be worse than none.
func tryCures(ctx context.Context, sheets *source.Result, o *Options, reading *Reading, err error) {
	var faults *Faults
	if reading == nil || !errors.As(err, &faults) {
		return
	}
	cells := 0
	for _, s := range sheets.Sheets {
		cells += len(s.Rows) * s.Width()
	}
	for i := range reading.Problems {
		p := &reading.Problems[i]
		if len(p.cures) == 0 {
			continue
		}
		var offered []string
		for _, c := range p.cures {
			if cells > mostTried || cures(ctx, sheets, o, p, c) {
				offered = append(offered, strings.TrimSpace(c.flags+" "+c.says))
				p.Choices = append(p.Choices, Choice{c.flags, c.says})
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
	*faults = faultsOf(reading.Problems, o.Strict)
}

// mending are the codes of cells that are best mended: flags come after that.
var mending = map[string]bool{"two_scores": true, "spreadsheet_date": true, "spreadsheet_error": true}

// cures reports whether flags settle a problem: with them it is gone, and no
// new kind of fatal problem has come.
func cures(ctx context.Context, sheets *source.Result, o *Options, p *Problem, c cure) bool {
	with := *o
	with.Progress, with.Budget = nil, nil
	with.Columns = slices.Clone(o.Columns)
	c.apply(&with)
	reading, err := readSheets(ctx, sheets, &with)
	if err == nil {
		return true
	}
	if reading == nil {
		return false
	}
	for _, q := range reading.Problems {
		if q.Severity == Fatal && q.Code == p.Code && q.File == p.File && q.Row == p.Row && q.Column == p.Column {
			return false
		}
	}
	return countFatal(reading.Problems) <= 4
}

func countFatal(problems []Problem) (n int) {
	for _, p := range problems {
		if p.Severity == Fatal {
			n++
		}
	}
	return n
}

// faultsOf returns the problems that stop a reading.
func faultsOf(problems []Problem, strict bool) (faults Faults) {
	for _, p := range problems {
		switch {
		case p.Severity == Fatal:
			faults = append(faults, p)
		case strict && p.Severity == Repair:
			p.Hint = strings.TrimSpace("--strict refuses repairs. " + p.Hint)
			faults = append(faults, p)
		case strict && strictNotes[p.Code]:
			p.Hint = "--strict refuses what is left out: delete it, or say so with --columns ignore=…"
			faults = append(faults, p)
		}
	}
	return faults
}

// strictNotes are what --strict refuses besides repairs: what was left out.
var strictNotes = map[string]bool{"column_left_out": true, "hidden_left_out": true}

// Offers returns the options that the flags of a problem's hint stand for, each
// on its own.
func (p *Problem) Offers() (all []Options) {
	for _, c := range p.cures {
		if strings.Contains(p.Hint, c.flags) {
			var o Options
			c.apply(&o)
			all = append(all, o)
		}
	}
	return all
}
