package header

import (
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// Numbers beside the scores count or describe: years, minutes, sizes. Their
// headers say so.
var (
	amounts = WordSet(`age ages year years yrs yr minute minutes mins hour hours sec secs second seconds duration length size count counts
		percent percentage pct % month months day days week weeks date period quarter semester page pages height
		sequence seq order zip phone latitude longitude population salary experience tenure likes views votes
		shares replies qty quantity price cost discount amount temperature enrolled enrollment enrolment frequency wordcount
		confidence certainty gpa absences version timestamp time duration elapsed`)

	// surely are those that say so whatever stands before them.
	surely = WordSet(`age years yrs minutes hours seconds size count counts percent percentage pct month months weeks pages price cost quantity
		qty enrollment enrolment frequency duration year`)

	// beside may stand with an amount: a class's size, the years as a principal.
	beside = WordSet(`as an a of the in at on per with been has have had you your how many long old much is are was were served since taught
		teaching total number no current this here observed spent watched word words school grade class student students
		teacher principal administrator you've experience log log10 ln obs observation visit rater raters taken at start end began finished`)

	amountFirst = cell.NewPattern(`(?i)^(?:what (?:is|was) the )?(?:number of|no\.? of|nr\.? of|# ?of|# ?(?:students|children|pupils|questions|minutes)|count of|how many|how long|how old|how much|percent(?:age)? of|% of|` +
		`years of|years as|years in|minutes of|length of|amount of|total number|total minutes)\b`)
	Attention = cell.NewPattern(`(?i)\b(?:attention check|please (?:choose|select|pick|mark|click|answer|tick)\s+(?:the\s+)?(?:option\s+|number\s+|answer\s+)?["'“]?(?:\d|strongly|agree|disagree|never|always|other)|if you are reading this)`)
	Consent   = cell.NewPattern(`(?i)\b(?:consent|agree to (?:take part|participate|the terms)|i agree|do you agree to|willing to (?:take part|participate)|terms and conditions|18 years)\b`)
)

// Described reports whether a header is of numbers that count or describe
// something, and of no rating.
func Described(header string) bool {
	if amountFirst.MatchString(header) {
		return true
	}
	tokens := Tokens(header)
	if strings.Contains(header, "%") {
		tokens = append(tokens, "%")
	}
	if len(tokens) == 0 {
		return false
	}
	if last := tokens[len(tokens)-1]; surely[last] && len(tokens) <= 3 {
		return true
	}
	any := false
	for _, t := range tokens {
		_, noun := meanings()[t]
		_, qualifies := qualifiers[t]
		switch {
		case amounts[t]:
			any = true
		case !beside[t] && !noun && !qualifies && !participles[t]:
			return false
		}
	}
	return any
}

// Comparing are the words over a column that compares two raters.
var Comparing = WordSet(`agree agrees agreed agreement disagree disagreement exact match matches matched gap diff difference differences
	discrepancy delta adjacent same within one 1 absolute abs deviation distance adj equal kappa irr identical variance spread range`)

// Compares reports whether a header says that the column compares raters.
func Compares(header string) bool {
	tokens := Tokens(header)
	strong := slices.ContainsFunc(tokens, func(t string) bool { return Comparing[t] && t != "one" && t != "1" && t != "within" && t != "agreed" })
	return len(tokens) > 0 && strong && !slices.ContainsFunc(tokens, func(t string) bool {
		_, qualifies := qualifiers[t]
		return !Comparing[t] && !qualifies && !Fillers[t]
	})
}

// Running reports whether a header is that of running numbers of rows.
func Running(header string) bool {
	switch strings.Join(Tokens(header), " ") {
	case "#", "no", "nr", "number", "row", "row no", "row number", "row id", "index", "idx", "seq", "sequence", "n", "line", "s no", "sl no", "sr no",
		"unnamed 0", "x", "obs no", "record", "record number", "order", "serial", "serial no", "serial number", "entry no", "row #":
		return true
	}
	return false
}
