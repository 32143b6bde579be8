package report

import (
	"fmt"
	"math"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
)

// sections is the report in the order in which it is read. A section without
// blocks is left out.
var sections = []struct {
	id, title string
	blocks    func(*calibrate.Report) []Block
}{
	{"verdict", "Verdict", verdict},
	{"figures", "How far apart", figures},
	{"discuss", "Talk about first", discuss},
	{"indicators", "Where: indicators", indicators},
	{"lessons", "Where: lessons", lessons},
	{"not-observed", "Not observed against a score", notObserved},
	{"groups", "Why: groups", groups},
	{"raters", "Raters", raters},
	{"limits", "What these figures cannot say", cannotSay},
	{"coefficients", "Appendix: pooled coefficients", coefficients},
	{"read", "Appendix: what was read", read},
}

// View turns a report into the document that people's formats show.
func View(r *calibrate.Report) Document {
	d := Document{Title: "Calibration report"}
	for _, s := range sections {
		if blocks := s.blocks(r); len(blocks) > 0 {
			d.Sections = append(d.Sections, Section{s.id, s.title, blocks})
		}
	}
	return d
}

// percent writes a share as a whole percentage.
func percent(n stats.Number) string {
	v, ok := n.Value()
	switch {
	case !ok:
		return absent
	case v > 0 && v < 0.005:
		return "<1 %"
	case v < 1 && v >= 0.995:
		return ">99 %"
	}
	return fmt.Sprintf("%.0f %%", math.Round(v*100))
}

// decimal writes a number with so many places, without a negative zero.
func decimal(n stats.Number, places int) string {
	v, ok := n.Value()
	if !ok {
		return absent
	}
	s := fmt.Sprintf("%.*f", places, v)
	if strings.Trim(s, "-0.") == "" {
		s = strings.TrimPrefix(s, "-")
	}
	return s
}

// absent stands where there is no value.
const absent = "–"

// span writes an interval.
func (s Span) String() string {
	if !s.Lower.OK() && !s.Upper.OK() {
		return absent
	}
	if s.Places > 0 {
		return decimal(s.Lower, s.Places) + " to " + decimal(s.Upper, s.Places)
	}
	lower := strings.TrimSuffix(percent(s.Lower), " %")
	if !s.Upper.OK() {
		return "at least " + percent(s.Lower)
	}
	return lower + "–" + percent(s.Upper)
}

// show writes a cell as text.
func show(c Cell) string {
	switch c := c.(type) {
	case nil:
		return ""
	case Text:
		return string(c)
	case Count:
		return fmt.Sprint(int(c))
	case Share:
		return percent(c.Number)
	case Decimal:
		return decimal(c.Number, c.Places)
	case Span:
		return c.String()
	case Histogram:
		return c.String()
	}
	panic(fmt.Sprintf("report: a cell of type %T", c))
}

// bars are the heights of a histogram's columns in a line of text.
var bars = []rune("▁▂▃▄▅▆▇█")

// String draws the histogram as a line of bars; a level that nobody gave is a
// dot.
func (h Histogram) String() string {
	most := 0
	for _, n := range h.Counts {
		most = max(most, n)
	}
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

// count writes a number and its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
