package entries

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/settings"
	"github.com/cb401426/calibrate/stats/rating"
)

// DateRounds takes a column of dates for the rounds where people rated the
// same items again on another day, at least two of them each day. Else the
// date is only the time of an answer.
func (r *Entries) DateRounds() {
	dated := false
	for _, x := range r.Sheets {
		if x.Plan == nil {
			continue
		}
		for k := range x.Plan.Blocks {
			_, ok := x.Plan.Blocks[k].First(layout.Date)
			dated = dated || ok
		}
	}
	if !dated {
		return
	}
	type cell struct{ rater, lesson, indicator, segment int32 }
	days := map[cell]map[string]bool{}
	raters := map[string]map[int32]bool{}
	dates := make([]string, len(r.All))
	for i := range r.All {
		e := &r.All[i]
		date := r.dateOf(e)
		if date == "" {
			continue
		}
		dates[i] = date
		c := cell{e.Rater, e.Lesson, e.Indicator, e.Segment}
		if days[c] == nil {
			days[c] = map[string]bool{}
		}
		days[c][date] = true
		if raters[date] == nil {
			raters[date] = map[int32]bool{}
		}
		raters[date][e.Rater] = true
	}
	again := false
	for _, d := range days {
		again = again || len(d) > 1
	}
	for _, people := range raters {
		again = again && len(people) > 1
	}
	if !again {
		return
	}
	for i := range r.All {
		if e := &r.All[i]; dates[i] != "" && r.Rounds.Name(e.Round) == "" {
			e.Round = r.Rounds.Code(dates[i])
		}
	}
}

// dateOf returns the day of an entry, where a column holds days.
func (r *Entries) dateOf(e *Entry) string {
	x := r.Sheets[e.Sheet]
	if c, ok := x.Plan.Blocks[e.Block].First(layout.Date); ok {
		return x.At(int(e.Row), c.Index)
	}
	return ""
}

// ChooseRound keeps the entries of the round that the options name, the last
// one by default.
func (r *Entries) ChooseRound(o *settings.Options, j *problem.Journal) {
	used := map[int32]bool{}
	for i := range r.All {
		used[r.All[i].Round] = true
		r.InParts = r.InParts || r.Segments.Name(r.All[i].Segment) != ""
	}
	var found []string
	for code := range used {
		if name := r.Rounds.Name(code); name != "" {
			found = append(found, name)
		}
	}
	if wanted, one := r.Choose(found, o, j); one {
		r.All = slices.DeleteFunc(r.All, func(e Entry) bool {
			return cell.Fold(r.Rounds.Name(e.Round)) != cell.Fold(wanted)
		})
	}
}

// Choose sorts the rounds of the input, and returns the one that is read; none
// where all are, or where there is none of the name.
func (r *Entries) Choose(found []string, o *settings.Options, j *problem.Journal) (wanted string, one bool) {
	r.SortRounds(found)
	r.RoundsRead = Rounds{Found: found}
	wanted = o.Round
	switch {
	case len(found) == 0 && (wanted == "" || cell.Fold(wanted) == settings.AllRounds), len(found) > 0 && cell.Fold(wanted) == settings.AllRounds:
		r.RoundsRead.Chosen = wanted
		return "", false
	case wanted == "":
		wanted = lastIndependent(found)
	case !slices.ContainsFunc(found, func(s string) bool { return cell.Fold(s) == cell.Fold(wanted) }):
		hint := "there are no rounds in the input"
		if len(found) > 0 {
			hint = "there are " + problem.QuoteAll(found)
		}
		j.Add(problem.Place{}, "no_such_round", wanted, hint, "no round is called %q", wanted)
		return "", false
	}
	r.RoundsRead.Chosen = wanted
	if len(found) > 1 && o.Round == "" {
		which := "the last"
		if wanted != found[len(found)-1] {
			which = "the last before a talk"
		}
		j.Add(problem.Place{}, "several_rounds", wanted, "", "%d rounds (%s): %s, %q, is read", len(found), strings.Join(found, ", "), which, wanted)
	}
	return wanted, true
}

// lastIndependent is the last round that is no vote after the talk, if there is
// one: agreement after it is no calibration.
func lastIndependent(found []string) string {
	for _, name := range slices.Backward(found) {
		if _, second := header.SecondVote(name); !second {
			return name
		}
	}
	return found[len(found)-1]
}

// SortRounds sorts rounds by time, and each vote after a talk behind the round
// that it is of.
func (r *Entries) SortRounds(found []string) {
	second := func(name string) bool { _, yes := header.SecondVote(name); return yes }
	first := slices.DeleteFunc(slices.Clone(found), second)
	r.sortByTime(first)
	at := func(name string) int {
		round, _ := header.SecondVote(name)
		for k, s := range first {
			if of, _ := header.SecondVote(s); of == round {
				return k
			}
		}
		return len(first)
	}
	slices.SortFunc(found, func(a, b string) int {
		return cmp.Or(cmp.Compare(at(a), at(b)), cmp.Compare(btoi(second(a)), btoi(second(b))), rating.CompareNatural(a, b))
	})
}

func btoi(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// sortByTime sorts dates by their day, words for stages by what they mean, and
// all else in natural order.
func (r *Entries) sortByTime(found []string) {
	if len(found) == 0 {
		return
	}
	slices.SortFunc(found, rating.CompareNatural)
	if sortStages(found) {
		return
	}
	for _, name := range found {
		r.Clock.Learn(name)
	}
	for _, name := range found {
		if !cell.IsTime(name) {
			return
		}
	}
	slices.SortStableFunc(found, func(a, b string) int {
		order, _ := r.Clock.Compare(a, b)
		return order
	})
}

// Rounds are the rounds of the input, in natural order, and those that the
// Table holds.
type Rounds struct {
	Found  []string `json:"found"`
	Chosen string   `json:"chosen"`
}

// RoundNames returns what an entry's round is called in the Table: the segment
// of the lesson where there are segments, behind the round where several are
// read.
func (r *Entries) RoundNames() func(e *Entry) string {
	if !r.InParts {
		return func(e *Entry) string { return r.Rounds.Name(e.Round) }
	}
	several := len(r.RoundsRead.Found) > 1 && strings.EqualFold(r.RoundsRead.Chosen, settings.AllRounds)
	return func(e *Entry) string {
		if several {
			return strings.Trim(r.Rounds.Name(e.Round)+" / "+r.Segments.Name(e.Segment), " /")
		}
		return r.Segments.Name(e.Segment)
	}
}

// UsedRounds returns the rounds that are read.
func (r *Entries) UsedRounds() map[int32]bool {
	used := map[int32]bool{}
	for i := range r.All {
		used[r.All[i].Round] = true
	}
	return used
}
