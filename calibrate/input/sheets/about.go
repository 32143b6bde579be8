package sheets

import (
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/problem"
)

// HeaderLevels returns the levels that the header of a table of counts names,
// in their order; none where the input holds anything else.
func HeaderLevels(sheets []*Sheet) []string {
	var levels []string
	for _, x := range sheets {
		if x.Plan == nil {
			continue
		}
		for _, b := range x.Plan.Blocks {
			if !b.Counts && !b.Crossed || levels != nil && !slices.Equal(levels, b.Levels) {
				return nil
			}
			levels = b.Levels
		}
	}
	return levels
}

// hasCounts reports whether a block holds counts.
func hasCounts(b *layout.Block) bool { return b.Counts || b.Crossed }

// AcrossColumns reports whether the scores of a row stand in several columns.
func AcrossColumns(sheets []*Sheet) bool {
	return slices.ContainsFunc(sheets, func(x *Sheet) bool {
		return x.Plan != nil && slices.ContainsFunc(x.Plan.Blocks, func(b layout.Block) bool { return len(b.All(layout.Score)) > 1 && !hasCounts(&b) })
	})
}

// LearnDates learns from all dates which part of them is the day.
func LearnDates(sheets []*Sheet, clock *cell.Clock) {
	for _, x := range sheets {
		if x.Plan == nil {
			continue
		}
		for _, b := range x.Plan.Blocks {
			for _, c := range b.Columns {
				if c.Field != layout.Time && c.Field != layout.Date {
					continue
				}
				for _, row := range b.Rows {
					clock.Learn(x.At(row, c.Index))
				}
			}
		}
	}
}

// HasReasons reports whether any column or row holds reasons.
func HasReasons(sheets []*Sheet) bool {
	for _, x := range sheets {
		if x.Plan == nil {
			continue
		}
		for _, b := range x.Plan.Blocks {
			if len(b.ReasonRows) > 0 || len(b.Free) > 0 {
				return true
			}
			for _, c := range b.Columns {
				if c.Reason >= 0 {
					return true
				}
			}
		}
	}
	return false
}

// MasterNames returns what the answer key is called in the input.
func MasterNames(sheets []*Sheet) (names []string) {
	for _, x := range sheets {
		if x.Plan == nil {
			continue
		}
		for k := range x.Plan.Blocks {
			b := &x.Plan.Blocks[k]
			for _, c := range b.All(layout.Master) {
				names = append(names, c.Header)
			}
			rater, ok := b.First(layout.Rater)
			for row := range b.MasterRows {
				if ok {
					names = append(names, x.At(row, rater.Index))
				}
			}
		}
	}
	return names
}

// InDoubt reports whether it is open how a sheet reads: what its cells would
// come to is no matter then.
func InDoubt(p *layout.Plan) bool {
	return slices.ContainsFunc(p.Doubts, func(d layout.Doubt) bool {
		c, _ := problem.CodeByID(d.Code)
		return c.Severity == problem.Fatal && d.Code != "no_pairs"
	})
}

// FirstCell returns the first cell of a row that is not empty.
func FirstCell(x *Sheet, row int) string {
	for c := range x.Rows[row].Cells {
		if text := x.At(row, c); text != "" {
			return text
		}
	}
	return ""
}
