package text

import (
	"math"
	"slices"
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
	percent             // 60%
	ordinal             // 7th
	code                // 3b, S1
)

// A token is a word, a number or a mark, with what the lists say of it.
type token struct {
	lower      string // lower case, with straight apostrophes
	start, end int    // bytes of the text
	value      float64
	other      float64 // of a share: what it is of
	tags       tag     // what the lists say of it, or of the phrase that starts here
	span       int     // tokens of that phrase, or 1
	kind       kind
	capital    bool // starts with an upper-case letter
	upper      bool // has two letters or more, all upper case
	owner      bool // stands in the possessive
	joined     bool // follows a hyphen
	opens      bool // opens a quotation
	said       bool // follows a speaker and a colon, without quotation marks
	quoted     bool // stands in a quotation
	reported   bool // is somebody else's words, told
	granted    bool // is advice or imagined: no report of what went on
	figure     bool // stands in a figure of speech
	title      bool // stands in a name, the title of a work or what it is about
}

// is reports whether a token is of one of the tags.
func (t token) is(of tag) bool { return t.tags.any(of) }

// tokensOf cuts a text into tokens and tags them, and says which language it is
// in: empty for one that is not known.
func tokensOf(lang *Language, s string) (toks []token, language string) {
	toks = make([]token, 0, len(s)/5+1)
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
		case joins(s, w, start, pos):
			hyphen = true
			continue
		case w == "/" && start > 0 && s[start-1]|0x20 == 'w' && (start < 2 || !isLetter(s[:start-1])):
			continue // w/ for with
		}
		toks = append(toks, newToken(lang, w, start, hyphen))
		hyphen = false
	}
	toks = mergeNumbers(lang, toks)
	language = glossAll(lang, toks)
	tagAll(lang, toks)
	if language == lang.name && !knows(lang, toks) {
		language = ""
	}
	return toks, language
}

// isLetter reports whether s ends in a letter or digit.
func isLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// joins reports whether the mark w from start to end of s stands between two
// letters of one word, as in co-teacher and n/a.
func joins(s, w string, start, end int) bool {
	if w != "-" && w != "‑" && w != "/" {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	after, _ := utf8.DecodeRuneInString(s[end:])
	return unicode.IsLetter(after) && (unicode.IsLetter(before) || w != "/" && unicode.IsDigit(before))
}

func newToken(lang *Language, w string, start int, joined bool) token {
	t := token{start: start, end: start + len(w), joined: joined}
	r, _ := utf8.DecodeRuneInString(w)
	switch {
	case unicode.IsDigit(r):
		readNumber(lang, &t, w)
	case times(w):
		readNumber(lang, &t, w[1:])
	case unicode.IsLetter(r):
		t.kind = word
		t.capital = unicode.IsUpper(r)
		t.upper = t.capital && len(w) > 1 && strings.ToUpper(w) == w
	}
	t.lower = strings.ReplaceAll(strings.ToLower(w), "’", "'")
	if long, ok := lang.short[t.lower]; ok && t.kind != number {
		t.lower, t.kind = long, word
	}
	return t
}

// times reports whether w is a count such as x4.
func times(w string) bool {
	return len(w) > 1 && (w[0] == 'x' || w[0] == 'X') && w[1] >= '0' && w[1] <= '9'
}

// readNumber sets the kind and value of a token that begins with a digit.
func readNumber(lang *Language, t *token, w string) {
	digits := strings.TrimRightFunc(w, unicode.IsLetter)
	value, err := strconv.ParseFloat(strings.ReplaceAll(digits, ",", ""), 64)
	if err != nil {
		t.kind = word
		return
	}
	t.value = value
	suffix := strings.ToLower(w[len(digits):])
	switch {
	case suffix == "":
		t.kind = number
	case slices.Contains(lang.endings["ordinal"], suffix):
		t.kind = ordinal
	case suffix == "x":
		t.kind, t.tags = number, repeated // 22x
	case lang.words[suffix].any(unit):
		t.kind = number // 7s, 50mL
		t.tags = timeUnit
	default:
		t.kind = code
	}
}

// mergeNumbers joins what the word boundaries of Unicode cut: 9:38, 4/22, 60%,
// twenty six.
func mergeNumbers(lang *Language, toks []token) []token {
	out := toks[:0]
	for i := 0; i < len(toks); i++ {
		t := toks[i]
		if tens, ok := lang.values[t.lower]; ok && i+1 < len(toks) && tens >= 20 && tens < 100 && math.Mod(tens, 10) == 0 {
			if ones := lang.values[toks[i+1].lower]; ones >= 1 && ones < 10 && ones == math.Trunc(ones) && toks[i+1].start-t.end <= 1 {
				t.kind, t.value, t.end = number, tens+ones, toks[i+1].end
				t.lower = strconv.FormatFloat(t.value, 'f', -1, 64)
				i++
			}
		}
		if i+2 < len(toks) && t.kind == number && toks[i+2].kind == number &&
			t.end == toks[i+1].start && toks[i+1].end == toks[i+2].start {
			switch next := toks[i+2]; toks[i+1].lower {
			case ":":
				t.kind, t.value, t.end = clock, t.value*60+next.value, next.end
				i += 2
			case "/":
				t.kind, t.other, t.end = share, next.value, next.end
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

// tagAll looks every word up, and every phrase: the longest phrase from the left
// takes its words' own judgements and actions from them.
func tagAll(lang *Language, toks []token) {
	var key []byte
	inside := 0   // the end of the last phrase
	lost := inner // what its words lose
	for i := range toks {
		t := &toks[i]
		t.span = 1
		if t.kind == mark {
			continue
		}
		if value, ok := lang.values[t.lower]; ok && !t.joined && i >= inside {
			t.kind, t.value = number, value
		}
		tags, owner := lang.lookup(t.lower)
		if tags == 0 && t.kind == word && (!t.capital || t.upper) {
			if right, ok := lang.spelled(t.lower); ok {
				t.lower = right
				tags, owner = lang.lookup(right)
			}
		}
		t.owner = owner
		if i < inside {
			t.tags |= tags &^ lost
			continue
		}
		var phrase tag
		key, t.span, phrase = phraseAt(lang, toks[i:], key)
		if t.span > 1 {
			inside, lost = i+t.span, inner
			if phrase.any(degree | vague) {
				lost |= people | many | learner // "too many" are nobody
			}
			if phrase.any(idiom) {
				lost = ^tag(0)
				for j := i; j < inside; j++ {
					toks[j].kind, toks[j].figure = word, true // and "one" is no number
				}
			}
			tags = tags&^(lost|function) | phrase
		}
		t.tags |= tags
	}
}

// phraseAt returns the number of tokens of the longest phrase that toks starts
// with, or 1, and its tags. It uses key as room for the words.
func phraseAt(lang *Language, toks []token, key []byte) ([]byte, int, tag) {
	key = append(key[:0], toks[0].lower...)
	span, tags := 1, tag(0)
	for j := 1; j < min(len(toks), lang.longest[toks[0].lower]); j++ {
		if toks[j].kind == mark {
			break
		}
		key = append(append(key, ' '), toks[j].lower...)
		if found := lang.words[string(key)]; found != 0 {
			span, tags = j+1, found
		}
	}
	return key, span, tags
}

// lookup returns the tags of a single word, or of what it stands for without
// its possessive ending.
func (lang *Language) lookup(lower string) (tags tag, owner bool) {
	if tags, ok := lang.words[lower]; ok {
		return tags, false
	}
	name, ok := lang.ends(lower, "owner")
	if !ok {
		return 0, false
	}
	return lang.words[name] &^ verbs, true
}
