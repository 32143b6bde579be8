package header

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// summaryWords make up the titles of rows and columns that sum up others.
// The value is false for words that are names of people too: they count only
// beside a row or column that is plainly a summary.
var summaryWords = map[string]bool{
	"average": true, "averages": true, "avg": true, "mean": true, "means": true,
	"total": true, "totals": true, "sum": true, "median": true, "count": true,
	"sd": true, "stdev": true, "stddev": true, "variance": true, "subtotal": true,
	"mittelwert": true, "durchschnitt": true, "summe": true, "gesamt": true,
	"promedio": true, "moyenne": true, "minimum": true, "maximum": true, "mode": true,
	"weight": true, "weights": true, "weighting": true, "possible": true,
	"min": false, "max": false, "n": false, "range": false, "media": false,
	"agreement": false, "spread": false, "consensus": false, "percent": false,
}

// Fillers may stand beside a summary word.
var Fillers = map[string]bool{
	"of": true, "score": true, "scores": true, "rating": true, "ratings": true, "all": true,
	"raters": true, "rater": true, "group": true, "grand": true, "overall": true, "per": true,
	"row": true, "column": true, "team": true, "district": true, "school": true, "state": true, "building": true,
	"cohort": true, "national": true, "administrators": true, "principals": true, "observers": true, "our": true, "std": true, "dev": true, "deviation": true,
	"points": true, "pts": true, "standard": true, "error": true, "indicator": true, "lesson": true, "the": true,
}

// summaryKind says whether a title sums up others: surely, or perhaps.
func summaryKind(title string) (surely, perhaps bool) {
	w := cell.Words(title)
	if len(w) == 0 || len(w) > 5 {
		return false, false
	}
	for _, word := range w {
		sure, known := summaryWords[word]
		switch {
		case known && sure:
			surely = true
		case known:
			perhaps = true
		case !Fillers[word]:
			return false, false
		}
	}
	return surely, surely || perhaps
}

// SummedUp returns whose cells a row sums up by its first cell, folded: Ruiz in
// "Ruiz Total" and "Mean for Ruiz". It is empty where it says nothing of the kind.
func SummedUp(title string) string {
	words := cell.Words(title)
	if len(words) < 2 || len(words) > 8 {
		return ""
	}
	rest := words
	switch first, last := words[0], words[len(words)-1]; {
	case summaryWords[last]:
		rest = words[:len(words)-1]
	case summaryWords[first]:
		rest = words[1:]
	default:
		return ""
	}
	for len(rest) > 1 && (Fillers[rest[0]] || rest[0] == "for") {
		rest = rest[1:]
	}
	return strings.Join(rest, " ")
}

// IsSummary reports whether a title surely sums up others.
func IsSummary(title string) bool {
	surely, _ := summaryKind(title)
	return surely
}
