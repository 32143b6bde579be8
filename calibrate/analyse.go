package calibrate

import (
	"context"
	"fmt"
	"slices"

	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/variance"
)

// Analyse computes the report of a study. It fails only if the context ends
// or an option names what the study does not have.
func Analyse(ctx context.Context, study Study, o Options) (*Report, error) {
	o = o.withDefaults()
	if o.By != "" {
		if _, ok := study.Table.Column(o.By); !ok {
			return nil, &UnknownColumnError{Name: o.By, Has: columnNames(study.Table)}
		}
	}
	a := &analysis{study: study, options: o, m: measure(study.Table, o.measuring()), report: &Report{Schema: Schema}}
	a.key = compareWithKey(a.m, study.Master)
	a.names = pseudonyms(study.Table, o.Seed)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	a.written = &written{study: study, options: o, m: a.m, names: a.names}
	a.written.readReasons(ctx)
	for _, section := range sections {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := section.run(a, ctx); err != nil {
			return nil, err
		}
	}
	a.report.Notes = append(AbsentNotes(a.report), a.notes...)
	return a.report, nil
}

// UnknownColumnError says that --by names a column that the file lacks.
type UnknownColumnError struct {
	Name string
	Has  []string
}

func (e *UnknownColumnError) Error() string {
	if len(e.Has) == 0 {
		return fmt.Sprintf("no column %q to group by: the file has no further columns", e.Name)
	}
	return fmt.Sprintf("no column %q to group by: the file has %s", e.Name, wording.List(e.Has))
}

// analysis is the work on one report.
type analysis struct {
	study   Study
	options Options
	m       *measures
	key     *keyed   // nil without an answer key
	names   []string // pseudonyms by rater
	group   *grouping
	fit     *variance.Fit // of the causes, for the plan
	written *written
	report  *Report
	notes   []Note
}

// note adds a note with the words of its code.
func (a *analysis) note(code, path string) { a.notes = append(a.notes, NewNote(code, path)) }

// sections is the report in the order of its computation.
var sections = []struct {
	name string
	run  func(*analysis, context.Context) error
}{
	{"settings", (*analysis).settings},
	{"input", (*analysis).input},
	{"master", (*analysis).master},
	{"alignment", (*analysis).alignment},
	{"places", (*analysis).places},
	{"verdict", (*analysis).verdict},
	{"groups", (*analysis).groups},
	{"raters", (*analysis).raters},
	{"rater indicators", (*analysis).raterIndicators},
	{"pairs", (*analysis).pairs},
	{"camps", (*analysis).camps},
	{"without", (*analysis).without},
	{"causes", (*analysis).causes},
	{"plan", (*analysis).plan},
	{"reasons", (*analysis).reasons},
	{"agenda", (*analysis).agenda},
	{"coefficients", (*analysis).coefficients},
	{"cells", (*analysis).cells},
}

func (o Options) withDefaults() Options {
	if o.Confidence == 0 {
		o.Confidence = DefaultConfidence
	}
	if o.Standard == nil {
		o.Standard = Standards[0]
	}
	return o
}

func columnNames(t *rating.Table) []string {
	var names []string
	for _, c := range t.Columns() {
		names = append(names, c.Name)
	}
	return names
}

func (a *analysis) settings(context.Context) error {
	a.report.Program.Version = a.options.Version
	a.report.Data.SHA256 = hashRatings(a.study.Table, a.names)
	a.report.Settings = Settings{
		Confidence: a.options.Confidence, Seed: a.options.Seed, Bootstrap: a.options.Bootstrap, Unit: a.m.unit,
		Inference: "items", By: a.options.By, Round: a.study.Round,
	}
	return nil
}

func (a *analysis) input(context.Context) error {
	a.report.Input = inputOf(a.study)
	a.inputNotes()
	return nil
}

// inputNotes says what a reader should know of the ratings as they are.
func (a *analysis) inputNotes() {
	for s, scale := range a.study.Table.Scales() {
		path := fmt.Sprintf("/input/scales/%d", s)
		if scale.Source == rating.Observed {
			a.note("scale_undeclared", path)
			if whole := scale.Whole(); len(whole) > 1 && len(whole) <= int(scale.Range()/scale.Step()) {
				a.note("scale_gap", path)
			}
		}
	}
	if a.m.lessons == 1 {
		a.note("one_lesson_only", "/input/lessons")
	}
	if SmallTeam(a.report.Input.Raters) {
		a.note("small_team", "/raters")
	}
	a.notes = append(a.notes, a.study.Notes...)
}

