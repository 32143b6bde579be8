package analysis

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/calibrate/statistics"
	"github.com/cb401426/calibrate/stats/parallel"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team"
)

// ArchiveOf reports on each part of a study, which Options.By names: a column, or
// lesson, indicator or round; several with commas between divide further. The
// ratings are divided in one pass; parts are worked on side by side, and the
// result does not depend on how many.
func ArchiveOf(ctx context.Context, study calibrate.Study, o calibrate.Options) (*calibrate.Archive, error) {
	o, err := o.Ready()
	if err != nil {
		return nil, err
	}
	parts, err := partsOf(study.Table, strings.Split(o.By, ","))
	if err != nil {
		return nil, err
	}
	lines := make([]*calibrate.ArchiveRow, len(parts))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	inside := 0
	for i := range parts {
		p := &parts[i]
		inside += p.ratings
		g.Go(parallel.Safely(func() (err error) {
			lines[i], err = lineOf(ctx, p.table(), study.Names, p, o)
			return err
		}))
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	a := &calibrate.Archive{
		By: o.By, Outside: study.Table.Ratings() + len(study.Table.Marks()) - inside,
		Standard: o.Standard.ID, Confidence: o.Confidence,
	}
	for _, line := range lines {
		a.Rows = append(a.Rows, *line)
	}
	withholdLines(a, study.Table, parts)
	return a, nil
}

// A part is some of the ratings, by one value of each column.
type part struct {
	by, names []string
	ratings   int // and marks
	table     func() *rating.Table
}

// partsOf divides a table by columns, one after the other.
func partsOf(t *rating.Table, by []string) ([]part, error) {
	by[0] = strings.TrimSpace(by[0])
	division, names, err := statistics.Divide(t, by[0])
	if err != nil {
		return nil, err
	}
	if slices.ContainsFunc(by[1:], func(other string) bool { return strings.EqualFold(strings.TrimSpace(other), by[0]) }) {
		return nil, statistics.UnknownColumn(t, by[0]+" a second time")
	}
	var parts []part
	for i, name := range names {
		if division.Ratings(i) == 0 {
			continue
		}
		if len(by) == 1 {
			parts = append(parts, part{by, []string{name}, division.Ratings(i), func() *rating.Table { return division.Table(i) }})
			continue
		}
		further, err := partsOf(division.Table(i), slices.Clone(by[1:]))
		if err != nil {
			return nil, err
		}
		for _, p := range further {
			p.by, p.names = append([]string{by[0]}, p.by...), append([]string{name}, p.names...)
			parts = append(parts, p)
		}
	}
	return parts, nil
}

// lineOf reports on one part.
func lineOf(ctx context.Context, t *rating.Table, names map[string]string, of *part, o calibrate.Options) (*calibrate.ArchiveRow, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	by, part := o.By, strings.Join(of.names, ", ")
	o.By = "" // the parts are not compared with each other
	a := &work{study: calibrate.Study{Table: t, Absent: t.Absent(), Names: names}, options: o, m: team.New(t, o.Team()), report: &calibrate.Report{}}
	r := a.report
	r.Input = statistics.InputOf(a.study, false)
	if err := alignment(a, ctx); err != nil {
		return nil, fmt.Errorf("%s %s: %w", by, part, err)
	}
	r.Indicators = indicators(a.m, names)
	if err := verdict(a, ctx); err != nil {
		return nil, err
	}
	line := &calibrate.ArchiveRow{
		Schema: calibrate.ArchiveRowSchema, By: by, Part: part,
		Verdict: r.Verdict.ID, Clear: r.Verdict.Clear, PointsToGo: r.Verdict.PointsToGo, Sentence: r.Verdict.Sentence, Standard: r.Verdict.Standard,
		Figures:    r.Alignment.Figures,
		TypicalGap: r.Alignment.TypicalGap, Distance: r.Alignment.Distance,
		NotMet: notMet(r.Indicators), Worst: r.Verdict.Worst, WithoutWorst: orNull(r.Verdict.Without),
		Ratings: r.Input.Ratings, Raters: r.Input.Raters, Lessons: r.Input.Lessons, Indicators: r.Input.Indicators,
		Items: r.Input.Items, ItemsInPairs: r.Input.ItemsInPairs,
		NotObserved: r.Input.NotObserved, Blank: r.Input.Blank, Absent: r.Input.Absent,
	}
	if len(of.by) > 1 {
		line.Parts = map[string]string{}
		for i, column := range of.by {
			line.Parts[column] = of.names[i]
		}
	}
	line.Notes = append([]calibrate.Note{}, calibrate.AbsentNotes(line)...)
	if line.WithoutWorst == nil {
		line.Notes = append(line.Notes, calibrate.NewNote("one_element", "/without_worst"))
	}
	if privacy.SmallTeam(line.Raters) {
		line.Notes = append(line.Notes, calibrate.NewNote("small_team", "/raters"))
	}
	return line, nil
}

// notMet names the places that do not meet the standard, by rank.
func notMet(places []calibrate.Breakdown) calibrate.Names {
	names := calibrate.Names{}
	for _, p := range byRank(places) {
		if p.Meets.No() {
			names = append(names, p.ID)
		}
	}
	return names
}

// orNull is a verdict, or nil where there is none.
func orNull(id calibrate.VerdictID) *calibrate.VerdictID {
	if id == "" {
		return nil
	}
	return &id
}
