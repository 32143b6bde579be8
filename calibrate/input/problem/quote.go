package problem

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/layout"
)

// QuoteAll returns words in quotation marks with commas between.
func QuoteAll(all []string) string {
	quoted := make([]string, len(all))
	for i, s := range all {
		quoted[i] = `"` + layout.Shorten(s) + `"`
	}
	return strings.Join(quoted, ", ")
}

// QuoteSome quotes the first few of some words.
func QuoteSome(words []string) string {
	if len(words) > 6 {
		return QuoteAll(words[:6]) + " and others"
	}
	return QuoteAll(words)
}
