package rounds

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/analysis"
	"github.com/cb401426/calibrate/calibrate/decisions"
	"github.com/cb401426/calibrate/calibrate/input/naming"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/rounds"
)

// Options are the choices of a Trend. The zero value is ready.
type Options struct {
	calibrate.Options
	Order    []string // of the rounds; nil: that of their names
	LessonSD float64  // of exact from lesson to lesson; 0: .07, or what the rounds show
	// Apart compares two sets that are no series, whoever rated them.
	Apart bool
	// Unknown says that nobody can be followed from round to round.
	Unknown bool
	// Decisions are what was agreed after the rounds.
	Decisions []decisions.Decision
	// Groups is the column whose groups are asked whether the rest came to them
	// in the talk.
	Groups string
}

// ErrOneRound says that there is nothing to compare.
var ErrOneRound = errors.New("there is one round, and a trend takes two or more")

// A RoundError says what is wrong with the names of rounds.
type RoundError struct{ text string }

func (e RoundError) Error() string { return e.text }

// Analyse compares the rounds of a study.
func Analyse(ctx context.Context, study calibrate.Study, o Options) (*Trend, error) {
	if math.IsNaN(o.LessonSD) || o.LessonSD < 0 || o.LessonSD >= 1 {
		return nil, fmt.Errorf("a standard deviation of lessons of %v is not between 0 and 1", o.LessonSD)
	}
	var err error
	if o.Options, err = o.Ready(); err != nil {
		return nil, err
	}
	all, err := orderOf(study.Table, o.Order)
	if err != nil {
		return nil, err
	}
	s := series{table: study.Table, order: all, names: study.Names}
	order, revotes, alone := s.stages()
	if len(order) < 2 && len(revotes) == 0 {
		return nil, ErrOneRound
	}
	s.order = order
	s.options = rounds.Options{
		Confidence: o.Confidence, LessonSD: o.LessonSD, Comparisons: rounds.Comparisons(len(order)), Everyone: o.Apart || o.Unknown,
	}
	s.apart, s.unknown = o.Apart, o.Unknown
	o.By = "round"
	lines, err := analysis.ArchiveOf(ctx, study, o.Options)
	if err != nil {
		return nil, err
	}
	t := &Trend{
		Schema: Schema, Program: o.Version, Confidence: o.Confidence, Standard: o.Standard.ID, People: "same",
		Rounds: []Round{}, Changes: []Change{}, Indicators: []Indicator{}, Raters: []Rater{}, Kept: []Kept{},
		Notes: append([]calibrate.Note{}, study.Notes...),
	}
	switch {
	case o.Apart:
		t.Schema, t.People = CompareSchema, "everyone"
	case o.Unknown:
		t.People = "unknown"
	}
	for _, code := range order {
		i := slices.IndexFunc(lines.Rows, func(l calibrate.ArchiveRow) bool { return l.Part == study.Table.Rounds()[code] })
		if i < 0 {
			return nil, fmt.Errorf("the round %q holds no rating", study.Table.Rounds()[code])
		}
		t.Rounds = append(t.Rounds, s.round(&lines.Rows[i], code))
	}
	s.disclose()
	if len(order) > 1 {
		t.Changes = s.changes()
		t.Indicators = s.indicators(t.Rounds)
		if t.People == "same" {
			t.Raters = s.raters(study, o.Options)
		}
		t.Kept = s.kept(o.Decisions, s.private)
	}
	if len(order) > 2 {
		t.Slope = s.slope()
	}
	t.Talks = s.talks(revotes, o.Decisions, s.groupsOf(o.Groups))
	t.Decisions = s.held(o.Decisions, t.Rounds)
	t.Sentence, t.Limits = t.sentence(), t.cannotSay()
	if t.People == "same" {
		t.Alike = s.alike()
	}
	t.note(alone)
	return t, nil
}

