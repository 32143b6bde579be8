package class

import (
	"slices"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/token"
)

// findQuotation finds words that somebody said. One or two words between
// quotation marks that nobody is told to have said are not: they may be the
// rater's own, held at a distance.
func findQuotation(s *statement, add func(from, to int, strong bool)) {
	quotes := quotesWithin(s)
	for _, q := range quotes {
		from, to := max(q.Open, s.from), min(q.Close+1, s.to)
		n, direct := wordsInside(s, from, to)
		switch {
		case n == 0:
		case spokenBefore(s, q.Open) || direct && n > 1 || n > 3:
			add(from, to, true)
		case n > 1, len(quotes) > 1:
			add(from, to, len(quotes) > 1)
		}
	}
}

// findSpeeches finds what follows a speaker and a colon.
func findSpeeches(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		if !s.toks[i].Said {
			continue
		}
		from := i
		for i < s.to && s.toks[i].Said {
			i++
		}
		add(from, i, true)
	}
}

// wordsInside counts the words between two tokens, and reports whether they are
// such as only direct speech holds: I, you, a question, a full stop.
func wordsInside(s *statement, from, to int) (words int, direct bool) {
	for i := from; i < to; i++ {
		t := s.toks[i]
		if t.Kind != token.Mark {
			words++
		}
		ended := i+1 < to && (t.Lower == "?" || t.Lower == "!" || t.Lower == ".")
		direct = direct || ended || t.Is(token.Spoken|token.Self)
	}
	return words, direct
}

// spokenBefore reports whether the quotation at token i follows a speaker and
// a colon, or a verb that reports speech.
func spokenBefore(s *statement, i int) bool {
	if t := s.at(i - 1); t.Lower == ":" && s.at(i-2).Is(token.People) {
		return true
	}
	for j := i - 1; j >= max(s.from, i-5); j-- {
		if t := s.toks[j]; t.Is(token.Telling) && !t.Quoted {
			return true
		}
	}
	return false
}

// quotesWithin returns the quotations that open in the statement.
func quotesWithin(s *statement) []language.Quotation {
	low, _ := slices.BinarySearchFunc(s.quotes, s.from, func(q language.Quotation, i int) int {
		return q.Open - i
	})
	high := low
	for high < len(s.quotes) && s.quotes[high].Open < s.to {
		high++
	}
	return s.quotes[low:high]
}
