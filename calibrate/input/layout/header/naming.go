package header

import (
	"cmp"
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
)

// A Naming is a field that a header names.
type Naming struct {
	Field layout.Field
	Sure  float64 // from 0 to 1
	Kind  kind
	Whole bool // nothing in the header is unknown
}

var (
	doneBy = cell.NewPattern(`(?i)\b(?:rated|scored|observed|evaluated|coded|graded|marked|judged|assessed|reviewed|completed|submitted|` +
		`conducted|entered|annotated|labell?ed|filled (?:in|out)|filled|watched|recorded) by\b`)
	doing = cell.NewPattern(`(?i)\b(?:(?:person|people|individual|one|staff(?: member)?)\s+(?:who\s+|that\s+|is\s+)*|who\s+(?:is\s+)?)` +
		`(?:scor|rat|observ|evaluat|cod|grad|mark|judg|assess|review|complet|annotat|conduct|submit|fill)(?:ing|ed|s|es)?\b`)
)

// Namings returns the fields that a header names, the surest first.
func Namings(header string) []Naming {
	var out []Naming
	add := func(n Naming) {
		if !slices.ContainsFunc(out, func(m Naming) bool { return m.Field == n.Field }) {
			out = append(out, n)
		}
	}
	tokens := Tokens(header)
	if doneBy.MatchString(header) || doing.MatchString(header) {
		add(Naming{layout.Rater, 0.95, kindOf(tokens), true})
	}
	if f, ok := Named(header); ok {
		add(Naming{f, 0.96 - 0.2*float64(weakness(f, header)), kindOf(tokens), true})
	}
	for _, n := range nounsOf(tokens) {
		add(n)
	}
	if f, ok := Suggested(header); ok && len(tokens) > 1 {
		switch f { // words within a question
		case layout.Rater, layout.Lesson:
			if Asks.MatchString(header) {
				add(Naming{f, 0.9, kindOf(tokens), true})
			} else {
				add(Naming{f, 0.55, kindOf(tokens), false})
			}
		case layout.Round, layout.Group, layout.Time:
			add(Naming{f, 0.55, kindOf(tokens), false})
		}
	}
	slices.SortStableFunc(out, func(a, b Naming) int { return cmp.Compare(b.Sure, a.Sure) })
	return out
}

// weakness is 1 where a phrase names its field only for want of another: a
// name or an address may be anybody's.
func weakness(f layout.Field, header string) int {
	switch Key(header) {
	case "name", "user", "email", "e mail", "initials", "visitor", "leader", "title", "category", "domain", "domain id", "domain name",
		"standard", "case", "unit", "target", "class", "teacher", "teacher name", "practice", "skill", "question", "segment":
		if f != layout.Ignored {
			return 1
		}
	}
	return 0
}

// nounsOf reads a header by its nouns: the last of them is what it is about.
func nounsOf(tokens []string) (out []Naming) {
	var core []string
	watched := false
	for _, t := range joinPairs(tokens) {
		_, qualifies := qualifiers[t]
		switch {
		case participles[t]:
			watched = true
		case !qualifies:
			core = append(core, t)
		}
	}
	if len(core) == 0 && len(tokens) == 1 && tokens[0] != "key" && tokens[0] != "title" {
		core = tokens // Code, Label: by themselves they are the score
	}
	if len(core) == 0 || slices.ContainsFunc(core, HasDigit) {
		return nil
	}
	known := 0
	for _, t := range core {
		if len(meanings()[t]) > 0 {
			known++
		}
	}
	whole := known == len(core)
	for _, m := range meanings()[core[len(core)-1]] {
		sure := m.sure
		if !whole {
			sure *= 0.7
		}
		if watched && m.field == layout.Rater && m.sure < 0.5 {
			continue // the teacher observed rates nobody
		}
		if watched && m.field == layout.Lesson {
			sure = max(sure, 0.95)
		}
		out = append(out, Naming{m.field, sure, kindOf(tokens), whole})
	}
	return out
}

// kindOf says what kind of cells the qualifiers of a header promise.
func kindOf(tokens []string) kind {
	found := Plain
	for _, t := range tokens {
		if k := qualifiers[t]; k != Plain && (found == Plain || k == byEmail) {
			found = k
		}
	}
	return found
}

// Asks are the beginnings of a question for a name.
var Asks = cell.NewPattern(`(?i)^(?:which|what|who|select|choose|pick|enter|name of|please (?:select|choose|enter)|welche[rs]?|wer|quel(?:le)?|qu[eé]|cu[aá]l)\b`)
