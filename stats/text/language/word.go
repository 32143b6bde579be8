package language

import (
	"unicode/utf8"

	"github.com/cb401426/calibrate/stats/text/token"
)

// Plural reports whether a token has the shape of a plural.
func Plural(lang *Language, t token.Token) bool {
	_, is := lang.Ends(t.Lower, "plural")
	_, not := lang.Ends(t.Lower, "unplural")
	return t.Kind == token.Word && is && !not && len(t.Lower) > 3
}

// Idle reports whether a word says nothing by itself.
func Idle(lang *Language, t token.Token) bool {
	tags, _ := lang.lookup(t.Lower)
	return tags.Any(token.Function) || utf8.RuneCountInString(t.Lower) < 2
}