func (a *analysis) alignment(ctx context.Context) error {
	m := a.m
	f := m.figures(m.all(), m.unit)
	a.report.Alignment = Alignment{
		Exact: f.exact, WithinOne: f.withinOne, TwoApart: f.twoApart,
		TypicalGap: m.meanOver(m.all(), func(it *item) float64 { return it.gap }),
		Cost:       m.cost(f.exact.Value),
	}
	distance, err := a.distance(ctx)
	a.report.Alignment.Distance = distance
	return err
}

func (a *analysis) places(context.Context) error {
	a.report.Indicators = a.m.indicators(a.study.Names)
	a.report.Lessons = a.m.lessonPlaces()
	gaps, chance := gapsOf(a.study.Table), commonestChance(a.m)
	add := func(list []Place, ids []string, items [][]int) {
		for i := range list {
			list[i].addGaps(a.m, items[slices.Index(ids, list[i].ID)], gaps, chance)
		}
	}
	add(a.report.Indicators, a.m.table.Indicators(), a.m.ofIndicator)
	add(a.report.Lessons, a.m.table.Lessons(), a.m.ofLesson)
	return nil
}

func (a *analysis) verdict(context.Context) error {
	if len(a.m.all()) == 0 {
		a.report.Verdict = Verdict{
			ID: CannotTell, NotObserved: CannotTell, Because: []string{"There is no rating."},
			Sentence: "These ratings cannot tell whether the team is aligned: there is no rating.",
			Standard: StandardResult{a.options.Standard.ID, a.options.Standard.Title, []Criterion{}},
		}
		return nil
	}
	j := judge{a.m, a.options.Standard, a.key, a.study.Master}
	a.report.Verdict = j.verdict(a.report.Indicators)
	return nil
}

// mostCells is the number of ratings up to which the report lists them.
const mostCells = 5000

func (a *analysis) cells(context.Context) error {
	t := a.study.Table
	a.report.NotObservedItems = a.m.notObservedItems()
	if t.Ratings()+len(t.Marks()) > mostCells {
		a.note("ratings_left_out", "/ratings")
		return nil
	}
	cell := func(item, rater int32) Cell {
		it := t.Items()[item]
		return Cell{
			Rater: a.names[rater], Lesson: t.Lessons()[it.Lesson],
			Indicator: t.Indicators()[it.Indicator], Round: t.Rounds()[it.Round],
		}
	}
	list := make([]Cell, 0, t.Ratings()+len(t.Marks()))
	for _, r := range t.All() {
		c := cell(r.Item, r.Rater)
		c.Score, c.State = stats.Of(t.Value(int(r.Item), r.Level)), rating.Scored.String()
		list = append(list, c)
	}
	for _, mark := range t.Marks() {
		if a.names[mark.Rater] == "" {
			continue // a rater without a rating has no pseudonym
		}
		c := cell(mark.Item, mark.Rater)
		c.Score, c.State = stats.None(noScore), mark.State.String()
		list = append(list, c)
	}
	slices.SortStableFunc(list, compareCells)
	a.report.Ratings = list
	return nil
}

// compareCells orders cells by lesson, indicator, round and pseudonym.
func compareCells(x, y Cell) int {
	for _, c := range []int{
		rating.CompareNatural(x.Round, y.Round),
		rating.CompareNatural(x.Lesson, y.Lesson),
		rating.CompareNatural(x.Indicator, y.Indicator),
	} {
		if c != 0 {
			return c
		}
	}
	return rating.CompareNatural(x.Rater, y.Rater)
}

// reasons says what was written beside the ratings.
func (a *analysis) reasons(ctx context.Context) error {
	var ranked []int
	for _, p := range byPlaceRank(a.report.Indicators) {
		ranked = append(ranked, slices.Index(a.study.Table.Indicators(), p.ID))
	}
	err := a.written.read(ctx, ranked)
	a.report.Reasons = a.written.reasons
	a.notes = append(a.notes, a.written.notes...)
	return err
}

// agenda plans the meeting.
func (a *analysis) agenda(context.Context) error {
	p := planner{
		study: a.study, options: a.options, m: a.m, written: a.written,
		unseen: a.m.notObservedCounts(), report: a.report,
	}
	p.plan()
	return nil
}
