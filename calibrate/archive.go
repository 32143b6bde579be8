package calibrate

import (
	"context"
	"fmt"
	"runtime"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// LineSchema names the shape of a line's JSON. Fields are added within a
// version, never renamed or removed.
const LineSchema = "calibrate.line/v1"

// A Line is the report of one part of an archive, such as a school or a round:
// what the report of its rows alone says first, on the scales of the whole. A
// value that is absent is null, and Notes holds its path and the reason.
type Line struct {
	Schema       string       `json:"schema" csv:"-"`
	By           string       `json:"by" csv:"by"`
	Part         string       `json:"part" csv:"part"`
	Verdict      VerdictID    `json:"verdict" csv:"verdict"`
	Clear        bool         `json:"clear" csv:"clear"`
	PointsToGo   float64      `json:"points_to_go" csv:"points_to_go"`
	Exact        Figure       `json:"exact" csv:"exact"`
	WithinOne    Figure       `json:"within_one" csv:"within_one"`
	TwoApart     Figure       `json:"two_apart" csv:"two_apart"`
	TypicalGap   stats.Number `json:"typical_gap" csv:"typical_gap"`
	Distance     Interval     `json:"distance" csv:"distance"`
	NotMet       Names        `json:"not_met" csv:"not_met"`
	Worst        string       `json:"worst" csv:"worst"`
	WithoutWorst VerdictID    `json:"without_worst" csv:"without_worst"`
	Ratings      int          `json:"ratings" csv:"ratings"`
	Raters       int          `json:"raters" csv:"raters"`
	Lessons      int          `json:"lessons" csv:"lessons"`
	Indicators   int          `json:"indicators" csv:"indicators"`
	Items        int          `json:"items" csv:"items"`
	ItemsInPairs int          `json:"items_in_pairs" csv:"items_in_pairs"`
	NotObserved  int          `json:"not_observed" csv:"not_observed"`
	Blank        int          `json:"blank" csv:"blank"`
	Absent       int          `json:"absent" csv:"absent"`
	Sentence     string       `json:"sentence" csv:"sentence"`
	Notes        []Note       `json:"notes" csv:"-"`
}

// Names is a list of names, such as the indicators that do not meet the
// standard, the furthest first.
type Names []string

// MarshalCSV writes the names with semicolons between.
func (n Names) MarshalCSV() (string, error) { return strings.Join(n, "; "), nil }

// An Archive is the Lines of a study's parts, in natural order.
type Archive struct {
	By       string
	Standard *Standard
	Lines    []Line
	Outside  int // ratings without a value in the column
}

// Lines reports on each part of a study, which Options.By names: a column, or
// lesson, indicator or round. The ratings are divided in one pass; parts are
// worked on side by side, and the result does not depend on how many.
func Lines(ctx context.Context, study Study, o Options) (*Archive, error) {
	o = o.withDefaults()
	division, parts, err := divide(study.Table, o.By)
	if err != nil {
		return nil, err
	}
	lines := make([]*Line, len(parts))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	inside := 0
	for part, name := range parts {
		inside += division.Ratings(part)
		if division.Ratings(part) == 0 {
			continue
		}
		g.Go(func() (err error) {
			lines[part], err = lineOf(ctx, division.Table(part), study.Names, name, o)
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	a := &Archive{By: o.By, Standard: o.Standard, Outside: study.Table.Ratings() + len(study.Table.Marks()) - inside}
	for _, line := range lines {
		if line != nil {
			a.Lines = append(a.Lines, *line)
		}
	}
	return a, nil
}

// divide cuts a table by what every table has, or by the values of a column.
func divide(t *rating.Table, by string) (*rating.Division, []string, error) {
	f, c, err := facetOrColumn(t, by)
	switch {
	case err != nil:
		return nil, nil, err
	case f != nil:
		return t.Divide(len(f.parts), "", func(item, _ int32) int { return f.ofItem(int(item)) }), f.parts, nil
	}
	return t.Divide(len(c.Levels), c.Name, func(_, code int32) int { return int(code) }), c.Levels, nil
}

// lineOf reports on one part.
func lineOf(ctx context.Context, t *rating.Table, names map[string]string, part string, o Options) (*Line, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	by := o.By
	o.By = "" // the parts are not compared with each other
	a := &analysis{study: Study{Table: t, Absent: t.Absent(), Names: names}, options: o, m: measure(t, o.measuring()), report: &Report{}}
	r := a.report
	r.Input = inputOf(a.study)
	if err := a.alignment(ctx); err != nil {
		return nil, fmt.Errorf("%s %s: %w", by, part, err)
	}
	r.Indicators = a.m.indicators(names)
	if err := a.verdict(ctx); err != nil {
		return nil, err
	}
	line := &Line{
		Schema: LineSchema, By: by, Part: part,
		Verdict: r.Verdict.ID, Clear: r.Verdict.Clear, PointsToGo: r.Verdict.PointsToGo, Sentence: r.Verdict.Sentence,
		Exact: r.Alignment.Exact, WithinOne: r.Alignment.WithinOne, TwoApart: r.Alignment.TwoApart,
		TypicalGap: r.Alignment.TypicalGap, Distance: r.Alignment.Distance,
		NotMet: notMet(r.Indicators), Worst: r.Verdict.Worst, WithoutWorst: r.Verdict.Without,
		Ratings: r.Input.Ratings, Raters: r.Input.Raters, Lessons: r.Input.Lessons, Indicators: r.Input.Indicators,
		Items: r.Input.Items, ItemsInPairs: r.Input.ItemsInPairs,
		NotObserved: r.Input.NotObserved, Blank: r.Input.Blank, Absent: r.Input.Absent,
	}
	line.Notes = append([]Note{}, AbsentNotes(line)...)
	if SmallTeam(line.Raters) {
		line.Notes = append(line.Notes, NewNote("small_team", "/raters"))
	}
	return line, nil
}

// notMet names the places that do not meet the standard, by rank.
func notMet(places []Place) Names {
	names := Names{}
	for _, p := range byPlaceRank(places) {
		if p.Meets.No() {
			names = append(names, p.ID)
		}
	}
	return names
}
