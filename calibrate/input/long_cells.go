package input

// maxCell is what the cell of a spreadsheet can hold; maxName is more than
// any name needs.
const (
	maxCell = 32767
	maxName = 1000
)

// checkLengths reports a name that is none, and a reason that has swallowed
// the lines after it.
func (r *reader) checkLengths(x *reading, rec record, row int) bool {
	if len(rec.Reason) > maxCell {
		r.journal.add(x.sheet.place(row, -1, ""), "long_cell", "", "", "a reason of %d characters", len(rec.Reason))
	}
	for _, name := range []string{rec.Rater, rec.Lesson, rec.Indicator, rec.Round} {
		if len(name) > maxName {
			r.journal.add(x.sheet.place(row, -1, ""), "long_name", name, "", "a name of %d characters", len(name))
			return false
		}
	}
	return true
}
