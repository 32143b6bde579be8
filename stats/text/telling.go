package text

import (
	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/token"
)

// mostTelling bounds what a reason counts as telling: a list of twenty counts
// tells no more than one of six.
const mostTelling = 6

// Telling returns how much of a text others could check word for word: its
// quotations, counts and times, up to six.
func Telling(lang *language.Language, s string) int {
	p := lang.Passage(s)
	n := 0
	for _, q := range p.Quotes {
		if q.Close-q.Open > 2 {
			n++
		}
	}
	for i, t := range p.Tokens {
		switch {
		case t.Quoted && !t.Said:
		case t.Kind == token.Clock, t.Kind == token.Share, t.Kind == token.Percent:
			n++
		case t.Kind == token.Number && !t.Is(token.Single) && (i == 0 || !p.Tokens[i-1].Is(token.Age)):
			n++
		case t.Said && (i == 0 || !p.Tokens[i-1].Said):
			n++
		}
	}
	return min(n, mostTelling)
}
