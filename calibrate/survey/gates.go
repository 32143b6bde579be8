package survey

import (
	"github.com/cb401426/calibrate/calibrate/gates"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/gap"
)

// gated is a figure that a gate can name.
type gated struct {
	id      string
	inSteps bool // a distance in steps, else a share
	whole   bool // of the survey alone, not of a dimension
	of      func(*Report, *Dimension) stats.Number
}

// gatedFigures lists the figures by their names in JSON.
var gatedFigures = []gated{
	{id: "is_exact", of: func(_ *Report, d *Dimension) stats.Number { return d.Is.Exact.Value }},
	{id: "is_within_one", of: func(_ *Report, d *Dimension) stats.Number { return d.Is.WithinOne.Value }},
	{id: "should_exact", of: func(_ *Report, d *Dimension) stats.Number { return d.Should.Exact.Value }},
	{id: "should_within_one", of: func(_ *Report, d *Dimension) stats.Number { return d.Should.WithinOne.Value }},
	{id: "is_spread", inSteps: true, of: func(_ *Report, d *Dimension) stats.Number { return d.Is.Spread }},
	{id: "should_spread", inSteps: true, of: func(_ *Report, d *Dimension) stats.Number { return d.Should.Spread }},
	{id: "gap", inSteps: true, of: func(r *Report, d *Dimension) stats.Number {
		step := (r.Input.Scale.High - r.Input.Scale.Low) / 4
		return d.Gap.Mean.Map(func(v float64) float64 { return abs(v) / step })
	}},
	{id: "aligned", whole: true, of: func(_ *Report, d *Dimension) stats.Number {
		if d.Reading == gap.AlignedChange || d.Reading == gap.AlignedContent {
			return stats.Of(1)
		}
		return stats.Of(0)
	}},
}

// widestScale is a scale in steps.
const widestScale = 4

// FiguresOf lists the figures of a survey that a gate can hold: of each
// dimension, and their mean over all.
func FiguresOf(r *Report) []gates.Figure {
	var list []gates.Figure
	for i := range gatedFigures {
		f := &gatedFigures[i]
		list = append(list, gates.Figure{ID: f.id, Value: f.mean(r)})
		for k := range r.Dimensions {
			if !f.whole {
				list = append(list, gates.Figure{ID: f.id, Of: r.Dimensions[k].ID, Value: f.of(r, &r.Dimensions[k])})
			}
		}
	}
	return list
}

// Knows is the vocabulary of surveys: shares, and distances in steps.
func Knows(id string) (gates.Kind, bool) {
	for _, f := range gatedFigures {
		if f.id == id {
			return gates.Kind{Low: 0, High: f.most(), Parts: !f.whole}, true
		}
	}
	return gates.Kind{}, false
}

// most is the largest that a figure can be.
func (f *gated) most() float64 {
	if f.inSteps {
		return widestScale
	}
	return 1
}

// mean is the figure's mean over all dimensions.
func (f *gated) mean(r *Report) stats.Number {
	sum := 0.0
	for i := range r.Dimensions {
		v := f.of(r, &r.Dimensions[i])
		if !v.OK() {
			return v
		}
		sum += v.Or(0)
	}
	if len(r.Dimensions) == 0 {
		return stats.None(stats.NotApplicable)
	}
	return stats.Of(sum / float64(len(r.Dimensions)))
}