// orderOf returns the codes of the rounds in their order.
func orderOf(t *rating.Table, names []string) ([]int32, error) {
	rated := map[int32]bool{}
	for i, it := range t.Items() {
		if raters, _ := t.Row(i); len(raters) > 0 {
			rated[it.Round] = true
		}
	}
	var order []int32
	if names == nil {
		for code := range t.Rounds() {
			if rated[int32(code)] {
				order = append(order, int32(code))
			}
		}
	}
	for _, name := range names {
		code := slices.IndexFunc(t.Rounds(), func(s string) bool { return strings.EqualFold(strings.TrimSpace(s), strings.TrimSpace(name)) })
		switch {
		case code < 0 || !rated[int32(code)]:
			return nil, RoundError{fmt.Sprintf("no round is called %q: there are %s", name, strings.Join(t.Rounds(), ", "))}
		case slices.Contains(order, int32(code)):
			return nil, RoundError{fmt.Sprintf("the round %q is named twice", name)}
		}
		order = append(order, int32(code))
	}
	if len(order) < 2 {
		return nil, ErrOneRound
	}
	return order, nil
}

// series is a table with the order of its rounds.
type series struct {
	table          *rating.Table
	order          []int32
	names          map[string]string
	options        rounds.Options
	apart, unknown bool
	people         *disclosure
	private        map[[2]int]bool // changes whose figures are withheld
}

// disclose decides which changes can have figures of the people in both rounds:
// that of the whole series first.
func (s *series) disclose() {
	s.people, s.private = newDisclosure(s.table, s.order), map[[2]int]bool{}
	if s.options.Everyone || len(s.order) < 2 {
		return
	}
	last := len(s.order) - 1
	pairs := [][2]int{{0, last}}
	for to := 1; to <= last; to++ {
		if to > 1 || last > 1 {
			pairs = append(pairs, [2]int{to - 1, to})
		}
	}
	for _, p := range pairs {
		s.private[p] = !s.people.allows(p[0], p[1])
	}
}

func (s *series) round(l *calibrate.ArchiveRow, code int32) Round {
	return Round{
		Target: targetOf(l.Standard), Round: l.Part, Verdict: l.Verdict, Exact: l.Exact, TwoApart: l.TwoApart, Distance: l.Distance, NotMet: l.NotMet,
		DistanceWithin: rounds.Of(s.table, code, rounds.Selection{}).Distance,
		Raters:         l.Raters, Lessons: l.Lessons, Indicators: l.Indicators, Items: l.ItemsInPairs,
	}
}

// targetOf is what a standard asked of exact.
func targetOf(s calibrate.StandardResult) stats.Number {
	for _, c := range s.Criteria {
		if c.Figure == calibrate.ExactFigure {
			return stats.Of(c.Target)
		}
	}
	return stats.None(stats.NotApplicable)
}

// changes are from each round to the next, then from the first to the last.
func (s *series) changes() []Change {
	var list []Change
	for to := 1; to < len(s.order); to++ {
		list = append(list, s.change(to-1, to))
	}
	if last := len(s.order) - 1; last > 1 {
		list = append(list, s.change(0, last))
	}
	return list
}

func (s *series) change(from, to int) Change {
	c := rounds.Between(s.table, s.order, from, to, s.options)
	withheld := s.private[[2]int{from, to}]
	if withheld && c.Reason == "" {
		everyone := s.options
		everyone.Everyone = true
		c.Everyone = rounds.Between(s.table, s.order, from, to, everyone).Exact
		withhold(&c)
	}
	switch {
	case s.apart:
		c.Movement = c.Movement.Compared()
	case s.unknown && c.Reason == "":
		c.Movement, c.Reason, c.Everyone = rounds.CannotTell, PeopleUnknown, c.Exact
		none := stats.None(PeopleUnknown)
		gone := rounds.Difference{Before: none, After: none, Change: none, Lower: none, Upper: none, P: none}
		c.Exact, c.TwoApart, c.Distance, c.Composition = gone, gone, gone, gone
	}
	out := Change{
		From: s.name(from), To: s.name(to), Movement: c.Movement, Reason: c.Reason,
		Raters: c.Raters, Indicators: c.Indicators, LessonsFrom: c.Lessons[0], LessonsTo: c.Lessons[1], SameLessons: c.SameLessons,
		Exact: differenceOf(c.Exact), TwoApart: differenceOf(c.TwoApart), DistanceWithin: differenceOf(c.Distance),
		Everyone: differenceOf(c.Everyone), Composition: differenceOf(c.Composition), Unit: "indicator",
		LessonSD: stats.Of(c.LessonSD), LessonSDAssumed: c.LessonSDAssumed, Withheld: withheld, compared: s.apart,
		Left: len(s.people.raters[from]) - c.Raters, Came: len(s.people.raters[to]) - c.Raters,
	}
	if c.ByLesson {
		out.Unit, out.LessonSD = "lesson", stats.None(stats.NotApplicable)
	}
	out.Sentence = out.sentence()
	return out
}

