package calibrate

import (
	"context"
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// Camps says whether the raters fall into two readings of the same lessons,
// beyond who is severe and beyond one person.
type Camps struct {
	Found   Answer       `json:"found"`
	PValue  stats.Number `json:"p_value"`
	Members [][]string   `json:"members"` // by pseudonym, empty unless found
}

// camps looks for two readings, and names the two camps by pseudonym, that of
// the lowest first.
func (a *analysis) camps(ctx context.Context) error {
	c, err := a.m.camps(ctx)
	if err != nil {
		return err
	}
	a.report.Camps = &Camps{Found: noAnswer(c.p.Reason()), PValue: c.p, Members: [][]string{}}
	if c.p.OK() {
		a.report.Camps.Found = yesNo(c.found())
	}
	if !c.found() {
		return nil
	}
	camps := make([][]string, 2)
	for side, raters := range c.sides {
		for _, g := range raters {
			camps[side] = append(camps[side], a.names[g])
		}
		slices.SortFunc(camps[side], rating.CompareNatural)
	}
	slices.SortFunc(camps, func(x, y []string) int { return rating.CompareNatural(x[0], y[0]) })
	a.report.Camps.Members = camps
	return nil
}
