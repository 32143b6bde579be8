package document

// A ColumnOf is a column of a table whose lines are of type R: its title,
// where it shows, and the cell that it makes of a line.
type ColumnOf[R any] struct {
	Title  string
	About  string // see Column
	Spare  int
	Axis   *Axis
	Hidden bool // there is nothing to show in it
	Cell   func(R) Cell
}

// TableOf is a table with a row for each line.
func TableOf[R any](id string, lines []R, columns []ColumnOf[R]) Table {
	t := Table{ID: id, Rows: make([]Row, len(lines))}
	for _, c := range columns {
		if c.Hidden {
			continue
		}
		t.Columns = append(t.Columns, Column{Title: c.Title, About: c.About, Spare: c.Spare, Axis: c.Axis})
		for i, line := range lines {
			t.Rows[i].Cells = append(t.Rows[i].Cells, c.Cell(line))
		}
	}
	return t
}

// Marked returns the table with the rows marked that stand out.
func (t Table) Marked(stands func(row int) bool) Table {
	for i := range t.Rows {
		t.Rows[i].Marked = stands(i)
	}
	return t
}

// With returns the table with a caption.
func (t Table) With(caption string) Table {
	t.Caption = caption
	return t
}
