package models

import (
	"context"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats/rasch"
)

// AddSeverity puts the severities of a many-facet Rasch model of the same study
// beside a report's own.
func AddSeverity(ctx context.Context, r *calibrate.Report, study calibrate.Study, o calibrate.Options) error {
	o, err := o.Ready()
	if err != nil {
		return err
	}
	d := rasch.FromTable(study.Table)
	fit, err := rasch.Fit(ctx, d, rasch.Options{})
	if err != nil {
		return err
	}
	ids := idsOf(study, o)
	of := map[string]rasch.Element{}
	for _, e := range fit.Facets[d.Facet(rasch.Rater)].Elements {
		of[ids[e.Name]] = e
	}
	for i := range r.Raters {
		e, ok := of[r.Raters[i].ID]
		if !ok {
			continue
		}
		r.Raters[i].RaschSeverity, r.Raters[i].RaschSE = e.Measure, e.SE
	}
	for _, n := range calibrate.AbsentNotes(&struct {
		Raters []calibrate.Rater `json:"raters"`
	}{r.Raters}) {
		if strings.Contains(n.Path, "/rasch_") {
			r.Notes = append(r.Notes, n)
		}
	}
	if fit.Model.Subsets > 1 {
		r.Notes = append(r.Notes, calibrate.NewNote("several_subsets", "/raters"))
	}
	return nil
}
