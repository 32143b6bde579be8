package input

import (
	"slices"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/stats/rating"
)

// nameScores says of every column of scores which indicator it holds, and
// which lesson where the header says so.
func (r *recogniser) nameScores(f *frame, columns []column) {
	var scores []label
	scales := map[string]*rating.Scale{}
	for _, i := range scoresOf(columns) {
		l := f.labels[i]
		if text, options, ok := cutOptions(l.text); ok && !l.split {
			if scales[fold(options)] == nil {
				s, _ := parseOptions(options)
				scales[fold(options)] = &s
			}
			l.text, columns[i].scale = text, scales[fold(options)]
		}
		scores = append(scores, l)
	}
	cutScoreWords(scores)
	splitShared(scores)
	splitInner(scores)
	lessons := hasField(columns, fieldLesson) || f.facets.lesson != ""
	all, asked := partFacets(scores, lessons)
	f.asked = asked
	for k, facet := range all {
		columns[scoresOf(columns)[k]].facets = facet
	}
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
	return clean(text[:i]), options, true
}

// cutScoreWords cuts the word for the score off headers such as "3b Score",
// where all of them end in one.
func cutScoreWords(scores []label) {
	cut := make([]string, len(scores))
	for i, l := range scores {
		before, last := "", l.text
		if k := strings.LastIndexAny(l.text, " _:-"); k > 0 {
			before, last = strings.TrimRight(l.text[:k], " _:-–"), l.text[k+1:]
		}
		if f, ok := named(last); !ok || f != fieldScore || before == "" || l.split {
			return
		}
		cut[i] = clean(before)
	}
	for i := range scores {
		scores[i].text = cut[i]
	}
}

// separators may stand between the parts of a header, the plainest first.
var separators = []string{" | ", " > ", " :: ", " - ", " – ", " — ", ": ", " / ", "_", "."}

// splitShared cuts headers in two where they share what stands before a
// separator, or name a lesson before or after one.
func splitShared(scores []label) {
	for _, separator := range separators {
		count := map[string]int{}
		for _, l := range scores {
			if before, after, ok := strings.Cut(l.text, separator); ok && !l.split && after != "" {
				count[fold(before)]++
			}
		}
		for i := range scores {
			l := &scores[i]
			before, after, ok := strings.Cut(l.text, separator)
			if !ok || l.split || before == "" || after == "" {
				continue
			}
			if id, _ := cutID(after); count[fold(before)] < 2 && (id == "" || looksItem(before) >= 0.9 || strings.TrimSpace(separator) == separator) {
				continue
			}
			if id, _ := cutID(before); id == before && !looksLesson(before) && separator == "." {
				continue // 1.1 and 1.2 are ids
			}
			l.outer, l.inner, l.split = clean(before), clean(after), true
		}
	}
	for i := range scores {
		l := &scores[i]
		if l.split {
			continue
		}
		if lesson, rest, ok := cutLesson(l.text); ok {
			l.outer, l.inner, l.split = lesson, rest, true
		}
	}
}

// splitInner cuts off what the lines of a grid share with its question, where
// the question stands before each of them.
func splitInner(scores []label) {
	for _, separator := range []string{" - ", " – ", ": "} {
		count := map[string]int{}
		key := func(l label) string {
			before, _, ok := strings.Cut(l.inner, separator)
			if id, _ := cutID(before); !ok || !l.split || id == before {
				return ""
			}
			return fold(l.outer) + "\x00" + fold(before)
		}
		for _, l := range scores {
			count[key(l)]++
		}
		for i := range scores {
			if k := key(scores[i]); k != "" && count[k] > 1 {
				_, after, _ := strings.Cut(scores[i].inner, separator)
				scores[i].inner = clean(after)
			}
		}
	}
}

