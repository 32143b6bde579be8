package analysis

import (
	"context"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// mostCells is the number of ratings up to which the report lists them.
const mostCells = 5000

func cells(a *work, _ context.Context) error {
	t := a.study.Table
	a.report.NotObservedItems = notObservedItems(a.m)
	if t.Ratings()+len(t.Marks()) > mostCells {
		a.note("ratings_left_out", "/ratings")
		return nil
	}
	cell := func(item, rater int32) calibrate.Cell {
		it := t.Items()[item]
		c := calibrate.Cell{
			Rater: a.names[rater], Lesson: t.Lessons()[it.Lesson],
			Indicator: t.Indicators()[it.Indicator], Round: t.Rounds()[it.Round],
		}
		if a.study.Segments {
			c.Segment = c.Round
		}
		return c
	}
	list := make([]calibrate.Cell, 0, t.Ratings()+len(t.Marks()))
	for _, r := range t.All() {
		c := cell(r.Item, r.Rater)
		c.Score, c.State = stats.Of(t.Value(int(r.Item), r.Level)), rating.Scored.String()
		list = append(list, c)
	}
	for _, mark := range t.Marks() {
		if a.names[mark.Rater] == "" {
			continue // a rater without a rating has no pseudonym
		}
		c := cell(mark.Item, mark.Rater)
		c.Score, c.State = stats.None(calibrate.NoScore), mark.State.String()
		list = append(list, c)
	}
	slices.SortStableFunc(list, compareCells)
	a.report.Ratings = list
	return nil
}

// compareCells orders cells by lesson, indicator, round and pseudonym.
func compareCells(x, y calibrate.Cell) int {
	for _, c := range []int{
		rating.CompareNatural(x.Round, y.Round),
		rating.CompareNatural(x.Lesson, y.Lesson),
		rating.CompareNatural(x.Indicator, y.Indicator),
	} {
		if c != 0 {
			return c
		}
	}
	return rating.CompareNatural(x.Rater, y.Rater)
}
