package reasons

import (
	"context"
	"math"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/text/class"
	"github.com/cb401426/calibrate/stats/text/language"
)

// List returns every reason and every pair of reasons of a study. Not
// observed is no rating, and a reason that says nothing of the lesson is none:
// neither makes a pair.
func List(ctx context.Context, study calibrate.Study, o calibrate.Options) (*calibrate.ReasonList, error) {
	o, err := o.Ready()
	if err != nil {
		return nil, err
	}
	a := &Reader{Study: study, Options: o, Names: privacy.IDs(study.Table, o)}
	every := make([]int, len(study.Table.Items()))
	for i := range every {
		every[i] = i
	}
	said, _ := a.everySaid(every, math.MaxInt)
	s, err := sweepAndClassify(ctx, language.English(), study.Table.Raters(), said, a.topics())
	if err != nil {
		return nil, err
	}
	list := &calibrate.ReasonList{Schema: calibrate.ReasonsSchema, Reasons: []calibrate.GivenReason{}, Pairs: []calibrate.ReasonPair{}, Swept: s.swept, Notes: []calibrate.Note{}}
	for i := range s.said {
		list.Reasons = append(list.Reasons, given(a, &s.said[i]))
	}
	for _, item := range s.items {
		if err := listPairs(a, ctx, list, s, item); err != nil {
			return nil, err
		}
	}
	list.Notes = append(list.Notes, slices.Compact(a.Notes)...)
	return list, nil
}

// given is a reason as the list shows it.
func given(a *Reader, s *said) calibrate.GivenReason {
	lesson, indicator, round := ItemNames(a.Study.Table, int(s.item))
	g := calibrate.GivenReason{
		Rater: a.Names[s.rater], Lesson: lesson, Indicator: indicator, Round: round,
		Score: s.scored(), Text: s.text, Class: s.is.Class, Language: s.is.Language, Statements: s.is.Statements,
	}
	if a.Options.NoQuotes {
		g.Text, g.Statements = "", []class.Statement{}
	}
	return g
}

// listPairs adds the pairs of one item.
func listPairs(a *Reader, ctx context.Context, list *calibrate.ReasonList, s *Sayings, item int32) error {
	of := slices.Concat(s.byItem[item], s.unrated[item])
	slices.Sort(of)
	if len(of)*(len(of)-1)/2 > mostReasonPairs {
		a.note("pairs_sampled", "/pairs")
	}
	lesson, indicator, round := ItemNames(a.Study.Table, int(item))
	for p := range s.corpus.Pairs(ctx, of, mostReasonPairs, a.Options.Seed) {
		x, y := &s.said[p.A], &s.said[p.B]
		pair := calibrate.ReasonPair{
			Lesson: lesson, Indicator: indicator, Round: round,
			A: a.Names[x.rater], B: a.Names[y.rater],
			SameRating: calibrate.NoAnswer(calibrate.NoScore), Similarity: p.Similarity,
		}
		if x.state == rating.Scored && y.state == rating.Scored {
			same := x.level == y.level
			which := quadrantOf(same, p.Similarity)
			pair.SameRating, pair.Quadrant = calibrate.YesNo(same), &which
		}
		list.Pairs = append(list.Pairs, pair)
	}
	return ctx.Err()
}
