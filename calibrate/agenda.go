package calibrate

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
)

// An AgendaItem is one thing to settle in the meeting. It names no one, not
// even by pseudonym: who speaks first would be known by it in every table.
type AgendaItem struct {
	Rank      int    `json:"rank" csv:"rank"`
	Minutes   int    `json:"minutes" csv:"minutes"`
	Lesson    string `json:"lesson" csv:"lesson"`
	Indicator string `json:"indicator" csv:"indicator"`
	Name      string `json:"name,omitempty" csv:"name"`
	Round     string `json:"round,omitempty" csv:"round"`
	// Boundary is the two levels between which most pairs are apart; empty
	// where all gave the same.
	Boundary []float64 `json:"boundary" csv:"-"`
	// Low and High are what those gave who speak first: of either side, those
	// whose reasons name most. High is null where it is one who could not
	// observe it.
	Low         stats.Number  `json:"low" csv:"low"`
	High        stats.Number  `json:"high" csv:"high"`
	Spread      []LevelCount  `json:"spread" csv:"-"`
	NotObserved int           `json:"not_observed" csv:"not_observed"`
	Reading     Label         `json:"reading" csv:"reading"`
	Question    string        `json:"question" csv:"question"`
	Why         string        `json:"why" csv:"why"`
	Quotes      []Quote       `json:"quotes" csv:"-"`
	Levels      []AgendaLevel `json:"levels" csv:"-"`
}

// An AgendaLevel is a level at stake, in the rubric's words where the rubric
// has them.
type AgendaLevel struct {
	Value float64 `json:"value"`
	Label string  `json:"label,omitempty"`
	Words string  `json:"words,omitempty"`
}

// planner plans a meeting.
type planner struct {
	study   Study
	options Options
	m       *measures
	written *written
	unseen  []int // who marked each item "not observed"
	report  *Report
}

// plan lists what to settle, what wins most first.
func (a *planner) plan() {
	a.report.Agenda = []AgendaItem{}
	items := a.toSettle()
	meeting := newMeeting(a.options.Minutes, len(items), a.options.Items)
	for k, item := range items[:meeting.items] {
		a.report.Agenda = append(a.report.Agenda, a.agendaItem(k, item, meeting))
	}
	meeting.NextLesson = nextLesson(a.report)
	a.report.Meeting = &meeting.Meeting
}

// toSettle returns the items that a meeting can settle: first those whose
// raters differ, then those that some could not observe, then those where the
// same rating may be luck.
func (a *planner) toSettle() []int {
	var differ, unseen, lucky []int
	for _, item := range a.m.ranked() {
		switch it := &a.m.items[item]; {
		case it.ratings >= 2 && it.exact < 1:
			differ = append(differ, item)
		case it.ratings > 0 && a.unseen[item] > 0:
			unseen = append(unseen, item)
		case a.readingOf(item).Name() == string(Lucky):
			lucky = append(lucky, item)
		}
	}
	return append(append(differ, unseen...), lucky...)
}

// readingOf is the quadrant that an item may be in.
func (a *planner) readingOf(item int) Label {
	if r := a.written.itemOf(item); r != nil {
		return r.Reading
	}
	return noLabel(tooFewReasons)
}

// agendaItem is one thing to settle.
func (a *planner) agendaItem(k, item int, m plannedMeeting) AgendaItem {
	x := AgendaItem{
		Rank: k + 1, Minutes: m.minutesOf(k), Reading: a.readingOf(item), Quotes: []Quote{},
		NotObserved: a.unseen[item], Spread: a.m.levelCounts(item), Boundary: []float64{},
	}
	x.Lesson, x.Indicator, x.Round = itemNames(a.study.Table, item)
	x.Name = a.study.Names[x.Indicator]
	low, high, apart := a.m.boundary([]int{item})
	if apart {
		x.Boundary = []float64{low, high}
		x.Levels = a.levels(item, low, high)
	} else {
		low = x.Spread[0].Value
		high = low
		x.Levels = a.levels(item, low)
	}
	from := a.written.ends(int32(item), x.Reading.Name())
	if x.aboutUnseen() {
		low = x.commonest()
		from = a.written.unseenEnds(int32(item), low)
		x.Levels = a.levels(item, low)
	}
	x.Low, x.High = a.speakers(item, from, low, high)
	if x.aboutUnseen() {
		x.High = stats.None(noScore)
	}
	if !a.options.NoQuotes {
		x.Quotes = a.written.quotesOf(from)
	}
	x.Question = a.question(&x, item)
	x.Why = a.why(&x, item)
	return x
}

// speakers are what those gave who speak first. Where a side wrote no reason
// it is the end of that side.
func (a *planner) speakers(item int, from ends, low, high float64) (stats.Number, stats.Number) {
	counts := a.m.levelCounts(item)
	first, last := min(low, counts[0].Value), max(high, counts[len(counts)-1].Value)
	return stats.Of(a.written.scoreOf(from.low).Or(first)), stats.Of(a.written.scoreOf(from.high).Or(last))
}

// levels are the levels at stake with what the rubric says of them.
func (a *planner) levels(item int, values ...float64) []AgendaLevel {
	_, indicator, _ := itemNames(a.study.Table, item)
	list := make([]AgendaLevel, len(values))
	for k, v := range values {
		list[k] = AgendaLevel{Value: v, Words: a.study.wordsOf(indicator, v)}
		for _, l := range a.m.scaleOf(item).scale.Levels {
			if l.Value == v {
				list[k].Label = l.Label
			}
		}
	}
	return list
}

// why says what settling an item would win.
func (a *planner) why(x *AgendaItem, item int) string {
	it := &a.m.items[item]
	if it.ratings < 2 || it.exact == 1 {
		if x.NotObserved > 0 {
			return "Some rated it and some did not observe it: two readings of the same lesson."
		}
		return "All gave the same, but for reasons that do not meet: the agreement may be luck."
	}
	now, _ := a.report.Alignment.Exact.Value.Value()
	n := float64(a.report.Input.ItemsInPairs)
	s := fmt.Sprintf("Settled, it would lift the same rating from %s to %s of pairs",
		wording.PercentOf(now), wording.PercentOf(now+(1-it.exact)/n))
	if distance, ok := a.report.Alignment.Distance.Value.Value(); ok && distance > 0 {
		s += fmt.Sprintf("; it holds %s of the distance", wording.PercentOf(a.m.contribution(item)/distance))
	}
	return s + "."
}
