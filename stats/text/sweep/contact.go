package sweep

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// A contact is a kind of address or number by which somebody can be found.
type contact struct {
	mark    string
	maybe   func(s string) bool // cheap: whether there can be one
	pattern func() *regexp.Regexp
}

// contacts names every kind. Of two that overlap, the one that starts first
// is swept, or the longer.
var contacts = []contact{
	{emailMark, spellsAt, written(
		`(?i)[\p{L}\d._%+-]+\s*(?:[(\[{<]\s*at\s*[)\]}>]|＠)\s*[\p{L}\d-]+(?:\s*(?:\.|[(\[{<]\s*dot\s*[)\]}>]|\sdot\s)\s*[\p{L}\d-]+)*` +
			`|(?i)[\p{L}\d._%+-]+ at [\p{L}\d-]+ dot (?:com|org|net|edu|gov|us|k12)\b`)},
	{linkMark, joinsByDot, written(
		`(?i)\bhttps?://[^\s)\]>"]+|\bwww\.[^\s)\]>"]+` +
			`|\b(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|us|io|ly|example|info|app)\b(?:/[^\s)\]>"]*)?`)},
	{numberMark, func(s string) bool { return digitsIn(s) >= 5 }, written(
		`(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\b\d{3}[ .-])\d{3}[ .-]\d{4}\b` + // telephone
			`|\b\d{3}-\d{2}-\d{4}\b` + // social security
			`|\b\d{3}-\d{4}\b` + // telephone, without its area
			`|(?i)(?:\bid\b|\bnumber\b)[ #:.]*\d{5,}\b|#\d{5,}\b` + // numbers of a person
			`|\b\d{6,}\b`)},
}

// written compiles a pattern when it is first needed.
func written(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// spellsAt reports whether a text may write an address without its sign: with
// "at" in brackets, with " dot ", or with the wide sign.
func spellsAt(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case strings.IndexByte("([{<", c) >= 0:
			rest := strings.TrimLeft(s[i+1:], " \t\n\f\r")
			if len(rest) > 1 && strings.EqualFold(rest[:2], "at") {
				return true
			}
		case c == ' ' && len(s)-i > 4 && strings.EqualFold(s[i:i+5], " dot "):
			return true
		}
	}
	return strings.Contains(s, "＠")
}

// joinsByDot reports whether a dot or "://" stands in a text with no space
// behind it, as in every link.
func joinsByDot(s string) bool {
	for i := range len(s) - 1 {
		www := i > 0 && s[i-1]|0x20 == 'w'
		if s[i] == '.' && (letter(s[i+1]) || www) || s[i] == ':' && s[i+1] == '/' {
			return true
		}
	}
	return false
}

func digitsIn(s string) (n int) {
	for i := range len(s) {
		if digit(s[i]) {
			n++
		}
	}
	return n
}

// A found is a contact in a text.
type found struct {
	from, to int
	mark     string
}

// contactsIn returns the contacts of a text in order; none overlaps another.
func contactsIn(s string) []found {
	var list []found
	for _, e := range emails(s) {
		list = append(list, found{e[0], e[1], emailMark})
	}
	for _, c := range contacts {
		if !c.maybe(s) {
			continue
		}
		for _, at := range c.pattern().FindAllStringIndex(s, -1) {
			list = append(list, found{at[0], at[1], c.mark})
		}
	}
	slices.SortFunc(list, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to))
	})
	out := list[:0]
	for _, f := range list {
		if n := len(out); n == 0 || f.from >= out[n-1].to {
			out = append(out, f)
		}
	}
	return out
}

// longestAddress is the longest e-mail address, in bytes (RFC 5321).
const longestAddress = 254

// emails returns where the e-mail addresses of a text are: a local part, @,
// and a host with a dot.
func emails(s string) [][2]int {
	var found [][2]int
	low := 0 // where an address may begin
	for at := 0; ; {
		k := strings.IndexByte(s[at:], '@')
		if k < 0 {
			return found
		}
		at += k
		from, to := at, at+1
		for from > low && at-from < longestAddress && local(s[from-1]) {
			from--
		}
		dot := 0
		for to < len(s) && to-at < longestAddress && host(s[to]) {
			if s[to] == '.' && to+1 < len(s) && letter(s[to+1]) && to > at+1 {
				dot = to
			}
			to++
		}
		for to > at+1 && !letter(s[to-1]) && !digit(s[to-1]) {
			to--
		}
		at++
		if from < at-1 && dot > 0 && dot < to {
			found = append(found, [2]int{from, to})
			low, at = to, to
		}
	}
}

func letter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= 0x80 }
func digit(b byte) bool  { return b >= '0' && b <= '9' }
func host(b byte) bool   { return letter(b) || digit(b) || b == '-' || b == '.' }
func local(b byte) bool  { return b < 0x80 && (host(b) || strings.IndexByte("_+%'", b) >= 0) }
