package texttest

import (
	"math"
	"strings"
	"unicode"
)

// Words counts the words of a text.
func Words(s string) map[string]float64 {
	of := map[string]float64{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		of[w]++
	}
	return of
}

// IDF weighs the words of texts by how few use them.
func IDF(texts []string) map[string]float64 {
	in := map[string]float64{}
	for _, s := range texts {
		for w := range Words(s) {
			in[w]++
		}
	}
	for w, n := range in {
		in[w] = math.Log(float64(len(texts)+1) / (n + 0.5))
	}
	return in
}

// Cosine is how near two texts are by the words they share.
func Cosine(a, b, weights map[string]float64) float64 {
	dot, x, y := 0.0, 0.0, 0.0
	for w, n := range a {
		v := n * weights[w]
		x += v * v
		dot += v * b[w] * weights[w]
	}
	for w, n := range b {
		y += n * weights[w] * n * weights[w]
	}
	if x == 0 || y == 0 {
		return 0
	}
	return dot / math.Sqrt(x*y)
}

// Overlap is the share of the words of the shorter text that the other has.
func Overlap(a, b map[string]float64) float64 {
	shared := 0.0
	for w := range a {
		if b[w] > 0 {
			shared++
		}
	}
	return shared / float64(max(1, min(len(a), len(b))))
}

// Square is the squared length of a text.
func Square(a, weights map[string]float64) (sum float64) {
	for w, n := range a {
		sum += n * weights[w] * n * weights[w]
	}
	return sum
}
