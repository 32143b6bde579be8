package rounds

import (
	"slices"

	"github.com/cb401426/calibrate/calibrate/decisions"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rounds"
)

// A Talk is what became of the ratings of a round in the talk. Agreement after
// the talk is no calibration: it stands beside the independent votes and never
// among them.
type Talk struct {
	Round      string       `json:"round"`
	Items      []TalkItem   `json:"items"`
	Before     stats.Number `json:"before"` // exact over the items
	After      stats.Number `json:"after"`
	Knowing    stats.Number `json:"knowing"` // after − before: nearly always above 0
	Raters     int          `json:"raters"`  // of the items together
	Moved      int          `json:"moved"`
	Toward     []Target     `json:"toward"`
	Compliance []Pull       `json:"compliance"` // by group, with --by
	Sentence   string       `json:"sentence"`
}

// A TalkItem is one item before and after the talk. Moved is null where votes
// were counted and nobody can be followed.
type TalkItem struct {
	Lesson    string       `json:"lesson"`
	Indicator string       `json:"indicator"`
	Before    stats.Number `json:"before"`
	After     stats.Number `json:"after"`
	Moved     stats.Number `json:"moved"` // people
	Far       stats.Number `json:"far"`   // levels, of those who moved
}

// A Target is what people who moved came nearer to.
type Target struct {
	Target string `json:"target"` // "commonest", "median", "agreed": before the talk, without the one who moved
	Movers int    `json:"movers"`
	Nearer int    `json:"nearer"`
}

// A Pull is how far the rest came to a group, and the group to the rest.
type Pull struct {
	Group       string       `json:"group"`
	Items       int          `json:"items"` // on which the two stood apart
	RestNearer  int          `json:"rest_nearer"`
	RestCould   int          `json:"rest_could"`
	GroupNearer int          `json:"group_nearer"`
	GroupCould  int          `json:"group_could"`
	PValue      stats.Number `json:"p_value"`
	Found       bool         `json:"found"`
	Sentence    string       `json:"sentence"`
}

// talks are the talks of the rounds: of second votes, or of the counts that
// decisions hold.
func (s *series) talks(revotes map[int32]int32, list []decisions.Decision, groups *privacy.Groups) []Talk {
	out := []Talk{}
	for k, code := range s.order {
		var t *Talk
		if second, ok := revotes[code]; ok {
			t = s.talk(rounds.VotesIn(s.table, code, second), list, groups)
		} else {
			t = counted(s.of(k, list))
		}
		if t != nil {
			t.Round = s.name(k)
			t.Sentence = t.sentence()
			out = append(out, *t)
		}
	}
	return out
}

// talk measures votes by people.
func (s *series) talk(votes []rounds.Vote, list []decisions.Decision, groups *privacy.Groups) *Talk {
	if len(votes) == 0 {
		return nil
	}
	t := &Talk{Items: []TalkItem{}, Compliance: []Pull{}}
	toward := []Target{{Target: "commonest"}, {Target: "median"}, {Target: "agreed"}}
	agreed := false
	people := map[int32]bool{}
	for i := range votes {
		v := &votes[i]
		lesson, indicator := s.table.Lessons()[v.Item.Lesson], s.table.Indicators()[v.Item.Indicator]
		level, known := agreedOn(list, lesson, indicator, s.table.Scales()[s.table.ScaleOf(v.Item.Indicator)].Step())
		m := v.Moves(level)
		before, after := v.Exact()
		item := TalkItem{Lesson: lesson, Indicator: indicator, Before: before, After: after, Moved: stats.Of(float64(m.Moved)), Far: stats.None(stats.NotApplicable)}
		if m.Moved > 0 {
			item.Far = stats.Of(m.Far)
		}
		t.Items = append(t.Items, item)
		t.Moved += m.Moved
		for k, n := range []int{m.TowardCommonest, m.TowardMedian, m.TowardAgreed} {
			if k < 2 || known {
				toward[k].Movers += m.Moved
				toward[k].Nearer += n
			}
		}
		agreed = agreed || known
		for _, g := range v.Raters {
			people[g] = true
		}
	}
	t.Raters, t.Toward = len(people), toward
	if !agreed {
		t.Toward = toward[:2]
	}
	t.means()
	if groups != nil {
		t.Compliance = pulls(votes, groups)
	}
	return t
}

// agreedOn is the agreed level of an item in steps of its scale; NaN and false
// where none was agreed.
func agreedOn(list []decisions.Decision, lesson, indicator string, step float64) (float64, bool) {
	for i := range list {
		d := &list[i]
		if v, ok := d.Level.Value(); ok && same(d.Indicator, indicator) && same(d.Lesson, lesson) {
			return v / step, true
		}
	}
	return stats.None(stats.NoPairs).Or(nan), false
}

// pulls asks of every group that is not withheld whether the rest came to it.
func pulls(votes []rounds.Vote, groups *privacy.Groups) []Pull {
	list := []Pull{}
	for code, name := range groups.Names {
		if groups.Withheld[code] {
			continue
		}
		p := rounds.Toward(votes, func(g int32) bool { return groups.Of[g] == code })
		if p.P.Reason() == rounds.TooFewRaters {
			continue
		}
		x := Pull{name, p.Items, p.RestNearer, p.RestCould, p.GroupNearer, p.GroupCould, p.P, p.Found, ""}
		x.Sentence = x.sentence()
		list = append(list, x)
	}
	return list
}

// counted measures the counts that decisions hold, where there are second votes
// among them.
func counted(list []decisions.Decision) *Talk {
	t := &Talk{Items: []TalkItem{}, Toward: []Target{}, Compliance: []Pull{}}
	none := stats.None(PeopleUnknown)
	for i := range list {
		d := &list[i]
		before, after := d.Independent.Exact(), d.Revote.Exact()
		if !before.OK() || !after.OK() {
			continue
		}
		t.Items = append(t.Items, TalkItem{d.Lesson, d.Indicator, before, after, none, none})
		t.Raters = max(t.Raters, d.Revote.People())
	}
	if len(t.Items) == 0 {
		return nil
	}
	t.means()
	return t
}

// means are exact over the items.
func (t *Talk) means() {
	before, after, n := 0.0, 0.0, 0.0
	for _, x := range t.Items {
		if x.Before.OK() && x.After.OK() {
			before, after, n = before+x.Before.Or(0), after+x.After.Or(0), n+1
		}
	}
	t.Before, t.After, t.Knowing = stats.None(stats.NoPairs), stats.None(stats.NoPairs), stats.None(stats.NoPairs)
	if n > 0 {
		t.Before, t.After, t.Knowing = stats.Of(before/n), stats.Of(after/n), stats.Of((after-before)/n)
	}
}

// groupsOf reads the groups of a further column; nil where there is none.
func (s *series) groupsOf(by string) *privacy.Groups {
	c, ok := s.table.Column(by)
	if by == "" || !ok || slices.Contains([]string{"round", "lesson", "indicator", "rater"}, by) {
		return nil
	}
	return privacy.GroupRaters(s.table, c)
}
