package rounds

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats/rating"
)

// Join puts studies that are a round each into one, under the rounds' names.
// People and indicators are matched by name, case and spaces aside; an
// indicator that is not on one scale throughout is left out, with a note.
// Undeclared scales are one scale of all their levels; beside one that is known,
// an undeclared scale is that one where it has all its levels.
func Join(studies []calibrate.Study, names []string) (calibrate.Study, error) {
	j := joiner{raters: spelling{}, indicators: spelling{}, scaleOf: map[string]rating.Scale{}, apart: map[string]bool{}}
	var tables []*rating.Table
	out := calibrate.Study{Names: map[string]string{}}
	seen := map[string]bool{}
	for k, s := range studies {
		if seen[names[k]] {
			return out, fmt.Errorf("two rounds are called %q", names[k])
		}
		seen[names[k]] = true
		tables = append(tables, s.Table)
		j.scales(s.Table)
		maps.Copy(out.Names, s.Names)
		out.Notes = append(out.Notes, s.Notes...)
		out.Repairs += s.Repairs
		out.Duplicates += s.Duplicates
	}
	for _, id := range slices.Sorted(maps.Keys(j.apart)) {
		out.Notes = append(out.Notes, calibrate.Note{
			Code: "reading", Path: "/rounds", Text: fmt.Sprintf("%s is on another scale in some rounds and is left out", id),
			Fix: "name the scale with --scale or --rubric",
		})
	}
	b := rating.NewBuilder()
	for k, t := range tables {
		j.add(b, t, names[k])
	}
	scales, scaleOf := j.list()
	if len(scales) == 0 {
		return out, fmt.Errorf("no indicator is on one scale in all rounds")
	}
	out.Table = b.Build(scales, scaleOf)
	return out, nil
}

// A spelling is the first spelling of names that are alike.
type spelling map[string]string

func (s spelling) of(name string) string {
	key := strings.ToLower(strings.Join(strings.Fields(name), " "))
	if first, ok := s[key]; ok {
		return first
	}
	s[key] = name
	return name
}

// A joiner puts tables together.
type joiner struct {
	raters, indicators spelling
	scaleOf            map[string]rating.Scale // of an indicator
	apart              map[string]bool         // indicators on more than one scale
}

// scales takes in the scales of a table's indicators.
func (j *joiner) scales(t *rating.Table) {
	for code, name := range t.Indicators() {
		id, scale := j.indicators.of(name), t.Scales()[t.ScaleOf(int32(code))]
		before, ok := j.scaleOf[id]
		switch {
		case !ok || slices.Equal(before.Values(), scale.Values()):
			j.scaleOf[id] = scale
		case before.Source == rating.Observed && scale.Source == rating.Observed:
			j.scaleOf[id] = rating.NewScale(before.ID, rating.Observed, append(before.Values(), scale.Values()...)...)
		case before.Source == rating.Observed && within(before, scale):
			j.scaleOf[id] = scale
		case scale.Source == rating.Observed && within(scale, before):
		default:
			j.apart[id] = true
		}
	}
}

// within reports whether every level of a scale is one of another's.
func within(a, b rating.Scale) bool {
	return !slices.ContainsFunc(a.Values(), func(v float64) bool { return !slices.Contains(b.Values(), v) })
}

// list returns the distinct scales and which indicator is on which.
func (j *joiner) list() (scales []rating.Scale, of map[string]int) {
	of = map[string]int{}
	for _, id := range slices.Sorted(maps.Keys(j.scaleOf)) {
		if j.apart[id] {
			continue
		}
		s := j.scaleOf[id]
		k := slices.IndexFunc(scales, func(x rating.Scale) bool { return slices.Equal(x.Values(), s.Values()) })
		if k < 0 {
			k = len(scales)
			scales = append(scales, s)
		}
		of[id] = k
	}
	return scales, of
}

// add adds a table's ratings and marks.
func (j *joiner) add(b *rating.Builder, t *rating.Table, round string) {
	record := func(item, rater int32) (rating.Record, bool) {
		it := t.Items()[item]
		id := j.indicators.of(t.Indicators()[it.Indicator])
		return rating.Record{
			Round: round, Lesson: t.Lessons()[it.Lesson], Indicator: id, Rater: j.raters.of(t.Raters()[rater]),
		}, !j.apart[id]
	}
	for k, x := range t.All() {
		if r, ok := record(x.Item, x.Rater); ok {
			r.Score, r.Reason = t.Value(int(x.Item), x.Level), t.Reason(k)
			b.Add(r)
		}
	}
	for _, m := range t.Marks() {
		if r, ok := record(m.Item, m.Rater); ok {
			r.State = m.State
			b.Add(r)
		}
	}
}
