package scales

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

// candidates returns the scales whose words include all that were written,
// and whose levels all the numbers.
func candidates(e evidence) []candidate {
	var out []candidate
	try := func(s rubric.Scale, from *rubric.Rubric) {
		m := newMeter(s, rating.Detected)
		if fits(m, e) {
			out = append(out, candidate{m, s, from})
		}
	}
	for _, s := range rubric.WordScales {
		try(s, nil)
	}
	for _, p := range rubric.Presets() {
		for _, s := range p.Scales {
			try(s, p)
		}
	}
	return likeliest(out, e)
}

// usual is the number of levels beyond which a scale of words is rare.
const usual = 5

// likeliest drops long scales where one of five levels or fewer fits, and
// scales with levels that nobody gave where one has none.
func likeliest(all []candidate, e evidence) []candidate {
	keep := func(test func(candidate) bool) {
		if slices.ContainsFunc(all, test) {
			all = slices.DeleteFunc(all, func(c candidate) bool { return !test(c) })
		}
	}
	keep(func(c candidate) bool { return len(c.scale.Levels) <= usual })
	keep(func(c candidate) bool { return c.meter.complete(e) })
	return all
}

// complete reports whether every level of a scale occurs, in words.
func (m *Meter) complete(e evidence) bool {
	given := map[float64]bool{}
	for word := range e.words {
		given[m.words[word]] = true
	}
	if _, ok := m.words["no"]; ok && e.no {
		given[m.words["no"]] = true
	}
	return len(e.words) > 0 && len(given) == len(m.scale.Levels)
}

// A candidate is a scale that fits, and the rubric it comes from.
type candidate struct {
	meter  *Meter
	scale  rubric.Scale
	rubric *rubric.Rubric
}

// fits reports whether a scale has all the words and numbers.
func fits(m *Meter, e evidence) bool {
	for word := range e.words {
		if _, ok := m.words[word]; !ok || m.doubtful[word] {
			return false
		}
	}
	if _, ok := m.words["no"]; e.no && len(e.words) == 0 && len(e.numbers) == 0 && !ok {
		return false
	}
	for word, values := range e.labels {
		for _, v := range values {
			if known, ok := m.words[word]; !ok || known != v && !m.doubtful[word] {
				return false
			}
		}
	}
	for v := range e.numbers {
		if _, ok := m.scale.Index(v); !ok {
			return false
		}
	}
	return true
}

// distinctScales returns one candidate of each set of levels and meanings
// that the written words can have.
func distinctScales(all []candidate, e evidence) []candidate {
	seen := map[string]bool{}
	var out []candidate
	for _, c := range all {
		var key strings.Builder
		fmt.Fprint(&key, c.meter.scale.Values())
		for _, word := range slices.Sorted(maps.Keys(e.words)) {
			fmt.Fprint(&key, ";", word, c.meter.words[word])
		}
		if !seen[key.String()] {
			seen[key.String()] = true
			out = append(out, c)
		}
	}
	return out
}
