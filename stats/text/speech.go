package text

import "strings"

// speaks reports whether the last of toks names a speaker.
func speaks(toks []token) bool {
	n := len(toks)
	return toks[n-1].is(speaker) || n > 1 && toks[n-2].is(speaker) && toks[n-2].span == 2
}

// speeches finds what follows a speaker and a colon without quotation marks,
// to the end of the line: "S1: I think it is 12." A line without words that
// only speech holds is a note under a heading.
func speeches(s string, toks []token) {
	for i := 1; i+1 < len(toks); i++ {
		if toks[i].lower != ":" || !speaks(toks[:i]) || toks[i].quoted || toks[i+1].quoted {
			continue
		}
		end, direct := i+1, false
		for ; end < len(toks) && !strings.Contains(s[toks[end-1].end:toks[end].start], "\n"); end++ {
			if next := end + max(1, toks[end].span); next < len(toks) && toks[next].lower == ":" && toks[end].is(speaker) {
				break
			}
			direct = direct || toks[end].is(self|spoken) || toks[end].lower == "?"
		}
		for j := i + 1; direct && j < end; j++ {
			toks[j].quoted, toks[j].said = true, true
		}
	}
}
