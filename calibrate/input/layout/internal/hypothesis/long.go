package hypothesis

import (
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
)

// Long is one row a rating: who, which lesson, which indicator, what.
var Long = Layout{
	ID: LongID, Title: "one row a rating",
	Read: readLong,
}

func readLong(f *column.Frame) *Reading {
	r := &Reading{Why: "the header names what a rating has, and each row is one"}
	score := scoreColumn(f, r)
	if severalScores(f) || score >= 0 && underBanners(f, score) {
		return nil
	}
	if score >= 0 {
		r.Scores = []int{score}
	}
	r.Master = f.Pick(layout.Master, 0.75, func(c *column.Column) bool { return c.Pos == score || !c.HoldsScores() })
	taken := takenBy(r.Scores, r.Master)
	takeIndicator(f, r, taken)
	if r.Score < 0.7 && r.indicator < 0.7 && !lacksScore(f, score) {
		return nil
	}
	whoAndWhich(f, r, taken)
	indicatorOfTwo(f, r)
	if score < 0 {
		r.Missing = append(r.Missing, layout.Score)
	}
	r.Facets = make([]layout.Facets, len(r.Scores))
	return r
}
