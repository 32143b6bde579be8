package scan

// Keep keeps the records for which keep is true, in their order and place.
func (p *Part) Keep(keep func(record int) bool) {
	n, k := 0, 0
	runs := p.Lessons[:0]
	for _, run := range p.Lessons {
		kept := uint32(0)
		for range run.Records {
			if keep(k) {
				p.move(n, k)
				kept++
				n++
			}
			k++
		}
		if kept > 0 {
			runs = append(runs, Run{run.Lesson, kept})
		}
	}
	p.Lessons, p.Score = runs, p.Score[:n]
	if p.Reasons != nil {
		p.Reasons = p.Reasons[:n]
	}
	p.each(func(c *Column) { c.cut(n) })
}

// move sets a record to another one after it.
func (p *Part) move(to, from int) {
	p.Score[to] = p.Score[from]
	if p.Reasons != nil {
		p.Reasons[to] = p.Reasons[from]
	}
	p.each(func(c *Column) { c.move(to, from) })
}

// each works on every Column.
func (p *Part) each(f func(*Column)) {
	f(&p.Indicator)
	f(&p.Rater)
	for c := range p.Others {
		f(&p.Others[c])
	}
}

func (c *Column) move(to, from int) {
	for _, plane := range c.planes {
		if plane != nil {
			plane[to] = plane[from]
		}
	}
}

func (c *Column) cut(records int) {
	for i, plane := range c.planes {
		if plane != nil {
			c.planes[i] = plane[:records]
		}
	}
}
