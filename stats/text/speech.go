package text

import "strings"

// speaks reports whether the last of toks names a speaker.
func speaks(toks []token) bool {
	n := len(toks)
	return toks[n-1].is(speaker|sign) || n > 1 && toks[n-2].is(speaker) && toks[n-2].span == 2
}

// speeches finds what follows a speaker and a colon without quotation marks,
// to the end of the line or the next speaker: "S1: I think it is 12." One turn
// without words that only speech holds is a note under a heading; several are
// a script.
func speeches(s string, toks []token) {
	turns := 0
	for i := range toks {
		turns += oneIf(addresses(s, toks, i))
	}
	if turns == 0 && !strings.Contains(s, ":") {
		return
	}
	for i := 1; i+1 < len(toks); i++ {
		if !announces(s, toks, i) || toks[i].quoted || toks[i+1].quoted || !speaks(toks[:i]) {
			continue
		}
		end, direct := i+1, turns > 1
		for ; end < len(toks) && !speechEnds(s, toks, end); end++ {
			direct = direct || toks[end].is(self|spoken) || toks[end].lower == "?"
		}
		for j := i + 1; direct && j < end; j++ {
			toks[j].quoted, toks[j].said = true, true
		}
	}
}

// announces reports whether token i is a mark between a speaker and speech: a
// colon, or a dash after a speaker who begins a line or a sentence.
func announces(s string, toks []token, i int) bool {
	if toks[i].lower == ":" {
		return true
	}
	if toks[i].lower != "-" && toks[i].lower != "–" || i < 1 || !spaced(s, toks[i]) {
		return false
	}
	return toks[i-1].is(speaker) && (i < 2 || toks[i-2].kind == mark || lineEnds(s, toks, i-1))
}

// spaced reports whether a space stands on both sides of a token.
func spaced(s string, t token) bool {
	return t.start > 0 && s[t.start-1] == ' ' && t.end < len(s) && s[t.end] == ' '
}

// speechEnds reports whether speech ends before token i: at the end of the
// line, at the next speaker, or at a dash before the rater's own word.
func speechEnds(s string, toks []token, i int) bool {
	dash := toks[i].lower == "—" || strings.HasPrefix(s[toks[i].start:], "--")
	return lineEnds(s, toks, i) || addresses(s, toks, i) || dash
}

// lineEnds reports whether a line ends before token i.
func lineEnds(s string, toks []token, i int) bool {
	return i > 0 && strings.Contains(s[toks[i-1].end:toks[i].start], "\n")
}

// addresses reports whether a speaker and a mark before speech stand at token i.
func addresses(s string, toks []token, i int) bool {
	next := i + max(1, toks[i].span)
	return toks[i].is(speaker) && next < len(toks) && announces(s, toks, next)
}
