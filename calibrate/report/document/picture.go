package document

// Drawn is what some formats draw; the others show its table.
type Drawn interface{ Table() Table }

// Curves is a picture of shares over a scale, a curve for each.
type Curves struct {
	Shown     Table  // for formats that draw none
	Said      string // what it shows, for those who cannot see it
	Low, High float64
	Lines     []CurveLine
}

// A CurveLine is one curve: places on the scale with shares from 0 to 1.
type CurveLine struct {
	Name   string
	Points [][2]float64
}

// Table is the picture as a table.
func (c Curves) Table() Table { return c.Shown }

func (c Curves) clean() Curves {
	c.Shown, c.Said = c.Shown.clean(), Clean(c.Said)
	lines := make([]CurveLine, len(c.Lines))
	for i, l := range c.Lines {
		lines[i] = CurveLine{Clean(l.Name), l.Points}
	}
	c.Lines = lines
	return c
}

// Ruler is a picture of names on one upright scale, a column for each kind.
type Ruler struct {
	Shown     Table
	Said      string
	Low, High float64
	Columns   []RulerColumn
}

// A RulerColumn has marks where its names are, and the names, those near
// another in one text.
type RulerColumn struct {
	Title string
	Marks []float64
	Names []RulerName
}

// A RulerName stands at a place of the scale.
type RulerName struct {
	At   float64
	Text string
}

// Table is the picture as a table.
func (r Ruler) Table() Table { return r.Shown }

func (r Ruler) clean() Ruler {
	r.Shown, r.Said = r.Shown.clean(), Clean(r.Said)
	columns := make([]RulerColumn, len(r.Columns))
	for i, c := range r.Columns {
		names := make([]RulerName, len(c.Names))
		for k, n := range c.Names {
			names[k] = RulerName{n.At, Clean(n.Text)}
		}
		columns[i] = RulerColumn{Clean(c.Title), c.Marks, names}
	}
	r.Columns = columns
	return r
}
