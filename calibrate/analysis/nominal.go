package analysis

import (
	"context"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
)

// nominal takes out of a report of codes without an order all that hangs on one:
// what is near or far, high or low, a mean, a standard of levels. Agreement, its
// chance, the nominal coefficients and the reasons stay.
func nominal(a *work, _ context.Context) error {
	if !a.study.Nominal {
		return nil
	}
	r := a.report
	none := stats.None(calibrate.Nominal)
	figure := calibrate.Figure{Value: none, Chance: none, Lower: none, Upper: none}
	r.Alignment.WithinOne, r.Alignment.TwoApart, r.Alignment.TypicalGap = figure, figure, none
	r.Alignment.Distance = calibrate.Interval{Value: none, Lower: none, Upper: none}
	r.Alignment.Cost.LessonLevelChanges = none
	for _, list := range [][]calibrate.Breakdown{r.Indicators, r.Lessons} {
		for i := range list {
			b := &list[i]
			b.WithinOne, b.TwoApart = figure, figure
			for _, n := range []*stats.Number{
				&b.Mean, &b.Median, &b.SD, &b.TypicalGap, &b.RWG, &b.AD, &b.DistanceShare, &b.ExpectedShare, &b.Alpha, &b.Settled.Distance,
			} {
				*n = none
			}
			b.Meets, b.Rank, b.Discuss = calibrate.NoAnswer(calibrate.Nominal), 0, false
		}
	}
	for i := range r.Raters {
		x := &r.Raters[i]
		for _, n := range []*stats.Number{&x.Mean, &x.Severity, &x.SeveritySE, &x.SeverityLower, &x.SeverityUpper, &x.DistanceShare, &x.ExpectedShare, &x.SD} {
			*n = none
		}
		x.Findings = []calibrate.Finding{}
	}
	for i := range r.RaterIndicators {
		r.RaterIndicators[i].Mean, r.RaterIndicators[i].FromMedian = none, none
	}
	for i := range r.Pairs {
		p := &r.Pairs[i]
		p.WithinOne, p.MeanDifference, p.DistanceShare = none, none, none
	}
	for i := range r.Without {
		r.Without[i].Distance = none
	}
	for i := range r.Groups {
		r.Groups[i].Mean = none
	}
	if b := r.BetweenGroups; b != nil {
		b.DistanceShare, b.ExpectedShare, b.Difference, b.Lower, b.Upper, b.PValue = none, none, none, none, none, none
	}
	r.Boundaries, r.Plan, r.Habits = []calibrate.BoundaryAgreement{}, nil, nil
	r.Camps = &calibrate.Camps{Found: calibrate.NoAnswer(calibrate.Nominal), PValue: none, Members: [][]string{}}
	cause := calibrate.Cause{Share: none}
	r.Causes = &calibrate.Causes{
		Severity: cause, IndicatorReading: cause, LessonReading: cause, Residual: cause,
		Components: map[string]stats.Number{}, Most: []calibrate.Most{},
	}
	nominalVerdict(r)
	return nil
}

// nominalVerdict says that no standard of levels can be held against codes.
func nominalVerdict(r *calibrate.Report) {
	v := &r.Verdict
	v.ID, v.NotObserved, v.Without, v.Worst, v.Next, v.Clear, v.PointsToGo = calibrate.CannotTell, calibrate.CannotTell, "", "", "", false, 0
	v.Sentence = "The ratings are codes without an order, and a standard asks how near levels are: there is no verdict."
	v.Because = []string{"How often two raters gave the same code, beside what chance would give, and the nominal coefficients say how far the team agrees."}
	v.Standard.Criteria = []calibrate.Criterion{}
}

// nominalCoefficients takes the values from coefficients whose weights need an
// order, and leaves the agenda empty.
func nominalCoefficients(a *work, _ context.Context) error {
	if !a.study.Nominal {
		return nil
	}
	none := stats.None(calibrate.Nominal)
	a.report.Agenda = []calibrate.AgendaItem{} // it is of ends and the line between them
	for i := range a.report.Coefficients {
		c := &a.report.Coefficients[i]
		if c.Weights != nil && *c.Weights != "identity" {
			c.Value, c.SE, c.Lower, c.Upper, c.PValue, c.Observed, c.Expected = none, none, none, none, none, none, none
			c.Benchmark = nil
		}
	}
	return nil
}
