package text

// mostTelling bounds what a reason counts as telling: a list of twenty counts
// tells no more than one of six.
const mostTelling = 6

// Telling returns how much of a text others could check word for word: its
// quotations, counts and times, up to six.
func Telling(lang *Language, s string) int {
	p := lang.passage(s)
	n := 0
	for _, q := range p.quotes {
		n += oneIf(q.close-q.open > 2)
	}
	for i, t := range p.toks {
		switch {
		case t.quoted && !t.said:
		case t.kind == clock, t.kind == share, t.kind == percent:
			n++
		case t.kind == number && !t.is(single) && (i == 0 || !p.toks[i-1].is(age)):
			n++
		case t.said && (i == 0 || !p.toks[i-1].said):
			n++
		}
	}
	return min(n, mostTelling)
}
