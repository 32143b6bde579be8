package analysis

import (
	"context"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/habits"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/team"
)

// raters describes each rater who gave a rating, by pseudonym.
func raters(a *work, _ context.Context) error {
	m := a.m
	severities, parts := team.Severities(m)
	figures := team.RaterFigures(m)
	shares, weights := team.RaterShares(m)
	distance := m.Distance()
	findings, search := habits.Find(m, nil)
	a.report.Habits = search
	a.report.Raters = []calibrate.Rater{}
	for g, given := range team.GivenBy(m) {
		if given.Ratings == 0 {
			continue
		}
		r := calibrate.Rater{
			ID: a.names[g], Ratings: given.Ratings, LevelsUsed: given.Scores,
			Severity: severities[g].Value, SeveritySE: severities[g].Se,
			SD: given.Sd, Mean: given.Mean,
			Exact: figures[g], Findings: findings[g],
			DistanceShare: distance.Map(func(float64) float64 { return shares[g] }),
			ExpectedShare: stats.Of(weights[g]),
		}
		if m.Pairable == 0 {
			r.ExpectedShare = stats.None(stats.NoPairs)
		}
		r.SeverityLower, r.SeverityUpper = severities[g].Limits(a.options.Confidence)
		if a.options.Names {
			r.Name = a.study.Table.Raters()[g]
		}
		if a.group != nil {
			r.Group = a.group.Label(g)
		}
		a.report.Raters = append(a.report.Raters, r)
	}
	privacy.SortByPseudonym(a.report.Raters, func(r calibrate.Rater) string { return r.ID })
	if m.Fit().Drawn() {
		a.note("severity_errors_drawn", "/raters")
	}
	if parts > 1 {
		a.note("raters_not_connected", "/raters")
	}
	return nil
}
