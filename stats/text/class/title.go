package class

import (
	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/token"
)

// markTitles marks words that stand among capitals within a sentence: titles
// of books and of tasks judge nothing. Where most words have a capital, none
// says anything.
func markTitles(s *statement) {
	words, capitals := 0, 0
	for i := s.from; i < s.to; i++ {
		if t := s.toks[i]; t.Kind == token.Word && !t.Is(token.Function) {
			words++
			capitals += oneIf(t.Capital)
		}
	}
	if capitals < words {
		markLongTitles(s)
	}
	if capitals*10 > words*8 {
		return
	}
	for i := s.from + 1; i < s.to; i++ {
		if !capitalAt(s, i) || !(capitalAt(s, i+1) || i > s.from+1 && capitalAt(s, i-1)) {
			continue
		}
		s.toks[i].title = true
	}
}

// longTitle is how many capitals in a row are a title with commas in it: "the
// Terrible, Horrible, No Good, Very Bad Day".
const longTitle = 5

// markLongTitles marks rows of capitals between which only commas and words
// without content stand.
func markLongTitles(s *statement) {
	for i := s.from + 1; i < s.to; i++ {
		capitals, end := 0, i
		for j := i; j < s.to; j++ {
			t := s.toks[j]
			if t.Kind == token.Word && t.Capital {
				capitals, end = capitals+1, j+1
			} else if t.Lower != "," && !t.Is(token.Function) {
				break
			}
		}
		if capitals < longTitle {
			continue
		}
		for ; i < end; i++ {
			s.toks[i].title = true
		}
	}
}

// capitalAt reports whether token i has a capital that the start of a sentence
// does not explain.
func capitalAt(s *statement, i int) bool {
	t, before := s.at(i), s.at(i-1)
	return t.Kind == token.Word && t.Capital && i > s.from && before.Kind != token.Mark
}

// markTopics marks what a discussion, a book or a lesson is about, to the end
// of the clause or its verb: "a poem about failure", "debate whether he was a
// good president". It judges nothing of what was seen.
func markTopics(s *statement) {
	for i := s.from; i < s.to; i++ {
		if t := s.toks[i]; t.Quoted || !s.lang.In(language.Topics, t.Lower) {
			continue
		}
		j := i + 1
		if s.at(j).Is(token.Preposition) && !s.lang.In(language.About, s.at(j).Lower) {
			j++ // talks with a partner about
		}
		clause := s.at(j).Is(token.Link)
		if !clause && !s.lang.In(language.About, s.at(j).Lower) {
			continue
		}
		for j++; j < s.to && s.toks[j].Kind != token.Mark && (clause || !s.toks[j].Is(token.Auxiliary|token.Turn)); j++ {
			s.toks[j].title = true
		}
	}
}
