package calibrate

import (
	"context"

	"gonum.org/v1/gonum/stat"

	"github.com/cb401426/calibrate/stats"
)

// raters describes each rater who gave a rating, by pseudonym.
func (a *analysis) raters(context.Context) error {
	m := a.m
	severities, parts := m.severities()
	figures := m.raterFigures()
	shares, weights := m.raterShares()
	distance := m.distance()
	findings := m.findings(nil)
	a.report.Raters = []Rater{}
	for g, values := range m.scoresByRater() {
		if len(values) == 0 {
			continue
		}
		r := Rater{
			ID: a.names[g], Ratings: len(values), LevelsUsed: distinct(values),
			Severity: severities[g].value, SeveritySE: severities[g].se,
			SD: standardDeviation(values), Mean: stats.Of(stat.Mean(values, nil)),
			Exact: figures[g], Findings: findings[g],
			DistanceShare: distance.Map(func(float64) float64 { return shares[g] }),
			ExpectedShare: stats.Of(weights[g]),
		}
		if len(m.scales) > 1 {
			r.Mean, r.SD = stats.None(severalScales), stats.None(severalScales)
		}
		if m.pairable == 0 {
			r.ExpectedShare = stats.None(stats.NoPairs)
		}
		r.SeverityLower, r.SeverityUpper = severities[g].limits(a.options.Confidence)
		if a.options.Names {
			r.Name = a.study.Table.Raters()[g]
		}
		if a.group != nil {
			r.Group = a.group.label(g)
		}
		a.report.Raters = append(a.report.Raters, r)
	}
	sortByPseudonym(a.report.Raters, func(r Rater) string { return r.ID })
	if parts > 1 {
		a.note("raters_not_connected", "/raters")
	}
	return nil
}
