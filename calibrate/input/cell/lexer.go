package cell

import (
	"strconv"
	"strings"
)

// A Lexer reads cells, each distinct text once. Missing are the words and
// numbers, folded, that stand for nothing in this input.
type Lexer struct {
	Commas  bool // 2,5 is a number
	Missing map[string]bool
	tokens  map[string]Token
}

// NewLexer returns a Lexer.
func NewLexer(commas bool, missing []string) *Lexer {
	l := &Lexer{Commas: commas, Missing: map[string]bool{}, tokens: map[string]Token{}}
	for _, word := range missing {
		l.Missing[Fold(word)] = true
	}
	return l
}

// Lex reads a cell.
func (l *Lexer) Lex(text string) Token {
	if t, ok := l.tokens[text]; ok {
		return t
	}
	t := Lex(text, l.Commas)
	if len(l.Missing) > 0 && l.missing(t, text) {
		t = Token{Kind: Gap, Label: Clean(text)}
	}
	if len(text) <= MaxScore {
		l.tokens[strings.Clone(text)] = t
	}
	return t
}

// missing reports whether a cell is one of the words or numbers that stand
// for nothing.
func (l *Lexer) missing(t Token, text string) bool {
	return l.Missing[Fold(text)] || t.Kind == Number && l.Missing[strconv.FormatFloat(t.Value, 'f', -1, 64)]
}
