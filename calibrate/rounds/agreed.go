package rounds

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/decisions"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rounds"
)

var nan = math.NaN()

// A Kept is what was settled in one round against the rest, in that round and in
// the next independent one: the knowing-doing gap. The settled indicators' own
// rise includes the rebound of a low start, so no word is said of it.
type Kept struct {
	From       string       `json:"from"`
	To         string       `json:"to"`
	Indicators []string     `json:"indicators"` // settled
	Others     int          `json:"others"`
	Before     Difference   `json:"before"` // the others' exact, and the settled ones'
	Next       Difference   `json:"next"`
	Rise       [2]Nullable  `json:"rise"`  // of the settled, before and next
	Value      stats.Number `json:"value"` // Next's difference less Before's
	StillBelow bool         `json:"still_below"`
	Reason     stats.Reason `json:"reason,omitempty"`
	Sentence   string       `json:"sentence"`
}

// Nullable is a number that may be absent.
type Nullable = stats.Number

func same(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}

// of are the decisions of a round: those that name it, or whose lesson was rated
// in it.
func (s *series) of(k int, list []decisions.Decision) []decisions.Decision {
	var out []decisions.Decision
	for _, d := range list {
		if s.roundOf(&d) == k {
			out = append(out, d)
		}
	}
	return out
}

// roundOf is the position of the round that a decision is of, −1 for none.
func (s *series) roundOf(d *decisions.Decision) int {
	if d.Round != "" {
		for k := range s.order {
			if same(s.name(k), d.Round) {
				return k
			}
		}
	}
	for k, code := range s.order {
		for _, it := range s.table.Items() {
			if it.Round == code && same(s.table.Lessons()[it.Lesson], d.Lesson) && same(s.table.Indicators()[it.Indicator], d.Indicator) {
				return k
			}
		}
	}
	return -1
}

// held says of every decision whether it held in the next round in which its
// indicator was rated: whether the indicator met the standard there.
func (s *series) held(list []decisions.Decision, lines []Round) []decisions.Decision {
	out := []decisions.Decision{}
	for _, d := range list {
		k := s.roundOf(&d)
		d.Held = calibrate.NoAnswer(rounds.TooFewLessons)
		if k >= 0 {
			d.Round = s.name(k)
			if i := slices.IndexFunc(s.table.Indicators(), func(id string) bool { return same(id, d.Indicator) }); i >= 0 {
				only := rounds.Selection{Indicator: func(c int32) bool { return int(c) == i }}
				for next := k + 1; next < len(s.order) && d.Settled(); next++ {
					if rounds.Of(s.table, s.order[next], only).Items > 0 {
						d.Held = calibrate.YesNo(!slices.ContainsFunc(lines[next].NotMet, func(id string) bool { return same(id, d.Indicator) }))
						break
					}
				}
			}
		}
		out = append(out, d)
	}
	return out
}

// kept compares what was settled in each round with the rest.
func (s *series) kept(list []decisions.Decision, private map[[2]int]bool) []Kept {
	out := []Kept{}
	for k := range len(s.order) - 1 {
		var settled []string
		for _, d := range s.of(k, list) {
			if d.Settled() && !slices.Contains(settled, d.Indicator) {
				settled = append(settled, d.Indicator)
			}
		}
		if len(settled) == 0 {
			continue
		}
		o := s.options
		o.Everyone = o.Everyone || private[[2]int{k, k + 1}]
		x := rounds.Keeping(s.table, s.order[k], s.order[k+1], func(code int32) bool {
			return slices.ContainsFunc(settled, func(id string) bool { return same(id, s.table.Indicators()[code]) })
		}, o)
		out = append(out, keptOf(x, s.name(k), s.name(k+1), settled))
	}
	return out
}

func keptOf(x rounds.Kept, from, to string, settled []string) Kept {
	kept := Kept{
		From: from, To: to, Indicators: settled, Others: x.Others, Before: differenceOf(x.Before), Next: differenceOf(x.Next),
		Rise: x.Rise, StillBelow: x.StillBelow, Reason: x.Reason, Value: stats.None(rounds.TooFewCommon),
	}
	if b, ok := x.Before.Change.Value(); ok {
		kept.Value = stats.Of(x.Next.Change.Or(0) - b)
	}
	kept.Sentence = kept.sentence()
	return kept
}

// sentence says what was kept, where that can be told.
func (k *Kept) sentence() string {
	what := wording.List(k.Indicators)
	switch {
	case k.Reason == rounds.TooFewCommon:
		return fmt.Sprintf("Of what you settled on %s in %s it cannot be told whether it held: that takes two settled indicators and four others in both rounds.", what, k.From)
	case k.StillBelow:
		return fmt.Sprintf("What you settled in %s (%s) still splits the team more than the rest: any two of you gave the same rating %s of the time there, and %s on the other indicators.",
			k.From, what, wording.Percent(k.Next.After), wording.Percent(k.Next.Before))
	}
	return fmt.Sprintf("What you settled in %s (%s): any two of you gave the same rating %s of the time there then and %s in %s, which includes the rebound of a low start.",
		k.From, what, wording.Percent(k.Rise[0]), wording.Percent(k.Rise[1]), k.To)
}

// sentence says what became of the votes.
func (t *Talk) sentence() string {
	text := fmt.Sprintf("After the talk in %s any two of you chose the same level %s of the time, before it %s, over %s: the talk brought you together, and that is no calibration yet.",
		t.Round, wording.Percent(t.After), wording.Percent(t.Before), wording.Counted(len(t.Items), "item"))
	if t.Knowing.Or(0) <= 0 {
		text = fmt.Sprintf("After the talk in %s any two of you chose the same level %s of the time, before it %s, over %s: the talk did not bring you together.",
			t.Round, wording.Percent(t.After), wording.Percent(t.Before), wording.Counted(len(t.Items), "item"))
	}
	for _, p := range t.Compliance {
		if p.Found {
			text += " " + p.Sentence
		}
	}
	return text
}

// sentence says who came to whom.
func (p *Pull) sentence() string {
	if !p.Found {
		return ""
	}
	return fmt.Sprintf("%d of %d votes outside %s moved toward it; %d of %d inside moved the other way. Ask those who moved what they saw.",
		p.RestNearer, p.RestCould, p.Group, p.GroupNearer, p.GroupCould)
}
