package class

import "github.com/cb401426/calibrate/stats/text/token"

// longestAside is the number of words of an aside.
const longestAside = 8

// findAside finds what is said in passing of what was told: a last clause, or a
// short statement behind others, that names no thing, number, place or deed:
// "Six hands went up, something to look at", "lopsided".
func findAside(s *statement, add func(from, to int, strong bool)) {
	to := s.to
	for to > s.from && s.toks[to-1].Kind == token.Mark {
		to--
	}
	if to == s.from {
		return
	}
	from := s.clauseOf(to - 1)
	if from == 0 || to-from > longestAside || s.at(from-1).Lower == "(" { // "(open)" is a note on what stands before
		return
	}
	for i := from; i < to; i++ {
		t := s.toks[i]
		opens := i == from || t.Is(token.Abstract|token.Function) || s.at(i-1).Lower == "to"
		switch {
		case t.Kind != token.Word, t.Quoted, t.reported, t.title, t.Is(token.Place | token.Nobody | token.Advice):
			return
		case t.Is(token.Object) && !opens, t.Is(token.Observed|token.Telling) && !opens && !remarks(s, from):
			return
		}
	}
	add(from, to, remarks(s, from) || s.at(from).Is(token.Article))
}

// remarks reports whether token i begins a remark: "which", "that".
func remarks(s *statement, i int) bool { return s.at(i).Is(token.Remark | token.Comment) }
