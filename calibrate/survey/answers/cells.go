package answers

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/cb401426/calibrate/calibrate/rubric"
)

// written matches a number as people write an answer: "4", "4,5", "70%", and
// "4 - mostly adaptive", whose words are the level's.
var written = regexp.MustCompile(`^([+-]?\d+(?:[.,]\d+)?)\s*(%|$|[-–—:.)=]\s*\D|\(\D)`)

// number reads a cell as a number.
func number(cell string) (float64, bool) {
	m := written.FindStringSubmatch(cell)
	if m == nil {
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.Replace(m[1], ",", ".", 1), 64)
	return v, err == nil
}

// blanks are what stands for no answer.
var blanks = map[string]bool{
	"": true, "n/a": true, "na": true, "-": true, "--": true, "–": true, "—": true, ".": true, "nan": true, "none": true, "null": true,
	"don't know": true, "dont know": true, "not sure": true, "no answer": true, "no opinion": true, "skip": true, "skipped": true,
}

// isBlank reports whether a cell is no answer.
func isBlank(cell string) bool { return blanks[strings.ToLower(cell)] }

// levelWords are the words of every scale that needs no rubric.
var levelWords = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, s := range rubric.WordScales {
		for _, level := range s.Levels {
			for _, name := range level.Names() {
				if len(name) > 2 {
					all[strings.ToLower(name)] = true
				}
			}
		}
	}
	return all
})

// isWord reports whether a cell is a level in words.
func isWord(cell string) bool { return levelWords()[strings.ToLower(cell)] }

// wordScale returns the scale that all the words belong to: the shortest of
// several, with the value of each word.
func wordScale(words map[string]bool, declared *rubric.Scale) (scale rubric.Scale, values map[string]float64, ok bool) {
	candidates := rubric.WordScales
	if declared != nil {
		candidates = []rubric.Scale{*declared}
	}
	for _, s := range candidates {
		known := map[string]float64{}
		for _, level := range s.Levels {
			for _, name := range level.Names() {
				known[strings.ToLower(name)] = level.Value
			}
		}
		all := true
		for w := range words {
			_, in := known[w]
			all = all && in
		}
		if all && (!ok || len(s.Levels) < len(scale.Levels)) {
			scale, values, ok = s, known, true
		}
	}
	return scale, values, ok
}

// isLevel reports whether a cell is a number or a level in words.
func isLevel(cell string) bool {
	_, ok := number(cell)
	return ok || isWord(cell)
}
