package entries

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
)

// stages are words for one thing after another, each line in order. The
// seasons are those of a school year.
var stages = [][]string{
	{"pre mid post", "pretest midtest posttest"},
	{"before during after"},
	{"baseline midline endline", "baseline midpoint endpoint", "baseline interim final", "initial interim final"},
	{"boy moy eoy"},
	{"beginning middle end", "start middle end"},
	{"first second third fourth fifth sixth", "one two three four five six"},
	{"practice live", "pilot main", "draft final"},
	{"fall winter spring summer", "autumn winter spring summer", "herbst winter frühjahr sommer"},
	{"jan feb mar apr may jun jul aug sep oct nov dec",
		"january february march april may june july august september october november december"},
	{"mon tue wed thu fri sat sun", "monday tuesday wednesday thursday friday saturday sunday"},
}

// A stage is what a round's name says of its time.
type stage struct {
	family, year, rank int
	rest               string
}

// stageOf reads the name of a round: one word of a family, maybe a year, and
// what else it says.
func stageOf(name string) (stage, bool) {
	s := stage{family: -1}
	var rest []string
	for _, word := range cell.Words(name) {
		family, rank := stageWord(word)
		switch {
		case family >= 0 && s.family >= 0:
			return s, false
		case family >= 0:
			s.family, s.rank = family, rank
		case len(word) == 4 && header.HasDigit(word) && !header.HasLetter(word) && s.year == 0:
			for _, d := range word {
				s.year = 10*s.year + int(d-'0')
			}
		default:
			rest = append(rest, word)
		}
	}
	s.rest = strings.Join(rest, " ")
	return s, s.family >= 0
}

// stageWord returns the family of a word and its place there; -1 for none.
func stageWord(word string) (family, rank int) {
	for f, lines := range stages {
		for _, line := range lines {
			if i := slices.Index(strings.Fields(line), word); i >= 0 {
				return f, i
			}
		}
	}
	return -1, 0
}

// seasons is the family of the seasons, which begin in fall without a year and
// in winter with one.
const seasons = 7

// sortStages sorts the names of rounds that are stages of one family, and
// reports whether they are.
func sortStages(found []string) bool {
	of := map[string]stage{}
	for i, name := range found {
		s, ok := stageOf(name)
		if before := of[found[0]]; !ok || i > 0 && (s.family != before.family || s.rest != before.rest || (s.year > 0) != (before.year > 0)) {
			return false
		}
		if s.family == seasons && s.year > 0 {
			s.rank = (s.rank + 3) % 4 // winter, spring, summer, fall
		}
		of[name] = s
	}
	slices.SortStableFunc(found, func(a, b string) int {
		x, y := of[a], of[b]
		return cmp.Or(cmp.Compare(x.year, y.year), cmp.Compare(x.rank, y.rank))
	})
	return len(found) > 1
}
