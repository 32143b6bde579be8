package text

import "strings"

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
