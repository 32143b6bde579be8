// Package token holds what a text is cut into, words, numbers and marks, and the
// tags that say in which lists of a language a word stands.
package token

// A Kind is what a token is.
type Kind uint8

const (
	Mark    Kind = iota // punctuation and symbols
	Word                // letters, with or without digits
	Number              // 4, 0.5, seven
	Share               // 4/22
	Clock               // 9:38
	Percent             // 60%
	Ordinal             // 7th
	Code                // 3b, S1
)

// A Token is a word, a number or a mark, with what the lists say of it.
type Token struct {
	Lower      string // lower case, with straight apostrophes
	Start, End int    // bytes of the text
	Value      float64
	Other      float64 // of a share: what it is of
	Tags       Tag     // what the lists say of it, or of the phrase that starts here
	Span       int     // tokens of that phrase, or 1
	Kind       Kind
	Capital    bool // starts with an upper-case letter
	Upper      bool // has two letters or more, all upper case
	Owner      bool // stands in the possessive
	Joined     bool // follows a hyphen
	Opens      bool // opens a quotation
	Said       bool // follows a speaker and a colon, without quotation marks
	Quoted     bool // stands in a quotation
	Figure     bool // stands in a figure of speech
}

// Is reports whether a token is of one of the tags.
func (t Token) Is(of Tag) bool { return t.Tags.Any(of) }
