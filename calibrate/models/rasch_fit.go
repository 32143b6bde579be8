package models

import (
	"context"
	"math"
	"slices"
	"strconv"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rasch"
	"github.com/cb401426/calibrate/stats/rating"
)

// RaschOptions are the choices of a Rasch model.
type RaschOptions struct {
	rasch.Options
	// Bias names interactions of raters: rater:indicator, rater:lesson,
	// rater:round, or rater:COLUMN.
	Bias  []string
	Names bool
	Seed  uint64
}

// Limits of lists.
const (
	mostUnexpected = 500
	unexpectedZ    = 2
	habitDraws     = 199
	mostDrawn      = 200_000 // ratings; beyond, habits are not looked for
	alpha          = 0.05
)

// FitRasch fits the model to a study. An error is of the options.
func FitRasch(ctx context.Context, study calibrate.Study, o RaschOptions) (*Rasch, *rasch.Anchors, error) {
	d := rasch.FromTable(study.Table)
	r := &raschBuilder{study: study, options: o, data: d, ids: idsOf(study, calibrate.Options{Seed: o.Seed})}
	bias, err := r.interactionCodes()
	if err != nil {
		return nil, nil, err
	}
	if r.fit, err = rasch.Fit(ctx, d, o.Options); err != nil {
		return nil, nil, err
	}
	r.out = &Rasch{Schema: RaschSchema, Input: inputOf(study.Table), Steps: []Step{}}
	r.model()
	for i := range r.fit.Facets {
		r.out.Facets = append(r.out.Facets, r.facet(i))
	}
	r.steps()
	r.out.Agreement = Agreement(r.fit.Agreement)
	r.lessonLevels()
	if err := r.findings(ctx); err != nil {
		return nil, nil, err
	}
	r.out.Interactions = []Interaction{}
	for _, b := range bias {
		r.interactions(b)
	}
	r.unexpected()
	r.curves()
	r.notes()
	return r.out, r.fit.Anchors(), nil
}

// raschBuilder turns a fit into the result.
type raschBuilder struct {
	study   calibrate.Study
	options RaschOptions
	data    *rasch.Data
	fit     *rasch.Result
	ids     people
	out     *Rasch
}

// inputOf counts what was read.
func inputOf(t *rating.Table) Input {
	in := Input{Ratings: t.Ratings(), Lessons: len(t.Lessons()), Indicators: len(t.Indicators()), Scales: t.Scales()}
	for _, rated := range t.Rated() {
		if rated {
			in.Raters++
		}
	}
	return in
}

func (r *raschBuilder) model() {
	m := r.fit.Model
	r.out.Model = RaschModel{
		Steps: m.Steps, Method: m.Method, Correction: m.Correction, Factor: m.Factor, Errors: m.Errors,
		Noncentered: m.Noncentered, Confidence: m.Confidence, Iterations: m.Iterations, Converged: m.Converged,
		LogLikelihood: m.LogLikelihood, Residual: m.Residual, Ratings: m.Ratings, Used: m.Used,
		Parameters: m.Parameters, Subsets: m.Subsets, Constant: m.Constant, LessonSD: m.LessonSD,
	}
}

// facet returns a facet's elements: raters under their pseudonyms and in their
// order, those without a rating left out.
func (r *raschBuilder) facet(i int) Facet {
	of := r.fit.Facets[i]
	f := Facet{
		ID: of.Name, Elements: []Element{}, Count: of.Count, Mean: of.Mean, SD: of.SD, RMSE: of.RMSE,
		Separation: of.Separation, Strata: of.Strata, Reliability: of.Reliability,
		ChiSquared: of.ChiSquared, DF: of.DF, PValue: of.P,
		RandomChiSquared: of.RandomChiSquared, RandomDF: of.RandomDF, RandomPValue: of.RandomP,
	}
	z := distuv.UnitNormal.Quantile((1 + r.fit.Model.Confidence) / 2)
	for e, x := range of.Elements {
		if x.Ratings == 0 {
			continue
		}
		if x.Anchored {
			r.out.Model.Anchored++
		}
		se := x.SE
		if r.fit.Model.Errors == "real" {
			se = x.SEReal
		}
		y := Element{
			Facet: of.Name, ID: r.id(i, int32(e)), Ratings: x.Ratings, Measure: x.Measure, SE: x.SE, SEReal: x.SEReal,
			Lower: limit(x.Measure, se, -z), Upper: limit(x.Measure, se, z),
			Infit: x.Infit, InfitZ: x.InfitZ, Outfit: x.Outfit, OutfitZ: x.OutfitZ, Observed: x.Observed, Expected: x.Expected,
			Fair: x.Fair, Extreme: x.Extreme, Subset: x.Subset, Anchored: x.Anchored,
		}
		if of.Name == rasch.Rater && r.options.Names {
			y.Name = x.Name
		}
		if x.Anchored {
			y.Displacement = x.Displacement
		}
		f.Elements = append(f.Elements, y)
	}
	if of.Name == rasch.Rater {
		slices.SortFunc(f.Elements, func(a, b Element) int { return rating.CompareNatural(a.ID, b.ID) })
	}
	return f
}

// limit is a measure and so many errors.
func limit(measure, se stats.Number, z float64) stats.Number {
	s, ok := se.Value()
	if !ok {
		return stats.None(whyNot(measure, se))
	}
	return measure.Map(func(v float64) float64 { return v + z*s })
}

