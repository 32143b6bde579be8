package input

import (
	"fmt"

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
	o.limits = &limits{bytes: 1 << 20, unpacked: 64 << 10, entries: 20, depth: 3, columns: 64, rows: 1000, cells: 5000}
	return o
}

// A CSVRow is a record and the number of its first line.
type CSVRow struct {
	Line  int
	Cells []string
}

// ParseCSV returns the records of a text and the number of faults in it.
func ParseCSV(text string) (out []CSVRow, faults int) {
	rows, wrong := parseCSV(text, ',')
	for _, r := range rows {
		out = append(out, CSVRow{r.line, r.cells})
	}
	return out, len(wrong)
}
