package calibrate

import (
	"context"
	"math"
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/text"
)

// ReasonsSchema names the shape of the list of reasons.
const ReasonsSchema = "calibrate.reasons/v1"

// A ReasonList is every reason with its class and every pair with its
// quadrant. People stand under pseudonyms, and texts are swept.
type ReasonList struct {
	Schema  string        `json:"schema"`
	Reasons []GivenReason `json:"reasons"`
	Pairs   []ReasonPair  `json:"pairs"`
	Swept   int           `json:"swept"` // names and addresses
	Notes   []Note        `json:"notes"`
}

// A GivenReason is a reason as it was given, without names.
type GivenReason struct {
	Rater      string           `json:"rater" csv:"rater"`
	Lesson     string           `json:"lesson" csv:"lesson"`
	Indicator  string           `json:"indicator" csv:"indicator"`
	Round      string           `json:"round,omitempty" csv:"round"`
	Score      stats.Number     `json:"score" csv:"score"`
	Text       string           `json:"text" csv:"text"`
	Class      text.Class       `json:"class" csv:"class"`
	Statements []text.Statement `json:"statements" csv:"-"`
}

// A ReasonPair is two reasons for the same item. Without two scores it is in
// no quadrant.
type ReasonPair struct {
	Lesson     string    `json:"lesson" csv:"lesson"`
	Indicator  string    `json:"indicator" csv:"indicator"`
	Round      string    `json:"round,omitempty" csv:"round"`
	A          string    `json:"a" csv:"a"`
	B          string    `json:"b" csv:"b"`
	SameRating Answer    `json:"same_rating" csv:"same_rating"`
	Similarity float64   `json:"similarity" csv:"similarity"`
	Quadrant   *Quadrant `json:"quadrant" csv:"quadrant"`
}

// ListReasons returns every reason and every pair of reasons of a study. Not
// observed is no rating, and a reason that says nothing of the lesson is none:
// neither makes a pair.
func ListReasons(ctx context.Context, study Study, o Options) (*ReasonList, error) {
	a := &written{study: study, options: o.withDefaults(), names: pseudonyms(study.Table, o.Seed)}
	every := make([]int, len(study.Table.Items()))
	for i := range every {
		every[i] = i
	}
	said, _ := a.everySaid(every, math.MaxInt)
	s, err := sweepAndClassify(ctx, text.English(), study.Table.Raters(), said, a.topics())
	if err != nil {
		return nil, err
	}
	list := &ReasonList{Schema: ReasonsSchema, Reasons: []GivenReason{}, Pairs: []ReasonPair{}, Swept: s.swept, Notes: []Note{}}
	for i := range s.said {
		list.Reasons = append(list.Reasons, a.given(&s.said[i]))
	}
	for _, item := range s.items {
		if err := a.listPairs(ctx, list, s, item); err != nil {
			return nil, err
		}
	}
	list.Notes = append(list.Notes, slices.Compact(a.notes)...)
	return list, nil
}

// given is a reason as the list shows it.
func (a *written) given(s *said) GivenReason {
	lesson, indicator, round := itemNames(a.study.Table, int(s.item))
	g := GivenReason{
		Rater: a.names[s.rater], Lesson: lesson, Indicator: indicator, Round: round,
		Score: s.scored(), Text: s.text, Class: s.is.Class, Statements: s.is.Statements,
	}
	if a.options.NoQuotes {
		g.Text, g.Statements = "", []text.Statement{}
	}
	return g
}

// listPairs adds the pairs of one item.
func (a *written) listPairs(ctx context.Context, list *ReasonList, s *sayings, item int32) error {
	of := slices.Concat(s.byItem[item], s.unrated[item])
	slices.Sort(of)
	if len(of)*(len(of)-1)/2 > mostReasonPairs {
		a.note("pairs_sampled", "/pairs")
	}
	lesson, indicator, round := itemNames(a.study.Table, int(item))
	for p := range s.corpus.Pairs(ctx, of, mostReasonPairs, a.options.Seed) {
		x, y := &s.said[p.A], &s.said[p.B]
		pair := ReasonPair{
			Lesson: lesson, Indicator: indicator, Round: round,
			A: a.names[x.rater], B: a.names[y.rater],
			SameRating: noAnswer(noScore), Similarity: p.Similarity,
		}
		if x.state == rating.Scored && y.state == rating.Scored {
			same := x.level == y.level
			which := quadrantOf(same, p.Alike())
			pair.SameRating, pair.Quadrant = yesNo(same), &which
		}
		list.Pairs = append(list.Pairs, pair)
	}
	return ctx.Err()
}
