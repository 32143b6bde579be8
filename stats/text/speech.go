package text

import "strings"

// speaks reports whether the last of toks names a speaker.
func speaks(toks []token) bool {
	n := len(toks)
	return toks[n-1].is(speaker) || n > 1 && toks[n-2].is(speaker) && toks[n-2].span == 2
}

// speeches finds what follows a speaker and a colon without quotation marks,
// to the end of the line or the next speaker: "S1: I think it is 12." A line
// without words that only speech holds is a note under a heading.
func speeches(s string, toks []token) {
	for i := 1; i+1 < len(toks); i++ {
		if toks[i].lower != ":" || toks[i].quoted || toks[i+1].quoted || !speaks(toks[:i]) {
			continue
		}
		end, direct := i+1, false
		for ; end < len(toks) && !lineEnds(s, toks, end) && !addresses(toks, end); end++ {
			direct = direct || toks[end].is(self|spoken) || toks[end].lower == "?"
		}
		for j := i + 1; direct && j < end; j++ {
			toks[j].quoted, toks[j].said = true, true
		}
	}
}

// lineEnds reports whether a line ends before token i.
func lineEnds(s string, toks []token, i int) bool {
	return i > 0 && strings.Contains(s[toks[i-1].end:toks[i].start], "\n")
}

// addresses reports whether a speaker and a colon stand at token i.
func addresses(toks []token, i int) bool {
	next := i + max(1, toks[i].span)
	return toks[i].is(speaker) && next < len(toks) && toks[next].lower == ":"
}
