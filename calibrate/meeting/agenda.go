package meeting

import (
	"fmt"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/reasons"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/team"
)

// Planner plans a meeting.
type Planner struct {
	Study   calibrate.Study
	Options calibrate.Options
	M       *team.Stats
	Written *reasons.Reader
	Unseen  []int // who marked each item "not observed"
	Report  *calibrate.Report

	often []often // by indicator, once it is asked for
}

// Plan lists what to settle: first the indicators that miss the standard, of
// them what wins most, and each indicator in one lesson before any in two.
func (a *Planner) Plan() {
	a.Report.Agenda = []calibrate.AgendaItem{}
	items := a.toSettle()
	meeting := newMeeting(a.Options.Minutes, len(items), a.Options.Items)
	for k, item := range items[:meeting.items] {
		a.Report.Agenda = append(a.Report.Agenda, a.agendaItem(k, item, meeting))
	}
	meeting.NextLesson = nextLesson(a.Report)
	meeting.Start = a.Options.Start
	a.Report.Meeting = &meeting.Meeting
}

// settledShare is the share of raters on one level from which an item that they
// share a reason for gets no minutes.
const settledShare = 0.8

// toSettle returns the items that a meeting can settle: first those whose
// raters differ, then those that some could not observe, then those where most
// agree: for different reasons, or with nothing seen, and last for one reason.
// Among those whose raters differ, and those that some could not observe, the
// indicators that miss the standard come first.
func (a *Planner) toSettle() []int {
	var differ, unseen, unlike, praise, shared []int
	for _, item := range a.missingFirst(team.Ranked(a.M)) {
		it := a.M.Item(item)
		reading := calibrate.Quadrant(a.readingOf(item).Name())
		agreed := it.Exact() > 0.5 && (reading == calibrate.Shared || reading == calibrate.Lucky || reading == calibrate.NothingSeen)
		switch {
		case it.Ratings >= 2 && it.Exact() < 1 && !agreed:
			differ = append(differ, item)
		case it.Ratings > 0 && a.Unseen[item] > 0:
			unseen = append(unseen, item)
		case reading == calibrate.Lucky:
			unlike = append(unlike, item)
		case reading == calibrate.NothingSeen:
			praise = append(praise, item)
		case it.Ratings >= 2 && it.Exact() < 1 && a.commonestShare(item) < settledShare:
			shared = append(shared, item)
		}
	}
	return slices.Concat(a.eachIndicatorFirst(differ), unseen, unlike, praise, shared)
}

// eachIndicatorFirst returns items with the first of each indicator before its
// others: three lessons on one indicator teach less than three indicators.
func (a *Planner) eachIndicatorFirst(items []int) []int {
	seen := map[string]bool{}
	var first, rest []int
	for _, item := range items {
		_, indicator, _ := reasons.ItemNames(a.Study.Table, item)
		if seen[indicator] {
			rest = append(rest, item)
			continue
		}
		seen[indicator] = true
		first = append(first, item)
	}
	return append(first, rest...)
}

// missingFirst returns items with those of indicators that miss the standard
// before the others.
func (a *Planner) missingFirst(items []int) []int {
	misses := map[string]bool{}
	for _, p := range a.Report.Indicators {
		misses[p.ID] = p.Meets.No()
	}
	var first, rest []int
	for _, item := range items {
		if _, indicator, _ := reasons.ItemNames(a.Study.Table, item); misses[indicator] {
			first = append(first, item)
		} else {
			rest = append(rest, item)
		}
	}
	return append(first, rest...)
}

// commonestShare is the share of the raters of an item on its commonest level.
func (a *Planner) commonestShare(item int) float64 {
	most, all := 0, 0
	for _, l := range team.LevelCounts(a.M, item) {
		most, all = max(most, l.Count), all+l.Count
	}
	return float64(most) / float64(max(1, all))
}

// readingOf is the quadrant that an item may be in.
func (a *Planner) readingOf(item int) calibrate.Label {
	if r := a.Written.ItemOf(item); r != nil {
		return r.Reading
	}
	return calibrate.NoLabel(calibrate.TooFewReasons)
}

