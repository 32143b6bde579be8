package language

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"

	"github.com/cb401426/calibrate/stats/text/token"
)

// tokensOf cuts a text into tokens and tags them, and says which language it is
// in: empty for one that is not known.
func tokensOf(lang *Language, s string) (toks []token.Token, language string) {
	toks = make([]token.Token, 0, len(s)/5+1)
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
	alien, own := aliens(lang, toks)
	if alien >= leastAlien && alien > own {
		tagAll(lang, toks)
		return toks, ""
	}
	language = glossAll(lang, toks)
	tagAll(lang, toks)
	least := leastKnown
	if alien > own {
		least = leastKnownBeside
	}
	if language == lang.name && !knows(toks, least) {
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

func newToken(lang *Language, w string, start int, joined bool) token.Token {
	t := token.Token{Start: start, End: start + len(w), Joined: joined}
	r, _ := utf8.DecodeRuneInString(w)
	switch {
	case unicode.IsDigit(r):
		readNumber(lang, &t, w)
	case times(w):
		readNumber(lang, &t, w[1:])
	case unicode.IsLetter(r):
		t.Kind = token.Word
		t.Capital = unicode.IsUpper(r)
		t.Upper = t.Capital && len(w) > 1 && strings.ToUpper(w) == w
	}
	t.Lower = strings.ReplaceAll(strings.ToLower(w), "’", "'")
	if long, ok := lang.short[t.Lower]; ok && t.Kind != token.Number {
		t.Lower, t.Kind = long, token.Word
	}
	return t
}

// times reports whether w is a count such as x4.
func times(w string) bool {
	return len(w) > 1 && (w[0] == 'x' || w[0] == 'X') && w[1] >= '0' && w[1] <= '9'
}

// readNumber sets the kind and value of a token that begins with a digit.
func readNumber(lang *Language, t *token.Token, w string) {
	digits := strings.TrimRightFunc(w, unicode.IsLetter)
	value, err := strconv.ParseFloat(strings.ReplaceAll(digits, ",", ""), 64)
	if err != nil {
		t.Kind = token.Word
		return
	}
	t.Value = value
	suffix := strings.ToLower(w[len(digits):])
	switch {
	case suffix == "":
		t.Kind = token.Number
	case slices.Contains(lang.endings["ordinal"], suffix):
		t.Kind = token.Ordinal
	case suffix == "x":
		t.Kind, t.Tags = token.Number, token.Repeated // 22x
	case lang.words[suffix].Any(token.Unit):
		t.Kind = token.Number // 7s, 50mL
		t.Tags = token.TimeUnit
	default:
		t.Kind = token.Code
	}
}

// mergeNumbers joins what the word boundaries of Unicode cut: 9:38, 4/22, 60%,
// twenty six.
func mergeNumbers(lang *Language, toks []token.Token) []token.Token {
	out := toks[:0]
	for i := 0; i < len(toks); i++ {
		t := toks[i]
		if tens, ok := lang.values[t.Lower]; ok && i+1 < len(toks) && tens >= 20 && tens < 100 && math.Mod(tens, 10) == 0 {
			if ones := lang.values[toks[i+1].Lower]; ones >= 1 && ones < 10 && ones == math.Trunc(ones) && toks[i+1].Start-t.End <= 1 {
				t.Kind, t.Value, t.End = token.Number, tens+ones, toks[i+1].End
				t.Lower = strconv.FormatFloat(t.Value, 'f', -1, 64)
				i++
			}
		}
		if i+2 < len(toks) && t.Kind == token.Number && toks[i+2].Kind == token.Number &&
			t.End == toks[i+1].Start && toks[i+1].End == toks[i+2].Start {
			switch next := toks[i+2]; toks[i+1].Lower {
			case ":":
				t.Kind, t.Value, t.End = token.Clock, t.Value*60+next.Value, next.End
				i += 2
			case "/":
				t.Kind, t.Other, t.End = token.Share, next.Value, next.End
				i += 2
			}
		} else if i+1 < len(toks) && t.Kind == token.Number && toks[i+1].Lower == "%" {
			t.Kind, t.End = token.Percent, toks[i+1].End
			i++
		}
		out = append(out, t)
	}
	return out
}

// tagAll looks every word up, and every phrase: the longest phrase from the left
// takes its words' own judgements and actions from them.
func tagAll(lang *Language, toks []token.Token) {
	var key []byte
	inside := 0         // the end of the last phrase
	lost := token.Inner // what its words lose
	for i := range toks {
		t := &toks[i]
		t.Span = 1
		if t.Kind == token.Mark {
			continue
		}
		if value, ok := lang.values[t.Lower]; ok && !t.Joined && i >= inside {
			t.Kind, t.Value = token.Number, value
		}
		tags, owner := lang.lookup(t.Lower)
		if tags == 0 && t.Kind == token.Word && (!t.Capital || t.Upper) {
			if right, ok := lang.spelled(t.Lower); ok {
				t.Lower = right
				tags, owner = lang.lookup(right)
			}
		}
		t.Owner = owner
		if i < inside {
			t.Tags |= tags &^ lost
			continue
		}
		var phrase token.Tag
		key, t.Span, phrase = phraseAt(lang, toks[i:], key)
		if t.Span > 1 {
			inside, lost = i+t.Span, token.Inner
			if phrase.Any(token.Degree | token.Vague) {
				lost |= token.People | token.Many | token.Learner // "too many" are nobody
			}
			if phrase.Any(token.Idiom) {
				lost = ^token.Tag(0)
				for j := i; j < inside; j++ {
					toks[j].Kind, toks[j].Figure = token.Word, true // and "one" is no number
				}
			}
			tags = tags&^(lost|token.Function) | phrase
		}
		t.Tags |= tags
	}
}

// phraseAt returns the number of tokens of the longest phrase that toks starts
// with, or 1, and its tags. It uses key as room for the words.
func phraseAt(lang *Language, toks []token.Token, key []byte) ([]byte, int, token.Tag) {
	key = append(key[:0], toks[0].Lower...)
	span, tags := 1, token.Tag(0)
	for j := 1; j < min(len(toks), lang.longest[toks[0].Lower]); j++ {
		if toks[j].Kind == token.Mark {
			break
		}
		key = append(append(key, ' '), toks[j].Lower...)
		if found := lang.words[string(key)]; found != 0 {
			span, tags = j+1, found
		}
	}
	return key, span, tags
}

// lookup returns the tags of a single word, or of what it stands for without
// its possessive ending.
func (lang *Language) lookup(lower string) (tags token.Tag, owner bool) {
	if tags, ok := lang.words[lower]; ok {
		return tags, false
	}
	name, ok := lang.Ends(lower, "owner")
	if !ok {
		return 0, false
	}
	return lang.words[name] &^ token.Verbs, true
}
