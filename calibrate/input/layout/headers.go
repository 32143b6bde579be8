package layout

import (
	"slices"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/stats/rating"
)

// A head is the header of a column of scores, in its parts.
type head struct {
	label
	scale *rating.Scale // that the header lists
}

// heads reads the headers of columns of scores: what can be chosen and the
// words for the score are cut off.
func headsOf(f *frame, scores []int) []head {
	heads := make([]head, len(scores))
	scales := map[string]*rating.Scale{}
	for k, i := range scores {
		heads[k].label = f.columns[i].label
		h := &heads[k]
		if h.split { // "Questioning [score]", or score below Questioning, is of Questioning
			if g, ok := Named(h.inner); ok && g == Score && looksItem(h.outer) >= 0 {
				h.text, h.split = h.outer, false
			}
		}
		if text, options, ok := cutOptions(h.text); ok && (!h.split || h.banner) {
			if scales[cell.Fold(options)] == nil {
				s, _ := parseOptions(options)
				scales[cell.Fold(options)] = &s
			}
			h.text, h.scale = text, scales[cell.Fold(options)]
		}
	}
	cutScoreWords(heads)
	return heads
}

// cutOptions cuts "Purpose (1-4)" into the name and what can be chosen.
func cutOptions(text string) (name, options string, ok bool) {
	i := strings.LastIndex(text, "(")
	if i <= 0 || !strings.HasSuffix(text, ")") {
		return text, "", false
	}
	options = strings.TrimSpace(text[i+1 : len(text)-1])
	if _, ok := parseOptions(options); !ok {
		return text, "", false
	}
	return cell.Clean(text[:i]), options, true
}

// cutScoreWords cuts the word for the score off headers such as "3b Score",
// where all of them have one and differ without it.
func cutScoreWords(heads []head) {
	cut := make([]string, len(heads))
	seen := map[string]bool{}
	for i, h := range heads {
		rest, ok := cutWord(h.text)
		if !ok || h.split || seen[rest] {
			return
		}
		seen[rest], cut[i] = true, rest
	}
	for i := range heads {
		heads[i].text = cut[i]
	}
}

// cutWord cuts the word for the score off the end of a header.
func cutWord(text string) (rest string, ok bool) {
	k := strings.LastIndexAny(text, " _:-")
	if k <= 0 {
		return "", false
	}
	rest = strings.TrimRight(text[:k], " _:-–")
	g, ok := Named(text[k+1:])
	return cell.Clean(rest), ok && g == Score && rest != ""
}

// spaced are the marks that set the parts of a header apart by themselves,
// the plainest first.
var spaced = []string{" | ", " > ", " :: ", " - ", " – ", " — ", ": ", " / "}

// splitHeads cuts headers in two where they share what stands before a mark,
// or name a lesson before or after one.
func splitHeads(heads []head, lessons bool) {
	for _, mark := range append(slices.Clone(spaced), "_", ".") {
		count := map[string]int{}
		for _, h := range heads {
			if before, after, ok := strings.Cut(h.text, mark); ok && !h.split && after != "" {
				count[cell.Fold(before)]++
			}
		}
		for i := range heads {
			h := &heads[i]
			before, after, ok := strings.Cut(h.text, mark)
			if !ok || h.split || before == "" || after == "" {
				continue
			}
			bare := mark == "_" || mark == "."
			switch id, _ := CutID(after); {
			case bare && !LooksLesson(before) && !LooksLesson(after):
				continue // Q1_1 and S1.Q1 are ids
			case bare && lessons && !LooksLesson(before):
				continue
			case count[cell.Fold(before)] < 2 && (id == "" || looksItem(before) >= 0.9):
				continue
			}
			h.outer, h.inner, h.split = cell.Clean(before), cell.Clean(after), true
		}
	}
	for i := range heads {
		h := &heads[i]
		if h.split {
			continue
		}
		if lesson, rest, ok := cutLesson(h.text); ok {
			h.outer, h.inner, h.split = lesson, rest, true
		}
	}
}

// splitInner cuts off what the lines of a grid share with its question, where
// the question stands before each of them.
func splitInner(heads []head) {
	for _, mark := range []string{" - ", " – ", ": "} {
		count := map[string]int{}
		key := func(h head) string {
			before, _, ok := strings.Cut(h.inner, mark)
			if id, _ := CutID(before); !ok || !h.split || id == before {
				return ""
			}
			return cell.Fold(h.outer) + "\x00" + cell.Fold(before)
		}
		for _, h := range heads {
			count[key(h)]++
		}
		for i := range heads {
			if k := key(heads[i]); k != "" && count[k] > 1 {
				_, after, _ := strings.Cut(heads[i].inner, mark)
				heads[i].inner = cell.Clean(after)
			}
		}
	}
}

