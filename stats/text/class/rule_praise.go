package class

import "github.com/cb401426/calibrate/stats/text/token"

// farthestDeed is how many words may stand between the praise that opens a
// statement and what is praised: "nice job of having the kids rehearse".
const farthestDeed = 5

// findPraised finds what was done behind an opening word of praise or blame:
// "Nice job having them rehearse", "Love the way each group had a source",
// "Good use of cards". The deed was seen; the judgement is another cue.
func findPraised(s *statement, add func(from, to int, strong bool)) {
	i := s.from
	for i < min(s.from+2, s.to) && !opensPraise(s, i) {
		i++
	}
	if !opensPraise(s, i) {
		return
	}
	for j := i + 1; j < min(i+1+farthestDeed, s.clauseEnd(i)); j++ {
		t := s.toks[j]
		switch {
		case t.Is(token.Advice | token.Conditional), t.Quoted:
			return
		case s.at(j-1).Is(token.Preposition|token.Among) && t.Is(token.Article) && aThing(s, j):
			add(j-1, min(j+2, s.to), true) // "nice touch with the lemons"
			return
		case deedAt(s, j):
			add(j, min(j+2, s.to), namesThing(s, j, s.clauseEnd(i)))
			return
		}
	}
}

// opensPraise reports whether token i is praise, blame or liking.
func opensPraise(s *statement, i int) bool {
	return s.at(i).Is(token.Verdict|token.Stance) || s.at(i).Tags.All(token.Praise)
}

// deedAt reports whether token j begins what was praised: an infinitive or a
// participle of something that can be seen and its object, "the way" or "how",
// or the use of a thing.
func deedAt(s *statement, j int) bool {
	t, next := s.at(j), s.at(j+1)
	switch {
	case t.Lower == "to":
		if next.Is(token.Having|token.Auxiliary) && s.at(j+2).Is(token.Opener|token.People|token.Article) {
			return true // "smart to have the students rehearse"
		}
		return next.Is(token.Observed|token.Telling) && next.Is(token.BaseForm) && s.at(j+2).Is(token.Opener|token.People|token.Article|token.Object)
	case t.Is(token.People) && next.Is(token.Observed|token.Telling) && next.Is(token.Nonfinite|token.BaseForm): // "on the boy copying"
		return true
	case t.Is(token.Verbs) && t.Is(token.Nonfinite) && !t.Is(token.Abstract):
		return next.Is(token.Opener | token.People | token.Article | token.Object)
	}
	return t.Is(token.Praising) && !t.Is(token.Neutral)
}

// aThing reports whether the noun after the article at token j is a thing, and
// nothing that the whole lesson has: "with the lemons", not "with the kids".
func aThing(s *statement, j int) bool {
	t := s.at(j + 1)
	return t.Kind == token.Word && t.live() && (t.Is(token.Object) || t.Tags == 0) && !t.Is(token.Abstract|token.Whole|token.People)
}

// namesThing reports whether a thing or a number stands in the tokens after j, not
// far beyond end; what was only used has to be used for something.
func namesThing(s *statement, j, end int) bool {
	thing, purpose := false, s.at(j).Lower != "use"
	for k := j + 1; k < s.to && k < end+6; k++ {
		t := s.toks[k]
		thing = thing || t.Is(token.People) && s.at(k+1).Is(token.Verbs) && t.Lower != "she" && t.Lower != "he" || t.Is(token.Object) && !t.Is(token.Abstract) || t.Kind != token.Word && t.Kind != token.Mark
		purpose = purpose || t.Lower == "to" || t.Lower == "for" || t.Kind != token.Word && t.Kind != token.Mark
	}
	return thing && purpose
}
