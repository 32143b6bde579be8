package models

import (
	"math"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/gates"
	"github.com/cb401426/calibrate/stats"
)

// Hold puts the gates into the result.
func (r *Rasch) Hold(held []calibrate.Gate, notes []calibrate.Note) {
	r.Gates, r.Notes = held, append(r.Notes, notes...)
}

// Hold puts the gates into the result.
func (l *Latent) Hold(held []calibrate.Gate, notes []calibrate.Note) {
	l.Gates, l.Notes = held, append(l.Notes, notes...)
}

var (
	share   = gates.Kind{Low: 0, High: 1}
	amount  = gates.Kind{Low: 0, High: math.Inf(1)}
	anyReal = gates.Kind{Low: math.Inf(-1), High: math.Inf(1)}
)

// ofParts returns a kind that parts have.
func ofParts(k gates.Kind) gates.Kind {
	k.Parts = true
	return k
}

// raschFigures are the figures of a Rasch model that gates can hold: those of a
// facet (rater.separation), those of an element (R4.infit), those of the whole.
var raschFigures = map[string]gates.Kind{
	"separation": ofParts(amount), "strata": ofParts(amount), "reliability": ofParts(share),
	"infit": ofParts(amount), "outfit": ofParts(amount),
	"exact": share, "expected": share, "kappa": {Low: math.Inf(-1), High: 1},
	"subsets": amount, "disordered": amount,
}

// RaschKnows says which figures a Rasch model can have.
func RaschKnows(id string) (gates.Kind, bool) {
	k, ok := raschFigures[id]
	return k, ok
}

// OfRasch lists the figures of a Rasch model. Those of facets and elements hold
// for each of them where a gate names none.
func OfRasch(r *Rasch) []gates.Figure {
	disordered := 0
	for _, s := range r.Steps {
		if s.Disordered {
			disordered++
		}
	}
	list := []gates.Figure{
		{ID: "exact", Value: r.Agreement.Exact}, {ID: "expected", Value: r.Agreement.Expected}, {ID: "kappa", Value: r.Agreement.Kappa},
		{ID: "subsets", Value: stats.Of(float64(r.Model.Subsets))}, {ID: "disordered", Value: stats.Of(float64(disordered))},
	}
	for _, f := range r.Facets {
		list = append(list,
			gates.Figure{ID: "separation", Of: f.ID, Value: f.Separation},
			gates.Figure{ID: "strata", Of: f.ID, Value: f.Strata},
			gates.Figure{ID: "reliability", Of: f.ID, Value: f.Reliability})
		for _, e := range f.Elements {
			extreme := e.Extreme != "" // without fit, and held by name alone
			list = append(list,
				gates.Figure{ID: "infit", Of: e.ID, Value: e.Infit, Named: extreme},
				gates.Figure{ID: "outfit", Of: e.ID, Value: e.Outfit, Named: extreme})
		}
	}
	return list
}

// latentFigures are the figures of a latent class model that gates can hold:
// those of a rater (R4.accuracy), and those of the whole.
var latentFigures = map[string]gates.Kind{
	"accuracy": ofParts(share), "severity": ofParts(anyReal), "noise": ofParts(amount),
	"differs": share, "bic": anyReal,
}

// LatentKnows says which figures a latent class model can have.
func LatentKnows(id string) (gates.Kind, bool) {
	k, ok := latentFigures[id]
	return k, ok
}

// OfLatent lists the figures of a latent class model: of each rater the chance
// to match the level that best explains the ratings, severity and noise; of the
// whole the share of items whose median is another level.
func OfLatent(l *Latent) []gates.Figure {
	differs, bic := 0, l.Model.BIC
	for _, i := range l.Items {
		if i.Differs {
			differs++
		}
	}
	list := []gates.Figure{
		{ID: "bic", Value: bic},
		{ID: "differs", Value: bic.Map(func(float64) float64 { return float64(differs) / math.Max(1, float64(len(l.Items))) })},
	}
	for _, r := range l.Raters {
		list = append(list,
			gates.Figure{ID: "accuracy", Of: r.ID, Value: r.Accuracy.Value},
			gates.Figure{ID: "severity", Of: r.ID, Value: r.Severity},
			gates.Figure{ID: "noise", Of: r.ID, Value: r.Noise})
	}
	return list
}
