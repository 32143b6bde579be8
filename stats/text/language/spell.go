package language

// leastSpelled is the shortest word whose spelling is mended: of shorter ones
// too many are one letter apart.
const leastSpelled = 6

// mostSpelled is longer than any word of a list: what is longer is no slip of
// one, and to try every slip of it would take the square of its length.
const mostSpelled = 40

// firstVowel is the first place at which another vowel is a slip: "consistant".
// Before it, it makes another word: sample and simple, bitter and better.
const firstVowel = 3

// spelled returns the word of the lists that a word is one slip away from: two
// letters changed over, one left out, one doubled or single, or another vowel.
func (lang *Language) spelled(w string) (string, bool) {
	if len(w) < leastSpelled || len(w) > mostSpelled || !plainWord(w) {
		return "", false
	}
	if lang.memory != nil {
		if right, ok := lang.memory.spelled.Load(w); ok {
			return right.(string), right != ""
		}
	}
	right := respelled(lang, w)
	if lang.memory != nil {
		lang.memory.spelled.Store(w, right)
	}
	return right, right != ""
}

const vowels = "aeiou"

func respelled(lang *Language, w string) string {
	b := make([]byte, 0, len(w)+1)
	try := func(parts ...string) bool {
		b = b[:0]
		for _, p := range parts {
			b = append(b, p...)
		}
		return lang.words[string(b)] != 0
	}
	const letters = "abcdefghijklmnopqrstuvwxyz"
	for i := 1; i < len(w); i++ { // the first letter is seldom wrong
		if w[i] == w[i-1] && try(w[:i], w[i+1:]) {
			return string(b)
		}
		if i+1 < len(w) && w[i] != w[i+1] && try(w[:i], w[i+1:i+2], w[i:i+1], w[i+2:]) {
			return string(b)
		}
		for l := range letters {
			left := letters[l : l+1]
			if (i > 1 || left[0] == w[i-1] || left[0] == w[i]) && try(w[:i], left, w[i:]) && (l != 's'-'a' || i < len(w)) {
				return string(b)
			}
		}
		for v := range vowels {
			if i >= firstVowel && isVowel(w[i]) && w[i] != vowels[v] && try(w[:i], vowels[v:v+1], w[i+1:]) {
				return string(b)
			}
		}
	}
	return ""
}

func isVowel(c byte) bool {
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'
}
