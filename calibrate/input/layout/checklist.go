package layout

// untickedBoxes makes scores of empty columns among those of a checklist: boxes
// that nobody ticked.
func untickedBoxes(f *frame) {
	first, last, ticked := -1, -1, 0
	for i := range f.columns {
		if c := &f.columns[i]; c.scoring && c.marked() {
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
	for i := range f.columns {
		c := &f.columns[i]
		beside := i >= first-1 && i <= last+1
		if beside && c.role == "" && !c.user && c.filled == 0 && c.text != "" && len(c.named) == 0 {
			c.scoring = true
		}
	}
}