// indicatorHeads says of every column of scores which indicator it holds, and
// which lesson where the header says so.
func indicatorHeads(f *frame, scores []int, lessons bool) ([]Facets, []*rating.Scale) {
	heads := headsOf(f, scores)
	splitHeads(heads, lessons)
	splitInner(heads)
	out, asked := partFacets(heads, lessons)
	f.asked = asked
	keepApart(heads, out, scores)
	scales := make([]*rating.Scale, len(heads))
	for i := range heads {
		scales[i] = heads[i].scale
	}
	return out, scales
}

// keepApart gives headers their whole text where their short names are not all
// different, or one is the id of a rubric's indicator that another also names.
func keepApart(heads []head, facets []Facets, scores []int) {
	count := map[Facets]int{}
	for _, x := range facets {
		count[x]++
	}
	for i, x := range facets {
		if count[x] > 1 {
			text := heads[i].text
			if text == "" || heads[i].banner {
				text = cell.Clean(heads[i].outer + " " + heads[i].inner)
			}
			facets[i].Indicator = text
		}
	}
}

// partFacets returns the lesson and indicator of headers in parts.
func partFacets(heads []head, lessons bool) (out []Facets, asked bool) {
	outers, inners, recurring := map[string]int{}, map[string]int{}, false
	for _, h := range heads {
		if h.split {
			outers[cell.Fold(h.outer)]++
			inners[cell.Fold(h.inner)]++
			recurring = recurring || inners[cell.Fold(h.inner)] > 1
		}
	}
	swap := recurring && innerIsLesson(heads, outers, inners)
	out = make([]Facets, len(heads))
	for i, h := range heads {
		out[i] = facetsOf(h, recurring && !lessons, swap)
		switch {
		case h.split:
		case LooksLesson(h.text) && !lessons:
			out[i] = Facets{Lesson: h.text, Indicator: OneIndicator}
		default:
			out[i] = Facets{Indicator: h.text}
		}
	}
	if !lessons {
		asked = repeats(heads, out)
	}
	return out, asked
}

// facetsOf reads the two parts of one header.
func facetsOf(h head, recurring, swap bool) Facets {
	if f, ok := Named(h.inner); ok && f == Score {
		if lesson, rest, ok := cutLesson(h.outer); ok {
			return Facets{Lesson: lesson, Indicator: rest}
		}
		return Facets{Indicator: h.outer}
	}
	outer, inner := lessonOf(h.outer), lessonOf(h.inner)
	switch {
	case outer != "" && inner == "":
		return Facets{Lesson: outer, Indicator: h.inner}
	case inner != "" && outer == "":
		return Facets{Lesson: inner, Indicator: h.outer}
	case recurring && swap:
		return Facets{Lesson: h.inner, Indicator: h.outer}
	case recurring:
		return Facets{Lesson: h.outer, Indicator: h.inner}
	}
	return Facets{Indicator: h.inner}
}

// lessonOf returns the lesson that a part of a header names, alone ("L1",
// "Lesson 2 - Math") or among other words ("Rate lesson 2").
func lessonOf(part string) string {
	if LooksLesson(part) {
		if short, _, ok := cutLesson(part); ok && (strings.HasSuffix(part, "?") || len(cell.Words(part)) > 6) {
			return short
		}
		return part
	}
	if m := lessonInside.FindStringSubmatch(part); m != nil && looksItem(part) < 0.9 {
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
		if h.split {
			outerItems += looksItem(h.outer)
			innerItems += looksItem(h.inner)
			aspect = aspect && aspects.MatchString(h.inner)
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
func repeats(heads []head, out []Facets) bool {
	base := map[string]bool{}
	for i := range out {
		base[cell.Fold(out[i].Indicator)] = true
	}
	type asked struct {
		Facets
		time int
	}
	all := make([]asked, len(out))
	most := 1
	seen := map[string]int{}
	for i := range out {
		all[i] = asked{out[i], 1}
		m := numbered.FindStringSubmatch(out[i].Indicator)
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
	if most < 2 || slices.ContainsFunc(out, func(f Facets) bool { return f.Lesson != "" }) {
		return false
	}
	for i := range all {
		out[i] = Facets{Indicator: all[i].Indicator, Lesson: "Lesson " + strconv.Itoa(all[i].time)}
	}
	return true
}
