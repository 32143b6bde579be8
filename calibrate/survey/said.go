package survey

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/gap"
)

// Said says in counts of people what the answers to a dimension are: "Today: two
// said 2, four said 3. Should be: six said 4."
func Said(r *Report, d *Dimension) string {
	f, scale := FrameOf(r), &r.Input.Scale
	var parts []string
	for _, side := range []struct {
		what string
		of   *Side
	}{{wording.Capital(f.Today), &d.Is}, {wording.Capital(f.Goal), &d.Should}} {
		var said []string
		for i, n := range side.of.Distribution {
			if n > 0 {
				said = append(said, wording.Number(n)+" said "+wording.Level(scale.Levels[i]))
			}
		}
		text := strings.Join(said, ", ")
		if side.of.Distribution == nil {
			text = "on average " + wording.Decimal(side.of.Mean, 0)
		}
		parts = append(parts, side.what+": "+cmp.Or(text, "nobody answered")+".")
	}
	if v, ok := d.Gap.Mean.Value(); ok && d.Reading == gap.AlignedChange {
		by := wording.Decimal(stats.Of(abs(v)), 1)
		if f.ID == "practice" {
			parts = append(parts, fmt.Sprintf("On average the two lie %s apart.", by))
		} else {
			parts = append(parts, fmt.Sprintf("On average you want to %s by %s.", move(d, v > 0), by))
		}
	}
	if d.ShouldToo {
		parts = append(parts, "And "+lower(f.Kind(gap.WantDifferently).Title)+".")
	}
	return strings.Join(parts, " ")
}

// GroupSentences says where a group differs from the others: what holds against
// chance over all that was compared. Where a group sees today or wants the
// goal differently, that it wants another move follows, and is not said.
func GroupSentences(r *Report) []string {
	groups := r.Groups
	if len(groups) == 2 {
		groups = groups[:1] // the second is the first turned round
	}
	var list []string
	for _, g := range groups {
		for _, details := range g.Dimensions {
			d := dimensionOf(r, details.ID)
			said := false
			for _, x := range []struct {
				format string
				of     Difference
			}{
				{"%s: %s sees today nearer %s than the others do, by %s points.", details.Is},
				{"%s: %s would be nearer %s than the others, by %s points.", details.Should},
				{"%s: %s wants to move further toward %s than the others, by %s points.", details.Gap},
			} {
				v, ok := x.of.Difference.Value()
				if p, tested := x.of.PValue.Value(); !ok || !tested || p > 0.05 || said && x.of == details.Gap {
					continue
				}
				said = true
				list = append(list, fmt.Sprintf(x.format, d.Name, g.ID, end(d, v > 0), wording.Decimal(stats.Of(abs(v)), 1)))
			}
		}
	}
	return list
}

// dimensionOf is the dimension with an id.
func dimensionOf(r *Report, id string) *Dimension {
	for i := range r.Dimensions {
		if r.Dimensions[i].ID == id {
			return &r.Dimensions[i]
		}
	}
	return &Dimension{Name: id}
}
