package gates

import (
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/weight"
)

// shortNames are what people call a coefficient.
var shortNames = map[string]string{
	"alpha":              "krippendorff_alpha/krippendorff_ordinal",
	"krippendorff_alpha": "krippendorff_alpha/krippendorff_ordinal",
	"kappa":              "fleiss_kappa/identity",
	"fleiss_kappa":       "fleiss_kappa/identity",
	"ac1":                "gwet_ac/identity",
	"ac2":                "gwet_ac/quadratic",
	"gwet_ac":            "gwet_ac/identity",
	"brennan_prediger":   "brennan_prediger/identity",
	"percent_agreement":  "percent_agreement/identity",
}

// OfReport lists the figures of a report: of the whole, of the answer key as
// master_exact, of each line between levels, of each coefficient, and of each
// indicator and, where it is named, lesson.
func OfReport(r *calibrate.Report) []Figure {
	list := append(Of("", r.Alignment), Of("", r.Alignment.Cost)...)
	list = append(list, Figure{ID: "verdict", Verdict: r.Verdict.ID})
	if r.Master != nil {
		for _, f := range Of("", *r.Master) {
			f.ID = "master_" + f.ID
			list = append(list, f)
		}
	}
	for _, b := range r.Boundaries {
		list = append(list, Figure{ID: "boundary_" + level(b.Below) + "_" + level(b.Above), Value: b.Exact})
	}
	list = append(list, coefficients(r.Coefficients)...)
	for i := range r.Indicators {
		list = append(list, Of(r.Indicators[i].ID, r.Indicators[i])...)
	}
	for i := range r.Lessons {
		for _, f := range Of(r.Lessons[i].ID, r.Lessons[i]) {
			f.Named = true
			list = append(list, f)
		}
	}
	return list
}

// ReportKnows is the vocabulary of reports.
var ReportKnows = Knows(
	append(append(append(Of("", calibrate.Alignment{}), Of("", calibrate.Cost{})...), Figure{ID: "verdict"}), prefixed("master_", Of("", calibrate.Master{}))...),
	Of("", calibrate.Breakdown{}), boundary, coefficientKnown(false),
)

func prefixed(prefix string, list []Figure) []Figure {
	for i := range list {
		list[i].ID = prefix + list[i].ID
	}
	return list
}

func level(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// OfStatistics lists the coefficients of stats, of the whole or of each part.
func OfStatistics(s *calibrate.Statistics) []Figure { return coefficients(s.Coefficients) }

// StatisticsKnow is the vocabulary of stats.
var StatisticsKnow = coefficientKnown(true)

// coefficients lists coefficients by id and weights, and by the short names
// that mean them.
func coefficients(list []calibrate.Coefficient) []Figure {
	var figures []Figure
	weights := map[string]map[string]bool{}
	for i := range list {
		c := &list[i]
		f := Figure{ID: c.ID, Value: c.Value}
		if c.Of != nil {
			f.Of = c.Of.Name
		}
		if c.Weights != nil {
			f.ID += "/" + *c.Weights
			if weights[c.ID] == nil {
				weights[c.ID] = map[string]bool{}
			}
			weights[c.ID][*c.Weights] = true
		}
		figures = append(figures, f)
		for short, long := range shortNames {
			if long == f.ID {
				f.ID = short
				figures = append(figures, f)
				f.ID = long
			}
		}
	}
	// The bare id of a coefficient that was computed with one scheme of weights.
	for _, f := range figures {
		id, _, slash := strings.Cut(f.ID, "/")
		if _, short := shortNames[id]; slash && !short && len(weights[id]) == 1 {
			f.ID = id
			figures = append(figures, f)
		}
	}
	return figures
}

// coefficientKnown is the vocabulary of coefficients.
func coefficientKnown(parts bool) Vocabulary {
	return func(id string) (Kind, bool) {
		if _, ok := shortNames[id]; ok {
			return coefficientKind(parts), true
		}
		name, weights, weighted := strings.Cut(id, "/")
		e, err := catalog.Lookup(name)
		if err != nil || weighted && weights != "custom" && !knownWeights(weights) {
			return Kind{}, false
		}
		k := coefficientKind(parts)
		if !bounded(e) {
			k.High = kindOf("", parts).High
		}
		return k, true
	}
}

// bounded reports whether a coefficient is 1 at most: errors of measurement
// are in levels.
func bounded(e *stats.Coefficient) bool { return e.ID != "sem" && e.ID != "sep" && e.ID != "see" }

func knownWeights(id string) bool {
	_, err := weight.Lookup(id)
	return err == nil
}

// OfArchive lists the figures of each line.
func OfArchive(a *calibrate.Archive) []Figure {
	var list []Figure
	for i := range a.Rows {
		list = append(list, Of(a.Rows[i].Part, a.Rows[i])...)
	}
	return list
}

// LineKnows is the vocabulary of archives.
var LineKnows = Knows(nil, append(Of("", calibrate.ArchiveRow{}), Figure{ID: "verdict"}))
