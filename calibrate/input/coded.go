package input

import (
	"cmp"
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/entries"
	"github.com/cb401426/calibrate/calibrate/input/naming"
	"github.com/cb401426/calibrate/calibrate/input/sheets"
	"github.com/cb401426/calibrate/stats/rating"
)

// coded makes the Table of the entries' codes, without a detour by their
// names; false where a scale has more levels than the codes have room for.
func coded(r *entries.Entries, values []value, scales []rating.Scale, scaleOf map[string]int) (*rating.Table, bool) {
	for _, s := range scales {
		if len(s.Levels) >= rating.CodedBlank {
			return nil, false
		}
	}
	used := usedBy(r, values)
	out := &rating.Codes{Scales: scales}
	var raterAt, lessonAt, indicatorAt, roundAt []int32
	out.Raters, raterAt = used.raters.sorted(&r.Raters)
	out.Lessons, lessonAt = used.lessons.sorted(&r.Lessons)
	out.Indicators, indicatorAt = used.indicators.sorted(&r.Indicators)
	out.Rounds, roundAt = codedRounds(r, values)
	for _, name := range out.Indicators {
		out.ScaleOf = append(out.ScaleOf, scaleOf[name])
	}
	groupAt := make([][]int32, len(r.Groups))
	for g := range r.Groups {
		column := rating.ColumnName{Name: r.Groups[g].Name}
		column.Levels, groupAt[g] = used.groups[g].sorted(&r.Groups[g].Values)
		out.Columns = append(out.Columns, column)
	}
	items, itemOf := codedItems(r, values, roundAt, lessonAt, indicatorAt)
	scaleAt := out.ScaleOf
	many := unfold(r, values, items, itemOf)
	many.items(out, items)
	texts, spans := keepReasons(r, values)
	if spans != nil {
		out.Texts = texts
	}
	out.Shards = []rating.CodedShard{{Parts: 1, Part: func(_ int, _ bool, into *rating.CodedPart) {
		into.Resize(many.ratings, len(r.Groups), spans != nil)
		for k, place := range many.all(itemOf) {
			v, e := &values[place.value], &r.All[values[place.value].entry]
			into.Item[k], into.Rater[k] = uint32(place.item), raterAt[e.Rater]
			switch v.verdict.State {
			case rating.Scored:
				level, _ := scales[scaleAt[indicatorAt[e.Indicator]]].Index(v.verdict.Value)
				into.Level[k] = uint8(level)
			case rating.NotObserved:
				into.Level[k] = rating.CodedNotObserved
			default:
				into.Level[k] = rating.CodedBlank
			}
			for g := range r.Groups {
				into.Others[g][k] = -1
				if code := r.GroupCode(e, g); code >= 0 {
					into.Others[g][k] = groupAt[g][code]
				}
			}
			if spans != nil {
				into.Reasons[k] = spans[place.value]
			}
		}
	}}}
	return rating.FromCodes(out)
}

// A usage is which codes of names occur.
type usage []bool

// sorted returns the names that occur in natural order, and the place of each
// code among them.
func (u usage) sorted(set *naming.Set) ([]string, []int32) {
	var names []string
	at := make([]int32, len(u))
	for code, ok := range u {
		if at[code] = -1; ok {
			at[code] = int32(len(names))
			names = append(names, set.Name(int32(code)))
		}
	}
	sorted, place := rating.SortNatural(names)
	for code := range at {
		if at[code] >= 0 {
			at[code] = place[at[code]]
		}
	}
	return sorted, at
}

// usages are the names that values use.
type usages struct {
	raters, lessons, indicators usage
	groups                      []usage
}

func usedBy(r *entries.Entries, values []value) usages {
	u := newUsages(r)
	for i := range values {
		e := &r.All[values[i].entry]
		u.raters[e.Rater], u.lessons[e.Lesson], u.indicators[e.Indicator] = true, true, true
		for g := range r.Groups {
			if code := r.GroupCode(e, g); code >= 0 {
				u.groups[g][code] = true
			}
		}
	}
	return u
}

// codedRounds returns the rounds of the Table in natural order, and which is
// each value's.
func codedRounds(r *entries.Entries, values []value) (names []string, at []int32) {
	name := r.RoundNames()
	codes, first := map[[2]int32]int32{}, map[string]int32{}
	at = make([]int32, len(values))
	for k := range values {
		e := &r.All[values[k].entry]
		key := [2]int32{e.Round, e.Segment}
		code, ok := codes[key]
		if !ok {
			text := name(e)
			if code, ok = first[text]; !ok {
				code = int32(len(names))
				names, first[text] = append(names, text), code
			}
			codes[key] = code
		}
		at[k] = code
	}
	sorted, place := rating.SortNatural(names)
	for k := range at {
		at[k] = place[at[k]]
	}
	return sorted, at
}

// codedItems returns the items in the Table's order, and which is each value's.
func codedItems(r *entries.Entries, values []value, roundAt, lessonAt, indicatorAt []int32) (items []rating.Item, of []int32) {
	of = make([]int32, len(values))
	seen := map[rating.Item]int32{}
	last, lastCode := rating.Item{Lesson: -1}, int32(-1)
	for k := range values {
		e := &r.All[values[k].entry]
		item := rating.Item{Lesson: lessonAt[e.Lesson], Indicator: indicatorAt[e.Indicator], Round: roundAt[k]}
		if item != last {
			code, ok := seen[item]
			if !ok {
				code = int32(len(items))
				seen[item] = code
				items = append(items, item)
			}
			last, lastCode = item, code
		}
		of[k] = lastCode
	}
	order := make([]int32, len(items))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return compareItems(items[a], items[b]) })
	place := make([]int32, len(items))
	sorted := make([]rating.Item, len(items))
	for i, code := range order {
		place[code], sorted[i] = int32(i), items[code]
	}
	for k := range of {
		of[k] = place[of[k]]
	}
	return sorted, of
}

func compareItems(a, b rating.Item) int {
	return cmp.Or(cmp.Compare(a.Round, b.Round), cmp.Compare(a.Lesson, b.Lesson), cmp.Compare(a.Indicator, b.Indicator))
}

// keptTexts are reasons that are kept in memory: a Span is the position of one.
type keptTexts []string

// Text returns a reason.
func (k keptTexts) Text(s rating.Span) string { return k[s.At()] }

// keepReasons returns the reasons and where each value's stands.
func keepReasons(r *entries.Entries, values []value) (keptTexts, []rating.Span) {
	if !sheets.HasReasons(r.Sheets) {
		return nil, nil
	}
	var texts keptTexts
	spans := make([]rating.Span, len(values))
	for k := range values {
		if text := r.Reason(&r.All[values[k].entry]); text != "" {
			spans[k] = rating.NewSpan(int64(len(texts)), min(len(text), rating.MostSpan))
			texts = append(texts, text)
		}
	}
	return texts, spans
}
