package survey

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/calibrate/survey/answers"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/gap"
)

// TrendSchema names the shape of a Trend's JSON.
const TrendSchema = "calibrate.survey_trend/v1"

// A Trend is what became of a survey from its first round to its last.
type Trend struct {
	Schema  string            `json:"schema"`
	Program calibrate.Program `json:"program"`
	calibrate.Made
	Settings   calibrate.ReadSettings `json:"settings"`
	Confidence float64                `json:"confidence"`
	Frame      string                 `json:"frame"`
	Sentence   string                 `json:"sentence"`
	Limits     string                 `json:"limits"`
	Rounds     []Round                `json:"rounds"`
	// Who says whose answers are compared: "same" people by name, or
	// "everyone" where the answers carry no names.
	Who        string           `json:"who"`
	Dimensions []Course         `json:"dimensions"`
	Notes      []calibrate.Note `json:"notes"`
	// Alike are names in one round alone that may be one person's: for whoever
	// holds the files, never for a page.
	Alike [][2]string `json:"-"`
}

// A Round is one survey of a series.
type Round struct {
	Round  string `json:"round" csv:"round"`
	People int    `json:"people" csv:"people"`
}

// A Course is one dimension from the first round to the last. Where one or two
// people answered one of the two alone, the figures are those of everyone in
// each round, and the changes are withheld: they would show how those few
// answered. The path is of the same people all the same.
type Course struct {
	ID        string     `json:"id" csv:"id"`
	Name      string     `json:"name" csv:"name"`
	Ends      [2]string  `json:"ends" csv:"-"`
	People    int        `json:"people" csv:"people"` // in both
	Before    Point      `json:"before" csv:"before"`
	After     Point      `json:"after" csv:"after"`
	Is        Difference `json:"is_change" csv:"is_change"`
	Should    Difference `json:"should_change" csv:"should_change"`
	Gap       Difference `json:"gap_change" csv:"gap_change"`
	Path      gap.Path   `json:"path" csv:"path"`
	NewGoal   bool       `json:"goal_moved" csv:"goal_moved"` // what should be is another
	Withheld  bool       `json:"withheld" csv:"withheld"`
	low, high float64
}

// Scale is what the answers stand on.
func (c Course) Scale() (low, high float64) { return c.low, c.high }

// A Point is a dimension in one round: its means, the gap between them, and how
// the round's own page reads it.
type Point struct {
	Is      stats.Number `json:"is" csv:"is"`
	Should  stats.Number `json:"should" csv:"should"`
	Gap     stats.Number `json:"gap" csv:"gap"`
	Lower   stats.Number `json:"gap_lower" csv:"gap_lower"`
	Upper   stats.Number `json:"gap_upper" csv:"gap_upper"`
	Reading gap.Reading  `json:"reading" csv:"reading"`
}

// Stamp says how the trend was made.
func (t *Trend) Stamp(s calibrate.Stamp) {
	t.Made, t.Settings = s.Made, s.Read
	t.Notes = append(t.Notes, s.Notes...)
}

// A TrendError says why two surveys cannot be compared.
type TrendError struct{ text string }

func (e TrendError) Error() string { return e.text }

// Follow compares the first and the last of two surveys or more.
func Follow(rounds []*answers.Answers, names []string, o Options) (*Trend, error) {
	o.Confidence = cmp.Or(o.Confidence, calibrate.DefaultConfidence)
	first, last := oneScale(rounds[0], rounds[len(rounds)-1])
	t := &Trend{
		Schema: TrendSchema, Program: calibrate.Program{Version: o.Version}, Confidence: o.Confidence,
		Frame: frames[0].ID, Who: "same", Dimensions: []Course{}, Notes: []calibrate.Note{},
	}
	if first.Knowing && last.Knowing {
		t.Frame = "practice"
	}
	for i, a := range rounds {
		t.Rounds = append(t.Rounds, Round{names[i], len(a.People)})
	}
	m := matchPeople(first.People, last.People)
	if m.unknown {
		t.Who = "everyone"
	}
	pages, err := pagesOf(first, last)
	if err != nil {
		return nil, err
	}
	var apart []string
	for i := range first.Dimensions {
		from := &first.Dimensions[i]
		k := slices.IndexFunc(last.Dimensions, func(d answers.Dimension) bool { return d.ID == from.ID })
		if k < 0 {
			continue
		}
		to := &last.Dimensions[k]
		if from.Low != to.Low || from.High != to.High {
			apart = append(apart, from.Name)
			continue
		}
		c := course(from, to, m, o.Confidence)
		c.Before.Reading, c.After.Reading = dimensionOf(pages[0], from.ID).Reading, dimensionOf(pages[1], to.ID).Reading
		t.Dimensions = append(t.Dimensions, c)
	}
	if len(t.Dimensions) == 0 {
		if len(apart) > 0 {
			return nil, TrendError{fmt.Sprintf("no dimension is on one scale in %s and %s: name it with --scale", names[0], names[len(names)-1])}
		}
		return nil, TrendError{fmt.Sprintf("no dimension is in both %s and %s", names[0], names[len(names)-1])}
	}
	t.tell()
	t.Sentence, t.Limits = t.sentence(), t.limits()
	t.Alike = m.alike
	t.note(m, apart, first, last)
	return t, nil
}

