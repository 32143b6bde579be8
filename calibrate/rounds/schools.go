package rounds

import (
	"context"
	"errors"
	"fmt"
	"runtime"

	"golang.org/x/sync/errgroup"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/calibrate/statistics"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/parallel"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/rounds"
)

// SchoolSchema names the shape of a line's JSON.
const SchoolSchema = "calibrate.trend_line/v1"

// Schools are the trends of the schools of an archive, a line each.
type Schools struct {
	By    string
	First string
	Last  string
	Rows  []SchoolRow
	// Withheld is how many schools are left out: see calibrate.Archive.
	Withheld int
}

// A SchoolRow is what became of one school from the first to the last round.
type SchoolRow struct {
	Schema   string            `json:"schema" csv:"-"`
	By       string            `json:"by" csv:"by"`
	Part     string            `json:"part" csv:"part"`
	From     string            `json:"from" csv:"from"`
	To       string            `json:"to" csv:"to"`
	Movement rounds.Movement   `json:"movement" csv:"movement"`
	Reason   stats.Reason      `json:"reason,omitempty" csv:"reason"`
	Before   stats.Number      `json:"before" csv:"before"` // exact of everyone, on the common indicators
	After    stats.Number      `json:"after" csv:"after"`
	Change   stats.Number      `json:"change" csv:"change"`
	Lower    stats.Number      `json:"lower" csv:"lower"`
	Upper    stats.Number      `json:"upper" csv:"upper"`
	Rounds   int               `json:"rounds" csv:"rounds"`
	Raters   int               `json:"raters" csv:"raters"` // in both
	Lessons  int               `json:"lessons" csv:"lessons"`
	Sentence string            `json:"sentence" csv:"sentence"`
	Program  calibrate.Program `json:"program" csv:"-"`
	Run      *calibrate.Run    `json:"run,omitempty" csv:"run"`
	// Inputs are the files; absent where they are more than those that each
	// line can name.
	Inputs   []calibrate.InputFile  `json:"inputs,omitempty" csv:"-"`
	Settings calibrate.ReadSettings `json:"settings" csv:"-"`
}

// Stamp says how each line was made.
func (s *Schools) Stamp(stamp calibrate.Stamp) {
	inputs := stamp.Made.Inputs
	if len(inputs) > calibrate.MaxLineInputs {
		inputs = nil
	}
	for i := range s.Rows {
		row := &s.Rows[i]
		row.Program, row.Run, row.Inputs, row.Settings = stamp.Program, stamp.Made.Run, inputs, stamp.Read
	}
}

// BySchool compares the first and the last round of each value of a further
// column, by the order of all rounds. The ratings are divided in one pass, and
// schools are worked on side by side. Words are corrected for nothing but the
// rounds of one school: of 500 schools that did not move, some will be said to
// have.
func BySchool(ctx context.Context, study calibrate.Study, by string, o Options) (*Schools, error) {
	if _, ok := study.Table.Column(by); !ok {
		return nil, RoundError{fmt.Sprintf("no column %q to report on: see calibrate check", by)}
	}
	order, err := orderOf(study.Table, o.Order)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, code := range order {
		if _, second := header.SecondVote(study.Table.Rounds()[code]); !second { // a vote after the talk is no round
			names = append(names, study.Table.Rounds()[code])
		}
	}
	if len(names) < 2 {
		return nil, ErrOneRound
	}
	s := &Schools{By: by, First: names[0], Last: names[len(names)-1], Rows: []SchoolRow{}}
	division, schools, err := statistics.Divide(study.Table, by)
	if err != nil {
		return nil, err
	}
	withheld := withheldSchools(study.Table, by, len(schools))
	rows := make([]SchoolRow, len(schools))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, name := range schools {
		g.Go(parallel.Safely(func() (err error) {
			if err := ctx.Err(); err != nil {
				return err
			}
			rows[i], err = schoolRow(division.Table(i), by, name, names, o)
			return err
		}))
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	for i, row := range rows {
		if withheld[i] {
			s.Withheld++
			continue
		}
		s.Rows = append(s.Rows, row)
	}
	return s, nil
}

// withheldSchools are those under three people among schools that rated the
// same lessons, and those from which they could be worked out.
func withheldSchools(t *rating.Table, by string, n int) []bool {
	withheld := make([]bool, n)
	c, ok := t.Column(by)
	if !ok || n != len(c.Levels) {
		return withheld
	}
	people := make([]map[int32]bool, n)
	for k, r := range t.All() {
		if code := c.Code(k); code >= 0 {
			if people[code] == nil {
				people[code] = map[int32]bool{}
			}
			people[code][r.Rater] = true
		}
	}
	shares := privacy.SharesItems(t, n, func(k int) int { return int(c.Code(k)) })
	var among, sizes []int
	for i := range n {
		if shares[i] {
			among, sizes = append(among, i), append(sizes, len(people[i]))
		}
	}
	for k, out := range privacy.Withhold(sizes, 0) {
		withheld[among[k]] = out
	}
	return withheld
}

// schoolRow is the line of one school: of the rounds that it rated in.
func schoolRow(t *rating.Table, by, name string, names []string, o Options) (SchoolRow, error) {
	row := SchoolRow{Schema: SchoolSchema, By: by, Part: name, Movement: rounds.CannotTell}
	none := stats.None(rounds.TooFewCommon)
	row.Before, row.After, row.Change, row.Lower, row.Upper = none, none, none, none, none
	has := map[string]bool{}
	for i, it := range t.Items() {
		if r, _ := t.Row(i); len(r) > 0 {
			has[t.Rounds()[it.Round]] = true
		}
	}
	var own []string
	for _, n := range names {
		if has[n] {
			own = append(own, n)
		}
	}
	row.Rounds = len(own)
	order, err := orderOf(t, own)
	if errors.Is(err, ErrOneRound) || len(own) < 2 {
		row.Reason = rounds.TooFewCommon
		row.Sentence = "One round alone: there is nothing to compare."
		return row, nil
	}
	if err != nil {
		return row, err
	}
	s := series{table: t, order: order, options: rounds.Options{Confidence: o.Confidence, LessonSD: o.LessonSD}}
	last := len(order) - 1
	s.people, s.private = newDisclosure(t, order), map[[2]int]bool{}
	s.private[[2]int{0, last}] = !s.people.allows(0, last)
	c := s.change(0, last)
	row.From, row.To, row.Movement, row.Reason, row.Raters, row.Sentence = c.From, c.To, c.Movement, c.Reason, c.Raters, c.Sentence
	row.Lessons = c.LessonsFrom + c.LessonsTo
	row.Before, row.After, row.Change = c.Everyone.Before, c.Everyone.After, c.Everyone.Change
	row.Lower, row.Upper = c.Everyone.Lower, c.Everyone.Upper
	return row, nil
}
