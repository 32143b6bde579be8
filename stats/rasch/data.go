package rasch

import (
	"fmt"

	"github.com/cb401426/calibrate/stats/rating"
)

// A Facet is one side of the rating situation: the lessons, the raters.
type Facet struct {
	Name     string
	Elements []string
}

// Data are ratings as codes. Rating n is of element Codes[f][n] of facet f and
// is level Level[n] of the scale on which it was given. The first facet is
// that of the lessons. The same elements may be rated again.
type Data struct {
	Facets []Facet
	Codes  [][]int32
	Level  []uint16
	Scales []rating.Scale
	Scale  []uint8 // of each rating; nil where there is one scale
}

// Ratings returns the number of ratings.
func (d *Data) Ratings() int { return len(d.Level) }

// Facet returns the position of the facet with a name, or −1.
func (d *Data) Facet(name string) int {
	for f, facet := range d.Facets {
		if facet.Name == name {
			return f
		}
	}
	return -1
}

// The names of the facets that FromTable makes.
const (
	Lesson    = "lesson"
	Indicator = "indicator"
	Rater     = "rater"
	Round     = "round"
)

// FromTable returns the ratings of a table with the facets lesson, indicator
// and rater, and round where there are several.
func FromTable(t *rating.Table) *Data {
	d := &Data{
		Facets: []Facet{{Lesson, t.Lessons()}, {Indicator, t.Indicators()}, {Rater, t.Raters()}},
		Codes:  make([][]int32, 3),
		Level:  make([]uint16, 0, t.Ratings()),
		Scales: t.Scales(),
	}
	rounds := len(t.Rounds()) > 1
	if rounds {
		d.Facets = append(d.Facets, Facet{Round, t.Rounds()})
		d.Codes = append(d.Codes, nil)
	}
	for f := range d.Codes {
		d.Codes[f] = make([]int32, 0, t.Ratings())
	}
	if len(d.Scales) > 1 {
		d.Scale = make([]uint8, 0, t.Ratings())
	}
	for i, item := range t.Items() {
		raters, levels := t.Row(i)
		d.Level = append(d.Level, levels...)
		d.Codes[2] = append(d.Codes[2], raters...)
		for range raters {
			d.Codes[0] = append(d.Codes[0], item.Lesson)
			d.Codes[1] = append(d.Codes[1], item.Indicator)
			if rounds {
				d.Codes[3] = append(d.Codes[3], item.Round)
			}
			if d.Scale != nil {
				d.Scale = append(d.Scale, uint8(t.ScaleOf(item.Indicator)))
			}
		}
	}
	return d
}

// scale returns the scale of a rating.
func (d *Data) scale(n int) int {
	if d.Scale == nil {
		return 0
	}
	return int(d.Scale[n])
}

// check panics where the parts of d do not belong together.
func (d *Data) check() {
	if len(d.Facets) < 2 || len(d.Codes) != len(d.Facets) || len(d.Scales) == 0 {
		panic("rasch: two facets or more and a scale are needed")
	}
	for f, codes := range d.Codes {
		if len(codes) != len(d.Level) {
			panic(fmt.Sprintf("rasch: facet %s has %d codes for %d ratings", d.Facets[f].Name, len(codes), len(d.Level)))
		}
		for _, c := range codes {
			if c < 0 || int(c) >= len(d.Facets[f].Elements) {
				panic(fmt.Sprintf("rasch: facet %s has no element %d", d.Facets[f].Name, c))
			}
		}
	}
	for n, level := range d.Level {
		if int(level) >= len(d.Scales[d.scale(n)].Levels) {
			panic(fmt.Sprintf("rasch: scale %s has no level %d", d.Scales[d.scale(n)].ID, level))
		}
	}
}
