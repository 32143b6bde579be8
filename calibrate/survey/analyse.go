package survey

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/survey/answers"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/gap"

	"github.com/cb401426/calibrate/calibrate"
)

// Options are the choices of an analysis. The zero value is ready to use.
type Options struct {
	Version    string
	Confidence float64 // 0 means .95
	By         string  // a column that groups the people
	Minutes    int     // of the conversation; 0 means 60
	NoQuotes   bool
	Lessons    *calibrate.Report // what the team's lessons show
}

// DefaultMinutes is the length of a conversation.
const DefaultMinutes = 60

// fewest is how many people a dimension needs for its arrows to be shown: of
// fewer each would know whose is whose.
const fewest = 5

// Analyse computes the report of a survey. It fails only where By names a
// column that the file lacks.
func Analyse(a *answers.Answers, o Options) (*Report, error) {
	err := calibrate.Options{Confidence: o.Confidence}.Check()
	if o.Minutes < 0 {
		err = errors.Join(err, fmt.Errorf("%d minutes are fewer than none", o.Minutes))
	}
	if err != nil {
		return nil, err
	}
	o.Confidence = cmp.Or(o.Confidence, calibrate.DefaultConfidence)
	o.Minutes = cmp.Or(o.Minutes, DefaultMinutes)
	r := &Report{
		Schema:  Schema,
		Program: calibrate.Program{Version: o.Version},
		Data:    calibrate.Data{SHA256: digest(a)},
		Settings: Settings{
			Confidence: o.Confidence, By: o.By, Rubric: a.Rubric, Minutes: o.Minutes, Quotes: quotesWord(o.NoQuotes),
		},
		Input:  inputOf(a),
		Quotes: []Quote{},
		Agenda: []AgendaItem{},
	}
	a = swept(a)
	measured := dimensionsOf(a)
	shares := gap.ShareOut(measured)
	chance := chances(a)
	for i := range a.Dimensions {
		d := describe(&a.Dimensions[i], &measured[i], &chance, o)
		d.IsShare, d.ShouldShare, d.ChangeShare = shares[i].Is, shares[i].Should, shares[i].Change
		if !o.NoQuotes {
			d.Quotes = quotes(&a.Dimensions[i], &d)
		}
		d.Lessons = inLessons(&a.Dimensions[i], o.Lessons, d.Reading)
		r.Dimensions = append(r.Dimensions, d)
	}
	if !o.NoQuotes {
		r.Quotes = general(a)
	}
	rank(r.Dimensions)
	if o.By != "" {
		groups, err := groupsOf(a, measured, o)
		if err != nil {
			return nil, err
		}
		r.Groups = groups
	}
	r.Sentence = sentence(r)
	r.Agenda = agenda(r)
	r.Notes = notes(r, a)
	return r, nil
}

// inputOf counts what was read.
func inputOf(a *answers.Answers) Input {
	in := Input{
		People: len(a.People), Dimensions: len(a.Dimensions), Answers: a.Given, OneSided: a.OneSided,
		Duplicates: a.Duplicates, Layout: a.Layout, Frame: frames[0].ID, LeftOut: append([]string{}, a.LeftOut...),
	}
	if a.Knowing {
		in.Frame = "practice"
	}
	if len(a.Dimensions) > 0 {
		d := &a.Dimensions[0]
		in.Scale = Scale{Low: d.Low, High: d.High, Levels: d.Levels, Declared: !a.Undeclared}
	}
	return in
}

// dimensionsOf hands the answers to the measures.
func dimensionsOf(a *answers.Answers) []gap.Dimension {
	list := make([]gap.Dimension, len(a.Dimensions))
	for i := range list {
		d := &a.Dimensions[i]
		list[i] = gap.Dimension{Low: d.Low, High: d.High, Is: d.Is, Should: d.Should}
	}
	return list
}

// describe measures one dimension.
func describe(d *answers.Dimension, g *gap.Dimension, chance *[2]chance, o Options) Dimension {
	m := g.Measure(o.Confidence)
	out := Dimension{
		ID: d.ID, Name: d.Name, Ends: d.Ends, People: m.People,
		Is:      sideOf(m.Is, d.Is, d.Levels, chance[0]),
		Should:  sideOf(m.Should, d.Should, d.Levels, chance[1]),
		Reading: m.Reading, ShouldToo: m.ShouldToo,
		Gap:    Gap{m.Gap.Mean, m.Gap.Lower, m.Gap.Upper, m.Gap.More, m.Gap.Same, m.Gap.Less},
		Quotes: []Quote{},
	}
	if m.People >= fewest {
		out.Arrows = arrows(d)
	}
	return out
}

// sideOf writes one of the two answers of a dimension.
func sideOf(m gap.Side, list []stats.Number, levels []float64, c chance) Side {
	s := Side{
		Mean: m.Mean, Median: m.Median, Spread: m.Spread, SpreadError: m.SpreadError, Shared: m.Shared,
	}
	s.Exact, s.WithinOne = c.figures(list)
	if levels == nil {
		return s
	}
	s.Distribution = make([]int, len(levels))
	for _, n := range list {
		if v, ok := n.Value(); ok {
			s.Distribution[nearest(levels, v)]++
		}
	}
	return s
}

// nearest is the level that a value is nearest to.
func nearest(levels []float64, v float64) int {
	best := 0
	for i, level := range levels {
		if abs(level-v) < abs(levels[best]-v) {
			best = i
		}
	}
	return best
}

func abs(v float64) float64 { return max(v, -v) }

// arrows counts the people who gave each two answers, in the order of the
// answers: nothing of the order of the rows is left.
func arrows(d *answers.Dimension) [][3]float64 {
	count := map[[2]float64]float64{}
	for p := range d.Is {
		is, both := d.Is[p].Value()
		should, ok := d.Should[p].Value()
		if both && ok {
			count[[2]float64{is, should}]++
		}
	}
	list := make([][3]float64, 0, len(count))
	for pair, n := range count {
		list = append(list, [3]float64{pair[0], pair[1], n})
	}
	slices.SortFunc(list, func(a, b [3]float64) int {
		return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
	})
	return list
}

// rank puts the dimensions in the order in which to talk about them: by
// reading, then by their part of the disagreement and of the change.
func rank(list []Dimension) {
	place := func(r gap.Reading) int {
		return slices.IndexFunc(frames[0].Kinds, func(k Kind) bool { return k.Reading == r })
	}
	weight := func(d *Dimension) float64 {
		return d.IsShare.Or(0) + d.ShouldShare.Or(0) + d.ChangeShare.Or(0)
	}
	slices.SortStableFunc(list, func(a, b Dimension) int {
		return cmp.Or(
			cmp.Compare(place(a.Reading), place(b.Reading)),
			-cmp.Compare(weight(&a), weight(&b)),
			cmp.Compare(a.ID, b.ID))
	})
	for i := range list {
		list[i].Rank = i + 1
	}
}

// digest identifies the answers: whoever gave them, in whatever order.
func digest(a *answers.Answers) string {
	lines := make([]string, len(a.People))
	for p := range a.People {
		var line strings.Builder
		for i := range a.Dimensions {
			d := &a.Dimensions[i]
			fmt.Fprintf(&line, "%s:%s>%s;", d.ID, d.Is[p], d.Should[p])
		}
		lines[p] = line.String()
	}
	slices.Sort(lines)
	h := sha256.New()
	for _, line := range lines {
		fmt.Fprintln(h, line)
	}
	return hex.EncodeToString(h.Sum(nil))
}

func quotesWord(none bool) string {
	if none {
		return "none"
	}
	return "all"
}
