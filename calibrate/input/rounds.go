package input

import (
	"slices"
	"strings"

	"github.com/cb401426/calibrate/stats/rating"
)

// dateRounds takes a column of dates for the rounds where people rated the
// same items again on another day, at least two of them each day. Else the
// date is only the time of an answer.
func (r *reader) dateRounds() {
	type cell struct{ rater, lesson, indicator int32 }
	days := map[cell]map[string]bool{}
	raters := map[string]map[int32]bool{}
	for i := range r.entries {
		e := &r.entries[i]
		if e.date == "" {
			continue
		}
		c := cell{e.rater, e.lesson, e.indicator}
		if days[c] == nil {
			days[c] = map[string]bool{}
		}
		days[c][e.date] = true
		if raters[e.date] == nil {
			raters[e.date] = map[int32]bool{}
		}
		raters[e.date][e.rater] = true
	}
	again := false
	for _, d := range days {
		again = again || len(d) > 1
	}
	for _, people := range raters {
		again = again && len(people) > 1
	}
	for i := range r.entries {
		e := &r.entries[i]
		switch {
		case e.date == "":
		case again && r.rounds.name(e.round) == "":
			e.round = r.rounds.code(e.date)
		case e.time == "":
			e.time = e.date
		}
	}
}

// allRounds is what Options.Round says to read every round.
const allRounds = "all"

// chooseRound keeps the entries of the round that the options name, the last
// one by default.
func (r *reader) chooseRound() {
	used := map[int32]bool{}
	for i := range r.entries {
		used[r.entries[i].round] = true
	}
	var found []string
	for code := range used {
		if name := r.rounds.name(code); name != "" {
			found = append(found, name)
		}
	}
	r.sortRounds(found)
	r.result.Rounds.Found = found
	wanted := r.options.Round
	switch {
	case len(found) == 0 && (wanted == "" || fold(wanted) == allRounds), len(found) > 0 && fold(wanted) == allRounds:
		r.result.Rounds.Chosen = wanted
		return
	case wanted == "":
		wanted = found[len(found)-1]
	case !slices.ContainsFunc(found, func(s string) bool { return fold(s) == fold(wanted) }):
		hint := "there are no rounds in the input"
		if len(found) > 0 {
			hint = "there are " + quoteAll(found)
		}
		r.journal.add(place{}, "no_such_round", wanted, hint, "no round is called %q", wanted)
		return
	}
	r.result.Rounds.Chosen = wanted
	if len(found) > 1 && r.options.Round == "" {
		r.journal.add(place{}, "several_rounds", wanted, "", "%d rounds (%s): the last, %q, is read", len(found), strings.Join(found, ", "), wanted)
	}
	r.entries = slices.DeleteFunc(r.entries, func(e entry) bool {
		return fold(r.rounds.name(e.round)) != fold(wanted)
	})
}

// sortRounds sorts dates by their day and all else in natural order.
func (r *reader) sortRounds(found []string) {
	slices.SortFunc(found, rating.CompareNatural)
	for _, name := range found {
		r.clock.learn(name)
	}
	for _, name := range found {
		if !isTime(name) {
			return
		}
	}
	slices.SortStableFunc(found, func(a, b string) int {
		order, _ := r.clock.compare(a, b)
		return order
	})
}
