package analysis

import (
	"context"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team"
)

// camps looks for two readings, and names the two camps by pseudonym, that of
// the lowest first.
func camps(a *work, ctx context.Context) error {
	c, err := team.FindCamps(ctx, a.m)
	if err != nil {
		return err
	}
	a.report.Camps = &calibrate.Camps{Found: calibrate.NoAnswer(c.P.Reason()), PValue: c.P, Members: [][]string{}}
	if c.P.OK() {
		a.report.Camps.Found = calibrate.YesNo(c.Found())
	}
	if !c.Found() {
		return nil
	}
	camps := make([][]string, 2)
	for side, raters := range c.Sides {
		for _, g := range raters {
			camps[side] = append(camps[side], a.names[g])
		}
		slices.SortFunc(camps[side], rating.CompareNatural)
	}
	slices.SortFunc(camps, func(x, y []string) int { return rating.CompareNatural(x[0], y[0]) })
	a.report.Camps.Members = camps
	return nil
}
