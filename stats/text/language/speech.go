package language

import (
	"strings"

	"github.com/cb401426/calibrate/stats/text/token"
)

// longestSpeaker is how many words may name a speaker: "boy in red".
const longestSpeaker = 4

// speaks reports whether the last of toks names a speaker, or all of them from
// the last mark on: "Boy in red", "the girl by the door".
func speaks(toks []token.Token) bool {
	n := len(toks)
	from := n
	for from > 0 && n-from <= longestSpeaker && toks[from-1].Kind == token.Word {
		from--
	}
	if first := min(from+1, n-1); n-from > 1 && n-from <= longestSpeaker &&
		(toks[from].Is(token.Speaker) || toks[from].Is(token.Function) && toks[first].Is(token.Speaker)) && toks[n-1].Tags&^token.Object != 0 {
		return !toks[n-1].Is(token.Verdict | token.Abstract | token.Verbs)
	}
	return toks[n-1].Is(token.Speaker|token.Sign) || n > 1 && toks[n-2].Is(token.Speaker) && toks[n-2].Span == 2
}

// speeches finds what follows a speaker and a colon without quotation marks,
// to the end of the line or the next speaker: "S1: I think it is 12." One turn
// without words that only speech holds is a note under a heading; several are
// a script.
func speeches(s string, toks []token.Token) {
	turns := 0
	for i := range toks {
		if addresses(s, toks, i) {
			turns++
		}
	}
	if turns == 0 && !strings.Contains(s, ":") {
		return
	}
	for i := 1; i+1 < len(toks); i++ {
		if !announces(s, toks, i) || toks[i].Quoted || toks[i+1].Quoted || !speaks(toks[:i]) {
			continue
		}
		end, direct := i+1, turns > 1
		for ; end < len(toks) && !speechEnds(s, toks, end); end++ {
			direct = direct || toks[end].Is(token.Self|token.Spoken) || toks[end].Lower == "?"
		}
		for j := i + 1; direct && j < end; j++ {
			toks[j].Quoted, toks[j].Said = true, true
		}
	}
}

// announces reports whether token i is a mark between a speaker and speech: a
// colon, or a dash after a speaker who begins a line or a sentence.
func announces(s string, toks []token.Token, i int) bool {
	if toks[i].Lower == ":" {
		return true
	}
	if toks[i].Lower != "-" && toks[i].Lower != "–" || i < 1 || !spaced(s, toks[i]) {
		return false
	}
	return toks[i-1].Is(token.Speaker) && (i < 2 || toks[i-2].Kind == token.Mark || LineEnds(s, toks, i-1))
}

// spaced reports whether a space stands on both sides of a token.
func spaced(s string, t token.Token) bool {
	return t.Start > 0 && s[t.Start-1] == ' ' && t.End < len(s) && s[t.End] == ' '
}

// speechEnds reports whether speech ends before token i: at the end of the
// line, at the next speaker, or at a dash before the rater's own word.
func speechEnds(s string, toks []token.Token, i int) bool {
	dash := toks[i].Lower == "—" || strings.HasPrefix(s[toks[i].Start:], "--")
	return LineEnds(s, toks, i) || addresses(s, toks, i) || dash
}

// LineEnds reports whether a line ends before token i.
func LineEnds(s string, toks []token.Token, i int) bool {
	return i > 0 && strings.Contains(s[toks[i-1].End:toks[i].Start], "\n")
}

// addresses reports whether a speaker and a mark before speech stand at token i.
func addresses(s string, toks []token.Token, i int) bool {
	next := i + max(1, toks[i].Span)
	return toks[i].Is(token.Speaker) && next < len(toks) && announces(s, toks, next)
}
