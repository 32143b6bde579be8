package scales

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/rubric"
)

// ladder are words for levels from low to high, besides those of the scales
// that are known. Words on one line stand at one height.
var ladder = []string{
	"absent|never|none|not at all|no evidence|not present|not evident",
	"unsatisfactory|ineffective|inadequate|very low|very poor|failing|not yet|unacceptable|far below",
	"beginning|novice|poor|low|weak|minimal|below|needs improvement|limited|does not meet|below basic|rarely",
	"emerging|basic|entry|marginal|needs work|below average|a little|partly|some",
	"developing|progressing|approaching|fair|partial|partially|somewhat|sometimes|mid",
	"satisfactory|adequate|average|medium|moderate|acceptable|middle|mixed",
	"proficient|competent|meeting|meets|good|effective|established|applying|mostly|often|skilled",
	"accomplished|strong|high|very good|above average|skillful|consistent|most",
	"advanced|highly effective|excellent|expert|very high|exceeds|mastery|usually",
	"exemplary|distinguished|outstanding|exceptional|innovating|leading|superior|always|fully|all|transformative",
}

// heights maps every such word to its height, from 0 to 1.
var heights = sync.OnceValue(func() map[string]float64 {
	all := map[string]float64{}
	for i, words := range ladder {
		for word := range strings.SplitSeq(words, "|") {
			all[word] = float64(i) / float64(len(ladder)-1)
		}
	}
	return all
})

// orderWords returns words from low to high, as far as they are known, and
// whether all of them are: by one scale that has them all, else by the usual
// height of each.
func orderWords(words []string) (ordered []string, known bool) {
	ordered = slices.Clone(words)
	height := heightsOf(words)
	if height == nil {
		return ordered, false
	}
	slices.SortStableFunc(ordered, func(a, b string) int { return cmp.Compare(height[cell.Fold(a)], height[cell.Fold(b)]) })
	for i := 1; i < len(ordered); i++ {
		if height[cell.Fold(ordered[i])] == height[cell.Fold(ordered[i-1])] {
			return ordered, false
		}
	}
	return ordered, true
}

// heightsOf returns the heights of words; nil where one is not known.
func heightsOf(words []string) map[string]float64 {
	var all []rubric.Scale
	all = append(all, rubric.WordScales...)
	for _, p := range rubric.Presets() {
		all = append(all, p.Scales...)
	}
	for _, s := range all {
		found := map[string]float64{}
		for _, level := range s.Levels {
			for _, name := range level.Names() {
				for _, word := range words {
					if cell.Fold(name) == cell.Fold(word) {
						found[cell.Fold(word)] = level.Value
					}
				}
			}
		}
		if len(found) == len(words) {
			return found
		}
	}
	if found := initialsOf(all, words); found != nil {
		return found
	}
	found := map[string]float64{}
	for _, word := range words {
		height, ok := heights()[cell.Fold(word)]
		if !ok {
			return nil
		}
		found[cell.Fold(word)] = height
	}
	return found
}

// initialsOf returns the heights of words that are the initials of the levels of
// one scale: U, B, P, D.
func initialsOf(all []rubric.Scale, words []string) map[string]float64 {
	for _, s := range all {
		of := map[string]float64{}
		for _, level := range s.Levels {
			letters := ""
			for _, w := range cell.Words(level.Label) {
				letters += w[:1]
			}
			if _, twice := of[letters]; twice || letters == "" {
				of = nil
				break
			}
			of[letters] = level.Value
		}
		found := map[string]float64{}
		for _, word := range words {
			if height, ok := of[cell.Fold(word)]; ok {
				found[cell.Fold(word)] = height
			}
		}
		if len(found) == len(words) && len(words) > 2 {
			return found
		}
	}
	return nil
}