// oneScale gives two rounds without a declared scale that of both together: the
// highest answer of one alone is not the end of the scale.
func oneScale(first, last *answers.Answers) (a, b *answers.Answers) {
	if !first.Undeclared || !last.Undeclared || len(first.Dimensions) == 0 || len(last.Dimensions) == 0 {
		return first, last
	}
	d, e := &first.Dimensions[0], &last.Dimensions[0]
	low, high, levels := min(d.Low, e.Low), max(d.High, e.High), d.Levels
	if len(e.Levels) > len(levels) {
		levels = e.Levels
	}
	both := [2]answers.Answers{*first, *last}
	for i := range both {
		both[i].Dimensions = slices.Clone(both[i].Dimensions)
		for k := range both[i].Dimensions {
			x := &both[i].Dimensions[k]
			x.Low, x.High, x.Levels = low, high, levels
		}
	}
	return &both[0], &both[1]
}

// course measures a dimension, before the family of tests is known.
func course(from, to *answers.Dimension, m matching, confidence float64) Course {
	c := Course{ID: from.ID, Name: from.Name, Ends: to.Ends, low: from.Low, high: from.High}
	a := gap.Dimension{Low: from.Low, High: from.High, Is: from.Is, Should: from.Should}
	b := gap.Dimension{Low: to.Low, High: to.High, Is: to.Is, Should: to.Should}
	others := gap.FollowOthers(a, b, confidence)
	f := others
	if !m.unknown {
		f = gap.Follow(m.pick(a, 0), m.pick(b, 1), confidence)
		c.People = f.People
		c.Withheld = privacy.FewBetween(f.People, others.People) || privacy.FewBetween(f.People, others.Now)
	}
	shown := f
	if c.Withheld {
		shown = others
	}
	c.Before, c.After = pointOf(shown.Before), pointOf(shown.After)
	c.Is, c.Should, c.Gap = differenceOf(f.Is), differenceOf(f.Should), differenceOf(f.Gap)
	c.Path = gap.NoTelling
	return c
}

// pagesOf are the pages of two rounds, for their readings.
func pagesOf(both ...*answers.Answers) ([]*Report, error) {
	var pages []*Report
	for _, a := range both {
		r, err := Analyse(a, Options{NoQuotes: true})
		if err != nil {
			return nil, err
		}
		pages = append(pages, r)
	}
	return pages, nil
}

func pointOf(m gap.Moment) Point {
	return Point{Is: m.Is, Should: m.Should, Gap: m.Gap.Mean, Lower: m.Gap.Lower, Upper: m.Gap.Upper}
}

func differenceOf(d gap.Difference) Difference { return Difference{d.Value, d.Lower, d.Upper, d.P} }

// tell says of every dimension which way today moved, and whether the goal did:
// by Holm's steps over all that is compared. Then it takes out what would show
// how few answered.
func (t *Trend) tell() {
	var p []*stats.Number
	for i := range t.Dimensions {
		c := &t.Dimensions[i]
		p = append(p, &c.Is.PValue, &c.Should.PValue)
	}
	holm(p)
	for i := range t.Dimensions {
		c := &t.Dimensions[i]
		c.Path = gap.PathOf(c.Before.Gap, c.Is.Difference, c.Is.PValue, (c.high-c.low)/4)
		c.NewGoal = c.Should.PValue.OK() && c.Should.PValue.Or(1) <= 0.05
		if c.Withheld {
			none := stats.None(withheld)
			c.Is, c.Should, c.Gap = Difference{none, none, none, none}, Difference{none, none, none, none}, Difference{none, none, none, none}
		}
	}
}

// withheld is the reason of a figure that would show how single people answered.
const withheld stats.Reason = "one_left"