// whyNot is why a limit is absent.
func whyNot(measure, se stats.Number) stats.Reason {
	if !measure.OK() {
		return measure.Reason()
	}
	return se.Reason()
}

// id is how an element of a facet is called.
func (r *raschBuilder) id(facet int, e int32) string {
	if r.data.Facets[facet].Name == rasch.Rater {
		return r.ids[r.data.Facets[facet].Elements[e]]
	}
	return r.data.Facets[facet].Elements[e]
}

func (r *raschBuilder) steps() {
	facet := r.data.Facet(r.fit.Model.Steps)
	for _, s := range r.fit.Steps {
		step := Step{
			Scale: r.data.Scales[s.Scale].ID, Level: s.Level, Label: s.Label, Threshold: s.Threshold, SE: s.SE,
			Count: s.Count, AverageMeasure: s.AverageMeasure, Disordered: s.Disordered,
		}
		if s.Element >= 0 {
			id := r.id(facet, int32(s.Element))
			if r.data.Facets[facet].Name == rasch.Rater {
				step.Rater = id
			} else {
				step.Indicator = &id
			}
		}
		r.out.Steps = append(r.out.Steps, step)
	}
}

func (r *raschBuilder) lessonLevels() {
	r.out.LessonLevels = []LessonLevel{}
	for _, l := range r.fit.LessonLevels {
		r.out.LessonLevels = append(r.out.LessonLevels, LessonLevel{l.Lesson, l.Observed, l.Adjusted, l.ObservedLevel, l.FairLevel})
	}
}

func (r *raschBuilder) unexpected() {
	r.out.Unexpected = []Unexpected{}
	list, number := r.fit.Unexpected(unexpectedZ, mostUnexpected)
	for _, u := range list {
		x := Unexpected{Observed: u.Observed, Expected: u.Expected, Z: u.Z}
		for i, e := range u.Elements {
			id := r.id(i, e)
			switch r.data.Facets[i].Name {
			case rasch.Rater:
				x.Rater = id
			case rasch.Lesson:
				x.Lesson = id
			case rasch.Indicator:
				x.Indicator = id
			case rasch.Round:
				x.Round = id
			}
		}
		r.out.Unexpected = append(r.out.Unexpected, x)
	}
	if number > len(list) {
		r.note("unexpected_left_out", "/unexpected")
	}
}

// curves are drawn over the ruler, from the lowest to the highest location.
func (r *raschBuilder) curves() {
	r.out.Curves = []Curve{}
	var at []float64
	for x := -6.0; x <= 6.01; x += 0.25 {
		at = append(at, math.Round(x*100)/100)
	}
	for _, c := range r.fit.Curves(at) {
		name := c.Group
		if r.fit.Model.Steps == rasch.Rater {
			name = r.ids[name]
		}
		scale := r.data.Scales[0]
		for _, s := range r.fit.Steps {
			if s.Group == c.Group {
				scale = r.data.Scales[s.Scale]
				break
			}
		}
		for k, chances := range c.Chance {
			curve := Curve{Steps: name, Level: scale.Levels[k].Value, Points: []CurvePoint{}}
			for i, p := range chances {
				curve.Points = append(curve.Points, CurvePoint{name, curve.Level, at[i], p})
			}
			r.out.Curves = append(r.out.Curves, curve)
		}
	}
}

func (r *raschBuilder) note(code, path string) {
	r.out.Notes = append(r.out.Notes, calibrate.NewNote(code, path))
}

// notes says what a reader should know, and why values are absent.
func (r *raschBuilder) notes() {
	m := r.fit.Model
	for _, n := range []struct {
		is         bool
		code, path string
	}{
		{!m.Converged && m.Used > 0, "not_converged", "/model/converged"},
		{m.Separated, "weak_prior", "/model"},
		{m.Subsets > 1, "several_subsets", "/model/subsets"},
		{m.Conditional, "conditional_errors", "/facets"},
		{m.Used > mostDrawn, "habits_left_out", "/findings"},
		{len(r.data.Scales) > 1, "several_scales", "/facets"},
		{m.Method == "jml" && m.Factor == 1 && m.Used > 0 && float64(m.Parameters) > 0.05*float64(m.Used), "too_wide", "/model/correction"},
		{r.thin(), "few_ratings", "/facets"},
	} {
		if n.is {
			r.note(n.code, n.path)
		}
	}
	for i, s := range r.out.Steps {
		if s.Disordered {
			r.note("disordered", "/steps/"+strconv.Itoa(i))
		}
	}
	r.out.Notes = append(r.out.Notes, r.study.Notes...)
	r.out.Notes = append(r.out.Notes, calibrate.AbsentNotes(r.out)...)
	if r.out.Notes == nil {
		r.out.Notes = []calibrate.Note{}
	}
}

// thin reports whether raters have few ratings: Linacre 1994, Rasch Measurement
// Transactions 7, p. 328, asks for about thirty for a measure within a logit.
func (r *raschBuilder) thin() bool {
	const few = 30
	for _, f := range r.out.Facets {
		for _, e := range f.Elements {
			if f.ID == rasch.Rater && e.Ratings < few {
				return true
			}
		}
	}
	return false
}
