package wording

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/stats"
)

// Absent stands where there is no value.
const Absent = "–"

// tie lets a half that is a hair below itself in binary round like one that
// is not.
const tie = 1e-9

// Percent writes a share as a whole percentage: 64%. A share that is not 0 or
// 1 is never printed as such.
func Percent(n stats.Number) string {
	v, ok := n.Value()
	switch {
	case !ok:
		return Absent
	case v > 0 && v < 0.005:
		return "<1%"
	case v < 1 && v >= 0.995:
		return ">99%"
	}
	return strconv.Itoa(wholePercent(v)) + "%"
}

// PercentOf writes a share that is there.
func PercentOf(v float64) string { return Percent(stats.Of(v)) }

// wholePercent is the percentage that Percent prints.
func wholePercent(v float64) int { return int(math.Round(v*100 + math.Copysign(tie, v))) }

// Points writes the difference of two shares as it follows from the
// percentages on the page: from 47% to 60% it is 13 points.
func Points(a, b float64) string {
	n := wholePercent(b) - wholePercent(a)
	return Count(max(n, -n), "point")
}

// PercentRange writes an interval of shares: 47–80%.
func PercentRange(lower, upper stats.Number) string {
	switch {
	case !lower.OK() && !upper.OK():
		return Absent
	case !upper.OK():
		return "at least " + Percent(lower)
	}
	return strings.TrimSuffix(Percent(lower), "%") + "–" + Percent(upper)
}

// Range writes an interval of decimals: 0.05 to 0.80.
func Range(lower, upper stats.Number, places int) string {
	if !lower.OK() && !upper.OK() {
		return Absent
	}
	return Decimal(lower, places) + " to " + Decimal(upper, places)
}

// Decimal writes a number with so many places, without a negative zero.
func Decimal(n stats.Number, places int) string {
	v, ok := n.Value()
	if !ok {
		return Absent
	}
	s := strconv.FormatFloat(v+math.Copysign(tie, v), 'f', places, 64)
	if strings.Trim(s, "-0.") == "" {
		return strings.TrimPrefix(s, "-")
	}
	return strings.Replace(s, "-", "−", 1)
}

// Signed writes a number with its sign; what rounds to zero has none.
func Signed(n stats.Number, places int) string {
	s := Decimal(n, places)
	if v, ok := n.Value(); ok && v > 0 && strings.Trim(s, "0.") != "" {
		return "+" + s
	}
	return s
}

// Against says how far above or below: "0.4 above", or "level".
func Against(n stats.Number) string {
	size := Decimal(n.Map(math.Abs), 1)
	switch v, ok := n.Value(); {
	case !ok:
		return Absent
	case strings.Trim(size, "0.") == "":
		return "level"
	case v > 0:
		return size + " above"
	}
	return size + " below"
}

// Level writes the value of a level, or of a score.
func Level(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// Confidence writes the confidence of an interval: 95%.
func Confidence(c float64) string { return strconv.FormatFloat(c*100, 'g', -1, 64) + "%" }

// Whole writes a whole number, from a thousand on with commas: 1,000.
func Whole(n int) string {
	s := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, s = "−", s[1:]
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return sign + s
}

// Count writes a number and its noun: 1 rater, 9 raters.
func Count(n int, noun string) string {
	return fmt.Sprintf("%s %s", Whole(n), Plural(n, noun, noun+"s"))
}
