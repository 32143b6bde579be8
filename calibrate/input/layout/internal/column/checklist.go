package column

// untickedBoxes makes scores of empty columns among those of a checklist: boxes
// that nobody ticked.
func untickedBoxes(f *Frame) {
	first, last, ticked := -1, -1, 0
	for i := range f.Columns {
		if c := &f.Columns[i]; c.Scoring && c.marked() {
			if first < 0 {
				first = i
			}
			last = i
			ticked++
		}
	}
	if ticked < 2 {
		return
	}
	for i := range f.Columns {
		c := &f.Columns[i]
		beside := i >= first-1 && i <= last+1
		if beside && c.Role == "" && !c.User && c.Filled == 0 && c.Text != "" && len(c.Named) == 0 {
			c.Scoring = true
		}
	}
}
