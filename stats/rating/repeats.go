package rating

// Repeats returns the view of one scale in which the ratings that a rater gave
// an indicator of a lesson in several rounds stand together: its items are
// rater, lesson and indicator, its raters are the rounds. A coefficient of it
// says how far raters agree with themselves.
func (t *Table) Repeats(scale int) *Matrix {
	return t.repeats(scale).Matrix(0, nil)
}

func (t *Table) repeats(scale int) *Table {
	b := NewBuilder()
	for i, item := range t.items {
		if t.scaleOf[item.Indicator] != scale {
			continue
		}
		raters, levels := t.Row(i)
		for j, g := range raters {
			b.Add(Record{
				Rater: t.rounds[item.Round], Lesson: t.lessons[item.Lesson],
				Indicator: t.indicators[item.Indicator] + "\x00" + t.raters[g], Score: t.Value(i, levels[j]),
			})
		}
	}
	return b.Build([]Scale{t.scales[scale]}, nil)
}
