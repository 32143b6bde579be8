package hypothesis

import (
	"slices"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
)

// spaced are the marks that set the parts of a header apart by themselves,
// the plainest first.
var spaced = []string{" | ", " > ", " :: ", " - ", " – ", " — ", ": ", " / "}

// splitHeads cuts headers in two where they share what stands before a mark,
// or name a lesson before or after one.
func splitHeads(heads []head, lessons bool) {
	for _, mark := range append(slices.Clone(spaced), "_", ".") {
		count := map[string]int{}
		for _, h := range heads {
			if before, after, ok := strings.Cut(h.Text, mark); ok && !h.Split && after != "" {
				count[cell.Fold(before)]++
			}
		}
		for i := range heads {
			h := &heads[i]
			before, after, ok := strings.Cut(h.Text, mark)
			if !ok || h.Split || before == "" || after == "" {
				continue
			}
			bare := mark == "_" || mark == "."
			switch id, _ := header.CutID(after); {
			case bare && !header.LooksLesson(before) && !header.LooksLesson(after):
				continue // Q1_1 and S1.Q1 are ids
			case bare && lessons && !header.LooksLesson(before):
				continue
			case count[cell.Fold(before)] < 2 && (id == "" || header.LooksItem(before) >= 0.9):
				continue
			}
			h.Outer, h.Inner, h.Split = cell.Clean(before), cell.Clean(after), true
		}
	}
	for i := range heads {
		h := &heads[i]
		if h.Split {
			continue
		}
		if lesson, rest, ok := header.CutLesson(h.Text); ok {
			h.Outer, h.Inner, h.Split = lesson, rest, true
		}
	}
}

// splitInner cuts off what the lines of a grid share with its question, where
// the question stands before each of them.
func splitInner(heads []head) {
	for _, mark := range []string{" - ", " – ", ": "} {
		count := map[string]int{}
		key := func(h head) string {
			before, _, ok := strings.Cut(h.Inner, mark)
			if id, _ := header.CutID(before); !ok || !h.Split || id == before {
				return ""
			}
			return cell.Fold(h.Outer) + "\x00" + cell.Fold(before)
		}
		for _, h := range heads {
			count[key(h)]++
		}
		for i := range heads {
			if k := key(heads[i]); k != "" && count[k] > 1 {
				_, after, _ := strings.Cut(heads[i].Inner, mark)
				heads[i].Inner = cell.Clean(after)
			}
		}
	}
}

// partFacets returns the lesson and indicator of headers in parts.
func partFacets(heads []head, lessons bool) (out []layout.Facets, asked bool) {
	outers, inners, recurring := map[string]int{}, map[string]int{}, false
	for _, h := range heads {
		if h.Split {
			outers[cell.Fold(h.Outer)]++
			inners[cell.Fold(h.Inner)]++
			recurring = recurring || inners[cell.Fold(h.Inner)] > 1
		}
	}
	swap := recurring && innerIsLesson(heads, outers, inners)
	out = make([]layout.Facets, len(heads))
	for i, h := range heads {
		out[i] = facetsOf(h, recurring && !lessons, swap)
		switch {
		case h.Split:
		case header.LooksLesson(h.Text) && !lessons:
			out[i] = layout.Facets{Lesson: h.Text, Indicator: layout.OneIndicator}
		default:
			out[i] = layout.Facets{Indicator: h.Text}
		}
	}
	if !lessons {
		asked = repeats(heads, out)
	}
	return out, asked
}

// facetsOf reads the two parts of one header.
func facetsOf(h head, recurring, swap bool) layout.Facets {
	if f, ok := header.Named(h.Inner); ok && f == layout.Score {
		if lesson, rest, ok := header.CutLesson(h.Outer); ok {
			return layout.Facets{Lesson: lesson, Indicator: rest}
		}
		return layout.Facets{Indicator: h.Outer}
	}
	outer, inner := lessonOf(h.Outer), lessonOf(h.Inner)
	switch {
	case outer != "" && inner == "":
		return layout.Facets{Lesson: outer, Indicator: h.Inner}
	case inner != "" && outer == "":
		return layout.Facets{Lesson: inner, Indicator: h.Outer}
	case recurring && swap:
		return layout.Facets{Lesson: h.Inner, Indicator: h.Outer}
	case recurring:
		return layout.Facets{Lesson: h.Outer, Indicator: h.Inner}
	}
	return layout.Facets{Indicator: h.Inner}
}

// lessonOf returns the lesson that a part of a header names, alone ("L1",
// "Lesson 2 - Math") or among other words ("Rate lesson 2").
func lessonOf(part string) string {
	if header.LooksLesson(part) {
		if short, _, ok := header.CutLesson(part); ok && (strings.HasSuffix(part, "?") || len(cell.Words(part)) > 6) {
			return short
		}
		return part
	}
	if m := header.LessonInside.FindStringSubmatch(part); m != nil && header.LooksItem(part) < 0.9 {
		return m[1]
	}
	return ""
}

// innerIsLesson decides, where the lines under the questions recur, which of
// the two is the indicator: the part that looks more like one; else the part
// of which there are more.
func innerIsLesson(heads []head, outers, inners map[string]int) bool {
	var outerItems, innerItems float64
	aspect := true
	for _, h := range heads {
		if h.Split {
			outerItems += header.LooksItem(h.Outer)
			innerItems += header.LooksItem(h.Inner)
			aspect = aspect && header.Aspects.MatchString(h.Inner)
		}
	}
	switch {
	case aspect:
		return true
	case innerItems != outerItems:
		return outerItems > innerItems
	}
	return len(outers) > len(inners)
}

// repeats finds questions that a form asked again, with a number put behind
// the text or none: each time is another lesson.
func repeats(heads []head, out []layout.Facets) bool {
	base := map[string]bool{}
	for i := range out {
		base[cell.Fold(out[i].Indicator)] = true
	}
	type asked struct {
		layout.Facets
		time int
	}
	all := make([]asked, len(out))
	most := 1
	seen := map[string]int{}
	for i := range out {
		all[i] = asked{out[i], 1}
		m := header.Numbered.FindStringSubmatch(out[i].Indicator)
		if m != nil && base[cell.Fold(m[1])] {
			all[i].Indicator = cell.Clean(m[1])
			all[i].time, _ = strconv.Atoi(m[2])
		} else {
			key := cell.Fold(out[i].Lesson) + "\x00" + cell.Fold(out[i].Indicator)
			seen[key]++
			all[i].time = seen[key]
		}
		most = max(most, all[i].time)
	}
	if most < 2 || slices.ContainsFunc(out, func(f layout.Facets) bool { return f.Lesson != "" }) {
		return false
	}
	for i := range all {
		out[i] = layout.Facets{Indicator: all[i].Indicator, Lesson: "Lesson " + strconv.Itoa(all[i].time)}
	}
	return true
}

// keepApart gives headers their whole text where their short names are not all
// different.
func keepApart(heads []head, facets []layout.Facets) {
	count := map[layout.Facets]int{}
	for _, x := range facets {
		count[x]++
	}
	for i, x := range facets {
		if count[x] > 1 {
			text := heads[i].Text
			if text == "" || heads[i].Banner {
				text = cell.Clean(heads[i].Outer + " " + heads[i].Inner)
			}
			facets[i].Indicator = text
		}
	}
}
