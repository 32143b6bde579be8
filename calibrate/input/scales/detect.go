package scales

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

// A likeness is a built-in rubric that the indicators may be of.
type likeness struct {
	rubric *rubric.Rubric
	named  int // indicators whose long name is the rubric's too, or nearly
}

// detectRubric finds the built-in rubric that the indicators are of: every
// one of them is in it by id or name, no long name says otherwise, and every
// cell fits its scales. Where several do, the one with the most names wins;
// the names must speak, or three ids or more.
func (r *finder) detectRubric(all []evidence, out []*Meter) bool {
	found := likenesses(r.Cells, all, out)
	if len(found) == 0 {
		return false
	}
	for _, other := range found[1:] {
		if !sameScales(found[0].rubric, other.rubric) {
			return false
		}
	}
	best := found[0].rubric
	for i, m := range r.rubricMeters(best, rating.Detected) {
		if out[i] == nil {
			out[i] = m
		}
	}
	r.found.Rubric, r.found.Detected = best, true
	text := "the indicators and levels are those of " + best.Name
	var others []string
	for _, other := range found[1:] {
		others = append(others, other.rubric.ID)
	}
	longNames(r.Cells, best)
	if len(others) > 0 {
		text += fmt.Sprintf(", and so are its names here (%s fits as well)", strings.Join(others, ", "))
	}
	r.journal.Add(problem.Place{}, "detected_rubric", best.ID, "", "%s", text)
	return true
}

// likenesses returns the rubrics that fit best, in their order.
func likenesses(c *Cells, all []evidence, out []*Meter) []likeness {
	var found []likeness
	for _, p := range rubric.Presets() {
		if l, ok := likenessTo(c, p, all, out); ok {
			found = append(found, l)
		}
	}
	most := 0
	for _, l := range found {
		most = max(most, l.named)
	}
	return slices.DeleteFunc(found, func(l likeness) bool { return l.named < most })
}

// likenessTo compares the indicators with one rubric's.
func likenessTo(c *Cells, p *rubric.Rubric, all []evidence, out []*Meter) (likeness, bool) {
	l := likeness{rubric: p}
	if len(p.Indicators) == 0 {
		return l, false
	}
	ids, worded := 0, false
	for i, e := range all {
		if out[i] != nil {
			continue
		}
		name := c.Indicators[i]
		in, ok := p.Match(name)
		if !ok || !fits(newMeter(p.ScaleOf(in), rating.Detected), e) {
			return l, false
		}
		worded = worded || len(e.labels) > 0 || len(e.words) > 0
		switch long := c.LongNames[name]; {
		case long != "" && header.Overlap(long, in.Name) == 0 && header.Overlap(in.Name, long) == 0:
			return l, false
		case long != "" || strings.EqualFold(name, in.Name):
			l.named++
		}
		if header.HasDigit(name) && (header.HasLetter(name) || strings.Contains(name, ".")) {
			ids++
		}
	}
	return l, l.named > 0 || ids >= 3 || ids > 0 && worded
}

// sameScales reports whether two rubrics have the same levels and labels.
func sameScales(a, b *rubric.Rubric) bool {
	if len(a.Scales) != len(b.Scales) {
		return false
	}
	for i := range a.Scales {
		if fmt.Sprint(a.Scales[i].Levels) != fmt.Sprint(b.Scales[i].Levels) {
			return false
		}
	}
	return true
}

// longNames notes the rubric's names of indicators for which the file has
// none. Several editions may fit: those of the best are shown, and the note on
// the rubric says which it is.
func longNames(c *Cells, of *rubric.Rubric) {
	for i := range len(c.Indicators) {
		name := c.Indicators[i]
		in, ok := of.Match(name)
		if ok && in.Name != "" && in.Name != name && c.LongNames[name] == "" {
			c.LongNames[name] = in.Name
		}
	}
}
