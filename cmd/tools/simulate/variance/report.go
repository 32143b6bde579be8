package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/stats/variance"
)

// A report is the Markdown of the scenarios.
type report struct {
	runs  int
	seed  uint64
	date  string
	parts strings.Builder
}

func (r *report) String() string {
	return fmt.Sprintf(head, r.date, r.seed, r.runs, r.runs) + r.parts.String()
}

const head = `# Simulations of the variance components

Made by ` + "`go run -C cmd/tools ./simulate/variance`" + ` on %s, seed %d, %d data sets a scenario.

Bias is the mean estimate over the truth, less 1, with its Monte Carlo error (one standard error) beside it. "SE/SD" is the mean standard error over the standard deviation of the estimates. Coverage is of the 95%% intervals, in percent; "below" and "above" are the truths that lie below the lower and above the upper limit. With %d data sets a coverage is known to about 0.7 points.
Components are in squared levels; shares are of the disagreement between two raters of one item; G and Φ are of the scenario's own number of raters a lesson; "raters" is the number for Φ = 0.8, "lessons" the number that brings the interval of exact agreement to ± 0.1, where an interval without an upper limit covers. The estimates of these numbers are rounded up and skewed: their mean is above the truth.
`

// add writes a scenario's section.
func (r *report) add(s scenario, fits []outcome) {
	fmt.Fprintf(&r.parts, "\n## %s\n\n%s.", strings.ToUpper(s.name[:1])+s.name[1:],
		strings.ToUpper(s.text[:1])+s.text[1:])
	if s.cuts != nil {
		r.parts.WriteString(" The components of levels are not those of the scores that were cut: " +
			"their mean estimates stand for the truth.")
	}
	failed := 0
	for _, f := range fits {
		if !f.converged {
			failed++
		}
	}
	fmt.Fprintf(&r.parts, " Not converged: %d.\n\n", failed)
	r.parts.WriteString("| figure | truth | mean | bias % | ± | at zero % | SE/SD | coverage | below | above | median width |\n")
	r.parts.WriteString("|---|---|---|---|---|---|---|---|---|---|---|\n")
	for k, row := range s.figures(fits) {
		r.row(row, k, fits)
	}
}

// row writes the line of figure k.
func (r *report) row(row figure, k int, fits []outcome) {
	var values, ses, widths []float64
	zeros := 0
	for _, f := range fits {
		v, ok := f.figure[k].Value.Value()
		if !ok {
			continue
		}
		values = append(values, v)
		if v == 0 {
			zeros++
		}
		if k < len(f.se) {
			ses = append(ses, f.se[k])
		}
		lower, upper := limits(f.figure[k])
		widths = append(widths, upper-lower)
	}
	mean, sd := moments(values)
	truth := row.truth
	below, above := 0, 0
	for _, f := range fits {
		lower, upper := limits(f.figure[k])
		if truth < lower-1e-12 {
			below++
		}
		if truth > upper+1e-12 {
			above++
		}
	}
	n := float64(len(fits))
	ratio, bias, margin := "", "", ""
	if len(ses) > 0 && sd > 0 {
		m, _ := moments(ses)
		ratio = fmt.Sprintf("%.2f", m/sd)
	}
	if truth != 0 && math.Abs(mean/truth-1) > 1e-12 {
		bias = fmt.Sprintf("%+.1f", 100*(mean/truth-1))
		margin = fmt.Sprintf("%.1f", 100*sd/math.Sqrt(float64(len(values)))/truth)
	}
	slices.Sort(widths)
	fmt.Fprintf(&r.parts, "| %s | %s | %.4g | %s | %s | %.0f | %s | %.1f | %.1f | %.1f | %.3g |\n",
		row.name, fmt.Sprintf("%.4g", truth), mean, bias, margin, 100*float64(zeros)/n, ratio,
		100*(1-float64(below+above)/n), 100*float64(below)/n, 100*float64(above)/n, widths[len(widths)/2])
}

// limits returns an interval, open where a limit is absent.
func limits(e variance.Estimate) (lower, upper float64) {
	return e.Lower.Or(math.Inf(1)), e.Upper.Or(math.Inf(1))
}

// moments returns the mean and the standard deviation.
func moments(v []float64) (mean, sd float64) {
	for _, x := range v {
		mean += x / float64(len(v))
	}
	for _, x := range v {
		sd += (x - mean) * (x - mean)
	}
	return mean, math.Sqrt(sd / float64(len(v)-1))
}