// partFacets returns the lesson and indicator of headers in parts.
func partFacets(scores []label, lessons bool) (out []facets, asked bool) {
	outers, inners, recurring := map[string]int{}, map[string]int{}, false
	for _, l := range scores {
		if l.split {
			outers[fold(l.outer)]++
			inners[fold(l.inner)]++
			recurring = recurring || inners[fold(l.inner)] > 1
		}
	}
	swap := recurring && innerIsLesson(scores, outers, inners)
	out = make([]facets, len(scores))
	for i, l := range scores {
		out[i] = facetsOf(l, recurring && !lessons, swap)
		switch {
		case l.split:
		case looksLesson(l.text) && !lessons:
			out[i] = facets{lesson: l.text, indicator: oneIndicator}
		default:
			out[i] = facets{indicator: l.text}
		}
	}
	if !lessons {
		asked = repeats(scores, out)
	}
	return out, asked
}

// facetsOf reads the two parts of one header.
func facetsOf(l label, recurring, swap bool) facets {
	if f, ok := named(l.inner); ok && f == fieldScore {
		if lesson, rest, ok := cutLesson(l.outer); ok {
			return facets{lesson: lesson, indicator: rest}
		}
		return facets{indicator: l.outer}
	}
	outer, inner := lessonOf(l.outer), lessonOf(l.inner)
	switch {
	case outer != "" && inner == "":
		return facets{lesson: outer, indicator: l.inner}
	case inner != "" && outer == "":
		return facets{lesson: inner, indicator: l.outer}
	case recurring && swap:
		return facets{lesson: l.inner, indicator: l.outer}
	case recurring:
		return facets{lesson: l.outer, indicator: l.inner}
	}
	if f, ok := named(l.outer); ok && f == fieldScore {
		return facets{indicator: l.inner}
	}
	return facets{indicator: l.inner}
}

// lessonOf returns the lesson that a part of a header names, alone ("L1",
// "Lesson 2 - Math") or among other words ("Rate lesson 2").
func lessonOf(part string) string {
	if looksLesson(part) {
		if short, _, ok := cutLesson(part); ok && (strings.HasSuffix(part, "?") || len(words(part)) > 6) {
			return short
		}
		return part
	}
	if m := lessonInside.FindStringSubmatch(part); m != nil && looksItem(part) < 0.9 {
		return m[1]
	}
	return ""
}

// aspects are lines that recur under every question: where we are, and where
// we should be.
var aspects = newPattern(`(?i)\b(?:are|is|now|current(?:ly)?|today|actual|should|ideal(?:ly)?|desired|goal|want|future|ought|importance|before|after)\b`)

// innerIsLesson decides, where the lines under the questions recur, which of
// the two is the indicator: the part that looks more like one; else the part
// of which there are more.
func innerIsLesson(scores []label, outers, inners map[string]int) bool {
	var outerItems, innerItems float64
	aspect := true
	for _, l := range scores {
		if l.split {
			outerItems += looksItem(l.outer)
			innerItems += looksItem(l.inner)
			aspect = aspect && aspects.MatchString(l.inner)
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

// numbered is a header with a form's number for a question asked again.
var numbered = newPattern(`^(.*\D)(\d{1,2})$`)

// repeats finds questions that a form asked again, with a number put behind
// the text or none: each time is another lesson.
func repeats(scores []label, out []facets) bool {
	base := map[string]bool{}
	for i := range out {
		base[fold(out[i].indicator)] = true
	}
	type asked struct {
		facets
		time int
	}
	all := make([]asked, len(out))
	most := 1
	seen := map[string]int{}
	for i := range out {
		all[i] = asked{out[i], 1}
		m := numbered.FindStringSubmatch(out[i].indicator)
		if m != nil && base[fold(m[1])] {
			all[i].indicator = clean(m[1])
			all[i].time = int(m[2][len(m[2])-1] - '0')
			if len(m[2]) > 1 {
				all[i].time += 10 * int(m[2][0]-'0')
			}
		} else if key := fold(out[i].lesson) + "\x00" + fold(out[i].indicator); true {
			seen[key]++
			all[i].time = seen[key]
		}
		most = max(most, all[i].time)
	}
	if most < 2 || slices.ContainsFunc(out, func(f facets) bool { return f.lesson != "" }) {
		return false
	}
	for i := range all {
		out[i] = facets{indicator: all[i].indicator, lesson: "Lesson " + strconv.Itoa(all[i].time)}
	}
	return true
}
