package input

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/settings"
	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/stats/rating"
)

// Dump returns a table as lines, one a rating or mark, in the table's order.
func Dump(t *rating.Table) []string {
	var out []string
	name := func(item, rater int32) string {
		i := t.Items()[item]
		s := fmt.Sprintf("%s | %s | %s", t.Lessons()[i.Lesson], t.Indicators()[i.Indicator], t.Raters()[rater])
		if round := t.Rounds()[i.Round]; round != "" {
			s = round + " | " + s
		}
		return s
	}
	for k, r := range t.All() {
		line := fmt.Sprintf("%s | %v | %q", name(r.Item, r.Rater), t.Value(int(r.Item), r.Level), t.Reason(k))
		for _, c := range t.Columns() {
			if code := c.Code(k); code >= 0 {
				line += fmt.Sprintf(" | %s=%s", c.Name, c.Levels[code])
			}
		}
		out = append(out, line)
	}
	for _, m := range t.Marks() {
		out = append(out, fmt.Sprintf("%s | %s | %q", name(m.Item, m.Rater), m.State, m.Reason))
	}
	return out
}

// Small returns options with limits that a test can reach.
func Small(o Options) Options {
	o.Limits = &settings.Limits{Limits: source.Limits{Entries: 20, Depth: 3, Columns: 64, Lines: 1000}}
	o.Memory = 4 << 20
	return o
}
