package analysis

import (
	"context"
	"fmt"
	"runtime"

	"golang.org/x/sync/errgroup"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/calibrate/statistics"
	"github.com/cb401426/calibrate/stats/parallel"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team"
)

// ArchiveOf reports on each part of a study, which Options.By names: a column, or
// lesson, indicator or round. The ratings are divided in one pass; parts are
// worked on side by side, and the result does not depend on how many.
func ArchiveOf(ctx context.Context, study calibrate.Study, o calibrate.Options) (*calibrate.Archive, error) {
	o, err := o.Ready()
	if err != nil {
		return nil, err
	}
	division, parts, err := statistics.Divide(study.Table, o.By)
	if err != nil {
		return nil, err
	}
	lines := make([]*calibrate.ArchiveRow, len(parts))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	inside := 0
	for part, name := range parts {
		inside += division.Ratings(part)
		if division.Ratings(part) == 0 {
			continue
		}
		g.Go(parallel.Safely(func() (err error) {
			lines[part], err = lineOf(ctx, division.Table(part), study.Names, name, o)
			return err
		}))
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	a := &calibrate.Archive{By: o.By, Outside: study.Table.Ratings() + len(study.Table.Marks()) - inside}
	for _, line := range lines {
		if line != nil {
			a.Rows = append(a.Rows, *line)
		}
	}
	return a, nil
}

// lineOf reports on one part.
func lineOf(ctx context.Context, t *rating.Table, names map[string]string, part string, o calibrate.Options) (*calibrate.ArchiveRow, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	by := o.By
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
