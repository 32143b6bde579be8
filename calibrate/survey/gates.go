package survey

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/gap"
)

// A Gate is a figure of a survey and what it has to keep: of a share the least,
// of a distance in steps the most that it may be.
type Gate struct {
	Name      string // as given
	Target    float64
	dimension string // "" for the mean over all
	figure    *gated
}

// gated is a figure that a gate can name.
type gated struct {
	id     string
	atMost bool // a distance in steps, else a share
	whole  bool // of the survey alone, not of a dimension
	of     func(*Report, *Dimension) stats.Number
}

// gatedFigures lists the figures by their names in JSON.
var gatedFigures = []gated{
	{id: "is_exact", of: func(_ *Report, d *Dimension) stats.Number { return d.Is.Exact.Value }},
	{id: "is_within_one", of: func(_ *Report, d *Dimension) stats.Number { return d.Is.WithinOne.Value }},
	{id: "should_exact", of: func(_ *Report, d *Dimension) stats.Number { return d.Should.Exact.Value }},
	{id: "should_within_one", of: func(_ *Report, d *Dimension) stats.Number { return d.Should.WithinOne.Value }},
	{id: "is_spread", atMost: true, of: func(_ *Report, d *Dimension) stats.Number { return d.Is.Spread }},
	{id: "should_spread", atMost: true, of: func(_ *Report, d *Dimension) stats.Number { return d.Should.Spread }},
	{id: "gap", atMost: true, of: func(r *Report, d *Dimension) stats.Number {
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

// ParseGates reads "aligned=0.5,pace.gap=1": figures of the survey, or of one
// dimension by its id.
func ParseGates(s string) ([]Gate, error) {
	var list []Gate
	for _, part := range strings.Split(s, ",") {
		name, value, ok := strings.Cut(strings.TrimSpace(part), "=")
		if !ok {
			return nil, fmt.Errorf("%q is not of the form figure=least, such as is_within_one=0.6", part)
		}
		g := Gate{Name: strings.TrimSpace(name)}
		id := strings.ReplaceAll(strings.ToLower(g.Name), "-", "_")
		if at := strings.LastIndex(id, "."); at >= 0 {
			g.dimension, id = id[:at], id[at+1:]
		}
		i := slices.IndexFunc(gatedFigures, func(f gated) bool { return f.id == id })
		if i < 0 || gatedFigures[i].whole && g.dimension != "" {
			return nil, fmt.Errorf("no figure %q: there are %s, alone or of a dimension as in pace.gap, and aligned", g.Name, wording.List(gatedNames()))
		}
		g.figure = &gatedFigures[i]
		number, percent := strings.CutSuffix(strings.TrimSpace(value), "%")
		v, err := strconv.ParseFloat(number, 64)
		if err != nil || v != v {
			return nil, fmt.Errorf("%q is not a number, in %q", value, part)
		}
		if percent {
			v /= 100
		}
		if most := g.figure.most(); v < 0 || v > most || percent && g.figure.atMost {
			return nil, fmt.Errorf("%s=%s: %s lies between 0 and %v", g.Name, value, g.figure.id, most)
		}
		g.Target = v
		list = append(list, g)
	}
	return list, nil
}

// most is the largest that a figure can be.
func (f *gated) most() float64 {
	if f.atMost {
		return widestScale
	}
	return 1
}

// gatedNames are the figures that a dimension has too.
func gatedNames() []string {
	var names []string
	for _, f := range gatedFigures {
		if !f.whole {
			names = append(names, f.id)
		}
	}
	return names
}

// value is the gate's figure: of its dimension, or the mean over all.
func (g *Gate) value(r *Report) stats.Number {
	sum, n := 0.0, 0.0
	for i := range r.Dimensions {
		d := &r.Dimensions[i]
		if g.dimension != "" && !strings.EqualFold(d.ID, g.dimension) {
			continue
		}
		v := g.figure.of(r, d)
		if !v.OK() {
			return v
		}
		sum += v.Or(0)
		n++
	}
	if n == 0 {
		return stats.None(stats.NotApplicable)
	}
	return stats.Of(sum / n)
}

// Unmet says in a sentence which gates a survey does not meet: those whose
// figure is beyond, and those whose figure is not available.
func Unmet(r *Report, gates []Gate) []string {
	var list []string
	for _, g := range gates {
		n := g.value(r)
		v, ok := n.Value()
		switch {
		case g.dimension != "" && !has(r, g.dimension):
			list = append(list, fmt.Sprintf("%s is not available: no dimension has the id %s", g.Name, g.dimension))
		case !ok:
			list = append(list, fmt.Sprintf("%s is not available: %s", g.Name, calibrate.CodeOf(string(n.Reason())).Text))
		case g.figure.atMost && v > g.Target+rounding:
			list = append(list, fmt.Sprintf("%s is %.3f, above %v", g.Name, v, g.Target))
		case !g.figure.atMost && v < g.Target-rounding:
			list = append(list, fmt.Sprintf("%s is %.3f, below %v", g.Name, v, g.Target))
		}
	}
	return list
}

func has(r *Report, id string) bool {
	return slices.ContainsFunc(r.Dimensions, func(d Dimension) bool { return strings.EqualFold(d.ID, id) })
}

// rounding is how far two equal figures may lie apart.
const rounding = 1e-9
