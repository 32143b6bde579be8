package input

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

// dateRounds takes a column of dates for the rounds where people rated the
// same items again on another day, at least two of them each day. Else the
// date is only the time of an answer.
func (r *reader) dateRounds() {
	dated := false
	for _, x := range r.sheets {
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
	dates := make([]string, len(r.entries))
	for i := range r.entries {
		e := &r.entries[i]
		date := r.dateOf(e)
		if date == "" {
			continue
		}
		dates[i] = date
		c := cell{e.rater, e.lesson, e.indicator, e.segment}
		if days[c] == nil {
			days[c] = map[string]bool{}
		}
		days[c][date] = true
		if raters[date] == nil {
			raters[date] = map[int32]bool{}
		}
		raters[date][e.rater] = true
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
	for i := range r.entries {
		if e := &r.entries[i]; dates[i] != "" && r.rounds.Name(e.round) == "" {
			e.round = r.rounds.Code(dates[i])
		}
	}
}

// dateOf returns the day of an entry, where a column holds days.
func (r *reader) dateOf(e *entry) string {
	x := r.sheets[e.sheet]
	if c, ok := x.Plan.Blocks[e.block].First(layout.Date); ok {
		return x.At(int(e.row), c.Index)
	}
	return ""
}

// chooseRound keeps the entries of the round that the options name, the last
// one by default.
func (r *reader) chooseRound() {
	used := map[int32]bool{}
	for i := range r.entries {
		used[r.entries[i].round] = true
		r.result.Segments = r.result.Segments || r.segments.Name(r.entries[i].segment) != ""
	}
	var found []string
	for code := range used {
		if name := r.rounds.Name(code); name != "" {
			found = append(found, name)
		}
	}
	r.sortRounds(found)
	r.result.Rounds.Found = found
	wanted := r.options.Round
	switch {
	case len(found) == 0 && (wanted == "" || cell.Fold(wanted) == settings.AllRounds), len(found) > 0 && cell.Fold(wanted) == settings.AllRounds:
		r.result.Rounds.Chosen = wanted
		return
	case wanted == "":
		wanted = lastIndependent(found)
	case !slices.ContainsFunc(found, func(s string) bool { return cell.Fold(s) == cell.Fold(wanted) }):
		hint := "there are no rounds in the input"
		if len(found) > 0 {
			hint = "there are " + problem.QuoteAll(found)
		}
		r.journal.Add(problem.Place{}, "no_such_round", wanted, hint, "no round is called %q", wanted)
		return
	}
	r.result.Rounds.Chosen = wanted
	if len(found) > 1 && r.options.Round == "" {
		which := "the last"
		if wanted != found[len(found)-1] {
			which = "the last before a talk"
		}
		r.journal.Add(problem.Place{}, "several_rounds", wanted, "", "%d rounds (%s): %s, %q, is read", len(found), strings.Join(found, ", "), which, wanted)
	}
	r.entries = slices.DeleteFunc(r.entries, func(e entry) bool {
		return cell.Fold(r.rounds.Name(e.round)) != cell.Fold(wanted)
	})
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

// sortRounds sorts rounds by time, and each vote after a talk behind the round
// that it is of.
func (r *reader) sortRounds(found []string) {
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
func (r *reader) sortByTime(found []string) {
	if len(found) == 0 {
		return
	}
	slices.SortFunc(found, rating.CompareNatural)
	if sortStages(found) {
		return
	}
	for _, name := range found {
		r.clock.Learn(name)
	}
	for _, name := range found {
		if !cell.IsTime(name) {
			return
		}
	}
	slices.SortStableFunc(found, func(a, b string) int {
		order, _ := r.clock.Compare(a, b)
		return order
	})
}
