package calibrate

import (
	"fmt"
	"math"
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// A MasterScore is a line of an answer key: the agreed score of an indicator
// of a lesson, in one round or, with Round "", in every one.
type MasterScore struct {
	Lesson, Indicator, Round string
	Score                    float64
}

// Master compares the team with an answer key. Who is how far from it stands
// in private sheets only.
type Master struct {
	Raters     int               `json:"raters"`
	Items      int               `json:"items"`   // with an agreed score and a rating
	Ratings    int               `json:"ratings"` // of these items
	Exact      Figure            `json:"exact"`
	WithinOne  Figure            `json:"within_one"`
	TwoApart   Figure            `json:"two_apart"`
	Difference stats.Number      `json:"difference"` // mean of rating minus agreed score
	Kappa      stats.Number      `json:"kappa"`      // quadratic weights
	Indicators []MasterIndicator `json:"indicators"`
	Levels     []MasterLevel     `json:"levels"`
}

// MasterIndicator compares one indicator with the answer key.
type MasterIndicator struct {
	ID         string       `json:"id" csv:"id"`
	Items      int          `json:"items" csv:"items"`
	Ratings    int          `json:"ratings" csv:"ratings"`
	Exact      Figure       `json:"exact" csv:"exact"`
	WithinOne  Figure       `json:"within_one" csv:"within_one"`
	TwoApart   Figure       `json:"two_apart" csv:"two_apart"`
	Difference stats.Number `json:"difference" csv:"difference"`
}

// MasterLevel says what the team gave where the agreed score is Value: shares
// of the ratings that are below it, equal to it and above it.
type MasterLevel struct {
	Scale   string       `json:"scale,omitempty" csv:"scale"`
	Value   float64      `json:"value" csv:"value"`
	Ratings int          `json:"ratings" csv:"ratings"`
	Below   stats.Number `json:"below" csv:"below"`
	Exact   stats.Number `json:"exact" csv:"exact"`
	Above   stats.Number `json:"above" csv:"above"`
}

// NeedsMasterError says that a standard compares with an answer key and that
// the study has none, or none for what was rated.
type NeedsMasterError struct {
	Standard string // "" where a key was given that fits no rating
}

func (e *NeedsMasterError) Error() string {
	if e.Standard == "" {
		return "the answer key has no lesson and indicator that was rated"
	}
	return fmt.Sprintf("the standard %s compares with an answer key, and there is none", e.Standard)
}

// UnknownRaterError says that the rater to be taken as master is not there.
type UnknownRaterError struct{ Name string }

func (e *UnknownRaterError) Error() string {
	return fmt.Sprintf("no rater is called %q", e.Name)
}

// TakeMaster returns the study in which the ratings of one rater are the
// answer key and that rater is none of the team.
func TakeMaster(study Study, rater string) (Study, error) {
	t := study.Table
	master := slices.Index(t.Raters(), rater)
	if master < 0 {
		return study, &UnknownRaterError{rater}
	}
	study.Master = nil
	for _, r := range t.All() {
		if int(r.Rater) == master {
			it := t.Items()[r.Item]
			study.Master = append(study.Master, MasterScore{
				t.Lessons()[it.Lesson], t.Indicators()[it.Indicator], t.Rounds()[it.Round],
				t.Value(int(r.Item), r.Level),
			})
		}
	}
	study.Table = withoutRater(t, int32(master))
	return study, nil
}

// withoutRater builds the table as if a rater had not been read. The scales
// stay.
func withoutRater(t *rating.Table, out int32) *rating.Table {
	var names []string
	for _, c := range t.Columns() {
		names = append(names, c.Name)
	}
	b := rating.NewBuilder(names...)
	record := func(item, rater int32) rating.Record {
		it := t.Items()[item]
		return rating.Record{
			Rater: t.Raters()[rater], Lesson: t.Lessons()[it.Lesson], Indicator: t.Indicators()[it.Indicator],
			Round: t.Rounds()[it.Round], Columns: make([]string, len(names)),
		}
	}
	for k, r := range t.All() {
		if r.Rater == out {
			continue
		}
		x := record(r.Item, r.Rater)
		x.Score, x.Reason = t.Value(int(r.Item), r.Level), t.Reason(k)
		for c := range x.Columns {
			if code := t.Columns()[c].Code(k); code >= 0 {
				x.Columns[c] = t.Columns()[c].Levels[code]
			}
		}
		b.Add(x)
	}
	for _, mark := range t.Marks() {
		if mark.Rater != out {
			x := record(mark.Item, mark.Rater)
			x.State, x.Reason = mark.State, mark.Reason
			b.Add(x)
		}
	}
	scaleOf := map[string]int{}
	for code, id := range t.Indicators() {
		scaleOf[id] = t.ScaleOf(int32(code))
	}
	return b.Build(t.Scales(), scaleOf)
}

// keyed is the ratings against an answer key.
type keyed struct {
	m       *measures
	byItem  []*comparison // nil without an agreed score or a rating
	chances []shares      // by scale
}

// compareWithKey compares the ratings with an answer key; without one it is
// nil.
func compareWithKey(m *measures, scores []MasterScore) *keyed {
	if len(scores) == 0 {
		return nil
	}
	agreed := map[[3]string]float64{} // by round, lesson and indicator; round "" is every one
	for _, s := range scores {
		agreed[[3]string{s.Round, s.Lesson, s.Indicator}] = s.Score
	}
	k := &keyed{m: m, byItem: make([]*comparison, len(m.items))}
	for _, i := range m.all() {
		it := m.table.Items()[i]
		lesson, indicator := m.table.Lessons()[it.Lesson], m.table.Indicators()[it.Indicator]
		score, ok := agreed[[3]string{m.table.Rounds()[it.Round], lesson, indicator}]
		if !ok {
			score, ok = agreed[[3]string{"", lesson, indicator}]
		}
		if ok {
			k.byItem[i] = m.compareItem(i, score)
		}
	}
	k.chances = k.drawChances()
	return k
}

// comparison is the ratings of an item against its agreed score.
type comparison struct {
	item       int
	score      float64
	scores     []float64 // of the raters, in the order of the row
	near       []shares
	mean       shares
	difference float64
}

// compareItem compares the ratings of an item with its agreed score.
func (m *measures) compareItem(i int, score float64) *comparison {
	_, levels := m.table.Row(i)
	c, n := &comparison{item: i, score: score}, float64(len(levels))
	for _, level := range levels {
		v := m.table.Value(i, level)
		near := m.scaleOf(i).nearness(v, score)
		c.scores, c.near = append(c.scores, v), append(c.near, near)
		c.mean.exact += near.exact / n
		c.mean.withinOne += near.withinOne / n
		c.mean.twoApart += near.twoApart / n
		c.difference += (v - score) / n
	}
	return c
}

// compared returns those of some items that have an agreed score and a rating.
func (k *keyed) compared(items []int) []*comparison {
	var list []*comparison
	if k == nil {
		return nil
	}
	for _, i := range items {
		if c := k.byItem[i]; c != nil {
			list = append(list, c)
		}
	}
	return list
}

// all returns all items that have an agreed score and a rating.
func (k *keyed) all() []*comparison {
	if k == nil {
		return nil
	}
	return k.compared(k.m.all())
}

// nearness says how near two scores are.
func (s *scaleMeasures) nearness(x, y float64) shares {
	switch difference := math.Abs(x - y); {
	case difference < s.step*1e-9:
		return shares{exact: 1, withinOne: 1}
	case difference <= s.step*(1+1e-9):
		return shares{withinOne: 1}
	}
	return shares{twoApart: 1}
}

// figures are the three figures of items against the answer key: for
// each item the share of its ratings, then the plain mean over items. Chance
// is a rating and an agreed score of the scale drawn apart from each other.
func (k *keyed) figures(items []int) figures {
	list := k.compared(items)
	if len(list) == 0 {
		none := Figure{}.orNoMaster()
		return figures{none, none, none}
	}
	m := k.m
	one := func(of func(shares) float64) Figure {
		var f Figure
		var values, chance []observation
		for _, c := range list {
			it := m.table.Items()[c.item]
			values = append(values, observation{of(c.mean), true, it.Lesson})
			chance = append(chance, observation{of(k.chances[m.table.ScaleOf(it.Indicator)]), true, it.Lesson})
			f.Pairs += len(c.near)
		}
		f.Value, f.Chance = mean(values), mean(chance)
		f.Lower, f.Upper = limits(values, m.unit, m.options.confidence)
		return f.orNoMaster()
	}
	f := figures{
		one(func(s shares) float64 { return s.exact }),
		one(func(s shares) float64 { return s.withinOne }),
		one(func(s shares) float64 { return s.twoApart }),
	}
	if v, ok := f.exact.Value.Value(); ok && v == 1 {
		f.unanimous(len(list), m.options.confidence)
	}
	return f
}

// orNoMaster gives a figure without items the reason that there is no agreed
// score.
func (f Figure) orNoMaster() Figure {
	if f.Value.OK() {
		return f
	}
	none := stats.None(noMaster)
	return Figure{Value: none, Chance: none, Lower: none, Upper: none}
}

// drawChances is, for each scale, how near a rating and an agreed score are
// that are drawn apart from each other, from all that are compared.
func (k *keyed) drawChances() []shares {
	type margins struct {
		ratings, agreed map[float64]int
		n               float64
	}
	m := k.m
	scales := make([]margins, len(m.scales))
	for _, c := range k.all() {
		s := &scales[m.table.ScaleOf(m.table.Items()[c.item].Indicator)]
		if s.ratings == nil {
			s.ratings, s.agreed = map[float64]int{}, map[float64]int{}
		}
		for _, v := range c.scores {
			s.ratings[v]++
			s.agreed[c.score]++
			s.n++
		}
	}
	list := make([]shares, len(scales))
	for at, s := range scales {
		for _, x := range sortedKeys(s.ratings) {
			for _, y := range sortedKeys(s.agreed) {
				p := float64(s.ratings[x]) * float64(s.agreed[y]) / (s.n * s.n)
				near := m.scales[at].nearness(x, y)
				list[at].exact += p * near.exact
				list[at].withinOne += p * near.withinOne
				list[at].twoApart += p * near.twoApart
			}
		}
	}
	return list
}

// sortedKeys returns the keys of a count in order.
func sortedKeys(count map[float64]int) []float64 {
	keys := make([]float64, 0, len(count))
	for k := range count {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