// agendaItem is one thing to settle.
func (a *Planner) agendaItem(k, item int, m plannedMeeting) calibrate.AgendaItem {
	x := calibrate.AgendaItem{
		Rank: k + 1, Minutes: m.minutesOf(k), Reading: a.readingOf(item), Quotes: []calibrate.Quote{},
		NotObserved: a.Unseen[item], Spread: team.LevelCounts(a.M, item), Boundary: []float64{},
	}
	x.Lesson, x.Indicator, x.Round = reasons.ItemNames(a.Study.Table, item)
	x.Name, x.Agreed = a.Study.Names[x.Indicator], a.Study.Agreed[x.Indicator]
	low, high, apart := team.Boundary(a.M, []int{item})
	if apart {
		x.Boundary = []float64{low, high}
		x.Levels = a.levels(item, low, high)
	} else {
		low = x.Spread[0].Value
		high = low
		x.Levels = a.levels(item, low)
	}
	from := a.Written.Ends(int32(item), x.Reading.Name())
	if aboutUnseen(&x) {
		low = commonest(&x)
		from = a.Written.UnseenEnds(int32(item), low)
		x.Levels = a.levels(item, low)
	}
	x.Low, x.High = a.speakers(item, from, low, high)
	if aboutUnseen(&x) {
		x.High = stats.None(calibrate.NoScore)
	}
	if !a.Options.NoQuotes {
		x.Quotes = a.Written.QuotesOf(from)
	}
	x.Question = a.question(&x, item, a.M.ScaleOf(item).Levels.Levels)
	x.Why = a.why(&x, item)
	return x
}

// speakers are what those gave who speak first. Where a side wrote no reason
// it is the end of that side.
func (a *Planner) speakers(item int, from reasons.Ends, low, high float64) (stats.Number, stats.Number) {
	counts := team.LevelCounts(a.M, item)
	first, last := min(low, counts[0].Value), max(high, counts[len(counts)-1].Value)
	return stats.Of(a.Written.ScoreOf(from.Low).Or(first)), stats.Of(a.Written.ScoreOf(from.High).Or(last))
}

// levels are the levels at stake with what the rubric says of them.
func (a *Planner) levels(item int, values ...float64) []calibrate.AgendaLevel {
	_, indicator, _ := reasons.ItemNames(a.Study.Table, item)
	list := make([]calibrate.AgendaLevel, len(values))
	for k, v := range values {
		list[k] = calibrate.AgendaLevel{Value: v, Words: a.Study.WordsOf(indicator, v)}
		for _, l := range a.M.ScaleOf(item).Levels.Levels {
			if l.Value == v {
				list[k].Label = l.Label
			}
		}
	}
	return list
}

// why says what settling an item would win.
func (a *Planner) why(x *calibrate.AgendaItem, item int) string {
	it := a.M.Item(item)
	if it.Ratings < 2 || it.Exact() == 1 {
		if x.NotObserved > 0 {
			return "Some rated it and some did not observe it."
		}
		if x.Reading.Name() == string(calibrate.NothingSeen) {
			return "Everyone gave the same rating, and nobody wrote what was seen."
		}
		return "Everyone gave the same rating, for different reasons."
	}
	now, _ := a.Report.Alignment.Exact.Value.Value()
	then := now + (1-it.Exact())/float64(a.Report.Input.ItemsInPairs)
	if wording.PercentOf(now) == wording.PercentOf(then) {
		return a.howOften(item)
	}
	return fmt.Sprintf("Agreeing here would bring the team from %s to %s.", wording.PercentOf(now), wording.PercentOf(then))
}

// howOften says in how many lessons raters differ on the indicator of an item,
// where settling one lesson of many does not show in the whole.
func (a *Planner) howOften(item int) string {
	if a.often == nil {
		a.often = lessonsApart(a.M)
	}
	_, indicator, _ := reasons.ItemNames(a.Study.Table, item)
	switch of := a.often[a.M.Table.Items()[item].Indicator]; {
	case of.lessons < 2:
		return "Few are as far apart as this one."
	case of.apart == of.lessons:
		return fmt.Sprintf("You differ on %s in all %s lessons.", indicator, wording.Number(of.apart))
	default:
		return fmt.Sprintf("You differ on %s in %d of %d lessons.", indicator, of.apart, of.lessons)
	}
}

// often is in how many lessons two raters or more rated an indicator, and in
// how many of them they differ.
type often struct{ lessons, apart int }

// lessonsApart counts by indicator, in one pass over the items.
func lessonsApart(m *team.Stats) []often {
	lessons := len(m.Table.Lessons())
	out := make([]often, len(m.Table.Indicators()))
	shared, apart := make([]bool, lessons*len(out)), make([]bool, lessons*len(out))
	for i, item := range m.Table.Items() {
		at, of := int(item.Indicator)*lessons+int(item.Lesson), &out[item.Indicator]
		it := m.Item(i)
		if it.Ratings < 2 {
			continue
		}
		if !shared[at] {
			shared[at] = true
			of.lessons++
		}
		if it.Exact() < 1 && !apart[at] {
			apart[at] = true
			of.apart++
		}
	}
	return out
}
