package text

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// A kind is what a token is.
type kind uint8

const (
	mark    kind = iota // punctuation and symbols
	word                // letters, with or without digits
	number              // 4, 0.5, seven
	share               // 4/22
	clock               // 9:38
	percent             // 60 %
	ordinal             // 7th
	code                // 3b, S1
)

// A token is a word, a number or a mark, with what the lists say of it.
type token struct {
	lower      string // lower case, with straight apostrophes
	start, end int    // bytes of the text
	value      float64
	tags       tag // of the word alone
	wide       tag // of the longest phrase of each list that starts here
	span       int // tokens of the longest phrase that starts here, or 1
	kind       kind
	capital    bool // starts with an upper-case letter
	upper      bool // has two letters or more, all upper case
	joined     bool // follows a hyphen
	opens      bool // opens a quotation
	quoted     bool // stands in a quotation
	reported   bool // is somebody else's words, told
	granted    bool // is advice or imagined: no report of what went on
}

// is reports whether a token is of one of the tags, alone or as the start of
// a phrase.
func (t token) is(of tag) bool { return (t.tags | t.wide).any(of) }

// tokens cuts a text into tokens and tags them.
func (lang *Language) tokens(s string) []token {
	toks := make([]token, 0, len(s)/5+1)
	pos := 0
	hyphen := false
	for it := words.FromString(s); it.Next(); {
		w := it.Value()
		start := pos
		pos += len(w)
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsSpace(r):
			hyphen = false
			continue
		case (w == "-" || w == "‑") && len(toks) > 0 && toks[len(toks)-1].end == start &&
			pos < len(s) && !isSpaceAt(s, pos):
			hyphen = true
			continue
		}
		toks = append(toks, newToken(w, start, hyphen))
		hyphen = false
	}
	toks = mergeNumbers(toks)
	lang.tag(toks)
	return toks
}

func isSpaceAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsSpace(r)
}

func newToken(w string, start int, joined bool) token {
	t := token{start: start, end: start + len(w), joined: joined}
	r, _ := utf8.DecodeRuneInString(w)
	switch {
	case unicode.IsDigit(r):
		t.number(w)
	case unicode.IsLetter(r):
		t.kind = word
		t.capital = unicode.IsUpper(r)
		t.upper = t.capital && len(w) > 1 && strings.ToUpper(w) == w
	}
	t.lower = strings.ReplaceAll(strings.ToLower(w), "’", "'")
	return t
}

// number sets the kind and value of a token that begins with a digit.
func (t *token) number(w string) {
	digits := strings.TrimRightFunc(w, unicode.IsLetter)
	value, err := strconv.ParseFloat(strings.ReplaceAll(digits, ",", ""), 64)
	if err != nil {
		t.kind = word
		return
	}
	t.value = value
	switch suffix := strings.ToLower(w[len(digits):]); suffix {
	case "":
		t.kind = number
	case "st", "nd", "rd", "th":
		t.kind = ordinal
	default:
		t.kind = code
		if len(suffix) > 1 || suffix == "s" || suffix == "m" || suffix == "x" {
			t.kind = number // 7s, 50mL
			t.wide = timeUnit
		}
	}
}

// mergeNumbers joins what the word boundaries of Unicode cut: 9:38, 4/22, 60 %.
func mergeNumbers(toks []token) []token {
	out := toks[:0]
	for i := 0; i < len(toks); i++ {
		t := toks[i]
		if i+2 < len(toks) && t.kind == number && toks[i+2].kind == number &&
			t.end == toks[i+1].start && toks[i+1].end == toks[i+2].start {
			switch next := toks[i+2]; toks[i+1].lower {
			case ":":
				t.kind, t.value, t.end = clock, t.value*60+next.value, next.end
				i += 2
			case "/":
				t.kind, t.end = share, next.end
				i += 2
			}
		} else if i+1 < len(toks) && t.kind == number && toks[i+1].lower == "%" {
			t.kind, t.end = percent, toks[i+1].end
			i++
		}
		out = append(out, t)
	}
	return out
}

// tag looks every word up, alone and as the start of each phrase.
func (lang *Language) tag(toks []token) {
	var calm [][2]int // neutral phrases
	var key []byte
	for i := range toks {
		t := &toks[i]
		t.span = 1
		if t.kind == mark {
			continue
		}
		if value, ok := lang.values[t.lower]; ok && !t.joined {
			t.kind, t.value = number, value
		}
		t.tags = lang.lookup(t.lower)
		key = append(key[:0], t.lower...)
		for j := i + 1; j < len(toks) && j-i < lang.longest[t.lower]; j++ {
			if toks[j].kind == mark {
				break
			}
			key = append(append(key, ' '), toks[j].lower...)
			tags := lang.words[string(key)]
			if tags == 0 {
				continue
			}
			t.wide |= tags
			t.span = j - i + 1
			if tags.any(neutral) {
				calm = append(calm, [2]int{i, j + 1})
			}
		}
	}
	for _, c := range calm {
		for i := c[0]; i < c[1]; i++ {
			toks[i].tags &^= judging
			if i > c[0] {
				toks[i].wide &^= judging
			}
		}
	}
}

// lookup returns the tags of a single word, or of what it stands for without
// its possessive ending.
func (lang *Language) lookup(lower string) tag {
	if tags, ok := lang.words[lower]; ok {
		return tags
	}
	owner, ok := strings.CutSuffix(lower, "'s")
	if !ok {
		owner = strings.TrimSuffix(lower, "'")
	}
	return lang.words[owner] &^ verbs
}