func (s *series) name(k int) string { return s.table.Rounds()[s.order[k]] }

func (s *series) slope() *Slope {
	o := s.options
	all := make([]int, len(s.order))
	for k := range all {
		all[k] = k
	}
	o.Everyone = o.Everyone || !s.people.allows(all...)
	x := rounds.Trend(s.table, s.order, o)
	out := &Slope{PerRound: x.PerRound, Lower: x.Lower, Upper: x.Upper, P: x.P, Lessons: x.Lessons}
	if !x.P.OK() {
		out.Reason = x.P.Reason()
	}
	return out
}

// indicators are the series of each, with a word on those that moved from the
// first to the last round.
func (s *series) indicators(list []Round) []Indicator {
	out := []Indicator{}
	words := map[int32]rounds.IndicatorChange{}
	for _, x := range rounds.ByIndicator(s.table, s.order, 0, len(s.order)-1, s.options) {
		words[x.Indicator] = x
	}
	for code, id := range s.table.Indicators() {
		i := Indicator{Indicator: id, Name: s.names[id], Movement: rounds.CannotTell, Change: differenceOf(rounds.Difference{})}
		if x, ok := words[int32(code)]; ok {
			i.Movement, i.Change = x.Movement, differenceOf(x.Exact)
			if s.apart {
				i.Movement = i.Movement.Compared()
			}
			if s.unknown {
				i.Movement = rounds.CannotTell
			}
			if s.private[[2]int{0, len(s.order) - 1}] {
				none := stats.None(Withheld)
				i.Change = Difference{none, none, none, none, none, none, Withheld}
			}
		} else {
			i.Change.Reason = rounds.TooFewCommon
		}
		only := rounds.Selection{Indicator: func(c int32) bool { return int(c) == code }}
		for k, round := range s.order {
			v := rounds.Of(s.table, round, only).Exact
			i.Exact = append(i.Exact, v)
			if v.OK() {
				i.Rated++
			}
			if slices.Contains(list[k].NotMet, id) {
				i.NotMet++
			}
		}
		if i.Rated > 0 {
			out = append(out, i)
		}
	}
	return out
}

// raters are those who rated in the first and the last round, in the order of
// their pseudonyms: one through all rounds.
func (s *series) raters(study calibrate.Study, o calibrate.Options) []Rater {
	out := []Rater{}
	list, _ := rounds.Drifts(s.table, s.order, 0, len(s.order)-1)
	drifts := map[string]rounds.Drift{}
	for _, d := range list {
		drifts[s.table.Raters()[d.Rater]] = d
	}
	for _, who := range privacy.Key(study, o) {
		d, ok := drifts[who.Name]
		if !ok {
			continue
		}
		r := Rater{ID: who.ID, Before: d.Before, After: d.After, Change: d.Change, Moved: d.Moved}
		if o.Names {
			r.Name = who.Name
		}
		out = append(out, r)
	}
	return out
}

// alike lists names in one of two neighbors alone that may be one person's.
func (s *series) alike() [][2]string {
	var list [][2]string
	for k := 1; k < len(s.order); k++ {
		a, b := s.people.raters[k-1], s.people.raters[k]
		for g := range a {
			for h := range b {
				x, y := s.table.Raters()[g], s.table.Raters()[h]
				if !b[g] && !a[h] && naming.Like(x, y) && !slices.Contains(list, [2]string{x, y}) {
					list = append(list, [2]string{x, y})
				}
			}
		}
	}
	slices.SortFunc(list, func(a, b [2]string) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return list
}
