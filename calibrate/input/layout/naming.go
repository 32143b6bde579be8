package layout

import (
	"cmp"
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// A naming is a field that a header names.
type naming struct {
	field Field
	sure  float64 // from 0 to 1
	kind  kind
	whole bool // nothing in the header is unknown
}

var (
	doneBy = cell.NewPattern(`(?i)\b(?:rated|scored|observed|evaluated|coded|graded|marked|judged|assessed|reviewed|completed|submitted|` +
		`conducted|entered|annotated|labell?ed|filled (?:in|out)|filled|watched|recorded) by\b`)
	doing = cell.NewPattern(`(?i)\b(?:(?:person|people|individual|one|staff(?: member)?)\s+(?:who\s+|that\s+|is\s+)*|who\s+(?:is\s+)?)` +
		`(?:scor|rat|observ|evaluat|cod|grad|mark|judg|assess|review|complet|annotat|conduct|submit|fill)(?:ing|ed|s|es)?\b`)
)

// namings returns the fields that a header names, the surest first.
func namings(header string) []naming {
	var out []naming
	add := func(n naming) {
		if !slices.ContainsFunc(out, func(m naming) bool { return m.field == n.field }) {
			out = append(out, n)
		}
	}
	tokens := Tokens(header)
	if doneBy.MatchString(header) || doing.MatchString(header) {
		add(naming{Rater, 0.95, kindOf(tokens), true})
	}
	if f, ok := Named(header); ok {
		add(naming{f, 0.96 - 0.2*float64(weakness(f, header)), kindOf(tokens), true})
	}
	for _, n := range nounsOf(tokens) {
		add(n)
	}
	if f, ok := suggested(header); ok && len(tokens) > 1 {
		switch f { // words within a question
		case Rater, Lesson:
			if asks.MatchString(header) {
				add(naming{f, 0.9, kindOf(tokens), true})
			} else {
				add(naming{f, 0.55, kindOf(tokens), false})
			}
		case Round, Group, Time:
			add(naming{f, 0.55, kindOf(tokens), false})
		}
	}
	slices.SortStableFunc(out, func(a, b naming) int { return cmp.Compare(b.sure, a.sure) })
	return out
}

// weakness is 1 where a phrase names its field only for want of another: a
// name or an address may be anybody's.
func weakness(f Field, header string) int {
	switch headerKey(header) {
	case "name", "user", "email", "e mail", "initials", "visitor", "leader", "title", "category", "domain", "domain id", "domain name",
		"standard", "case", "unit", "target", "class", "teacher", "teacher name", "practice", "skill", "question", "segment":
		if f != Ignored {
			return 1
		}
	}
	return 0
}

// nounsOf reads a header by its nouns: the last of them is what it is about.
func nounsOf(tokens []string) (out []naming) {
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
		if watched && m.field == Rater && m.sure < 0.5 {
			continue // the teacher observed rates nobody
		}
		if watched && m.field == Lesson {
			sure = max(sure, 0.95)
		}
		out = append(out, naming{m.field, sure, kindOf(tokens), whole})
	}
	return out
}

// kindOf says what kind of cells the qualifiers of a header promise.
func kindOf(tokens []string) kind {
	found := plain
	for _, t := range tokens {
		if k := qualifiers[t]; k != plain && (found == plain || k == byEmail) {
			found = k
		}
	}
	return found
}

// asks are the beginnings of a question for a name.
var asks = cell.NewPattern(`(?i)^(?:which|what|who|select|choose|pick|enter|name of|please (?:select|choose|enter)|welche[rs]?|wer|quel(?:le)?|qu[eé]|cu[aá]l)\b`)
