package document

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// show writes a cell as text. A Mark has none: other columns hold its
// numbers.
func Show(c Cell) string {
	switch c := c.(type) {
	case nil, Mark:
		return ""
	case Text:
		return string(c)
	case Count:
		return wording.Whole(int(c))
	case Share:
		return wording.Percent(c.Number)
	case Limit:
		return c.String()
	case Percent:
		return strings.TrimSuffix(wording.Percent(c.Number), "%")
	case Decimal:
		return wording.Decimal(c.Number, c.Places)
	case Signed:
		return wording.Signed(c.Number, c.Places)
	case Against:
		return c.String()
	case YesNo:
		return Answered(c.Answer)
	case Meets:
		return c.String()
	case Span:
		return c.String()
	case Histogram:
		return c.String()
	case Stack:
		return c.String()
	case Tint:
		return Show(c.Cell) + c.Shade.arrow()
	}
	panic(fmt.Sprintf("report: a cell of type %T", c))
}

// isWords reports whether a cell holds words or a picture, which stand to the
// left.
func isWords(c Cell) bool {
	switch c.(type) {
	case Text, Histogram, Stack, YesNo, Meets, Against, Mark:
		return true
	}
	return false
}

// ColumnIsWords reports whether a column stands to the left: the first does, and
// others where they hold words alone.
func ColumnIsWords(t Table, column int) bool {
	if column == 0 {
		return true
	}
	words := false
	for _, row := range t.Rows {
		if c := row.Cells[column]; c != nil {
			if words = isWords(c); !words {
				return false // a mark among numbers stands with them
			}
		}
	}
	return words
}

// String writes a distance as people say it: "0.4 above".
func (a Against) String() string { return wording.Against(a.Number) }

// String writes a limit; where nothing is asked it is empty.
func (l Limit) String() string {
	switch {
	case !l.OK():
		return ""
	case l.AtMost:
		return "≤ " + wording.Percent(l.Number)
	}
	return "≥ " + wording.Percent(l.Number)
}

// String writes an interval.
func (s Span) String() string {
	if s.Places > 0 {
		return wording.Range(s.Lower, s.Upper, s.Places)
	}
	return wording.PercentRange(s.Lower, s.Upper)
}

// bars are the heights of a histogram's columns in a line of text.
var bars = []rune("▁▂▃▄▅▆▇█")

// String draws the histogram as a line of bars; a level that nobody gave is a
// dot.
func (h Histogram) String() string {
	most := h.Most()
	var b strings.Builder
	for _, n := range h.Counts {
		if n == 0 {
			b.WriteRune('·')
			continue
		}
		b.WriteRune(bars[max(0, (n*len(bars)+most-1)/most-1)])
	}
	return b.String()
}

// most is the highest count.
func (h Histogram) Most() int {
	most := 0
	for _, n := range h.Counts {
		most = max(most, n)
	}
	return most
}

// Words says how many gave each level: "4 gave 2, 5 gave 3".
func (h Histogram) Words() string {
	var parts []string
	for i, n := range h.Counts {
		if n > 0 && i < len(h.Labels) {
			parts = append(parts, fmt.Sprintf("%d gave %s", n, h.Labels[i]))
		}
	}
	return strings.Join(parts, ", ")
}

// Answered writes yes, no or a dash.
func Answered(a calibrate.Answer) string {
	switch {
	case a.Yes():
		return "yes"
	case a.No():
		return "no"
	}
	return wording.Absent
}

// String says how it stands to the standard.
func (m Meets) String() string {
	switch {
	case m.Yes():
		return "meets"
	case m.No():
		return "misses"
	}
	return "can't tell"
}

// Head parts a sentence of a list with heads into its head and the rest.
func Head(item string) (head, rest string) {
	head, rest, ok := strings.Cut(item, ": ")
	if !ok {
		return "", item
	}
	return head + ":", " " + rest
}
