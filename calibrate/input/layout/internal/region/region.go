package region

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
)

// A Region is a header row of a sheet and the rows under it.
type Region struct {
	banners         []int // rows above the header that group its columns
	Header, Options int   // rows, -1 where there is none
	Title           string
	Rows            []int
	Reasons         map[int]int // rows of scores, and the row below with the reasons
	shift           int         // the cells stand so many columns behind the header
}

// headerSearch is how many rows at the top may stand before the header.
const headerSearch = 30

// A regionCutter walks down a sheet.
type regionCutter struct {
	*Table
	all     []Region
	current Region
	titles  []int
	dropped []layout.Drop
	doubts  []layout.Doubt
}

// Cut cuts a sheet made by hand into headers and their rows. Titles,
// notes, sums and blank rows around them are left out.
func (t *Table) Cut() ([]Region, []layout.Drop, []layout.Doubt) {
	first := t.firstHeader()
	if first < 0 {
		return nil, nil, nil
	}
	c := &regionCutter{Table: t, current: Region{Header: first, Options: -1, Reasons: map[int]int{}}}
	for i := range first {
		if t.Sheet.Rows[i].Filled() > 0 {
			c.titles = append(c.titles, i)
		}
	}
	for b := first - 1; b >= 0 && b >= first-2 && t.Sheet.Rows[b].Filled() > 1 && t.scoreCells(b) == 0; b-- {
		c.current.banners = append([]int{b}, c.current.banners...)
		c.titles = c.titles[:len(c.titles)-1]
	}
	c.current.Title = c.takeTitles()
	for i := first + 1; i < len(t.Sheet.Rows); i++ {
		c.row(i)
	}
	c.takeTitles()
	c.all = append(c.all, c.current)
	for i := range c.all {
		c.all[i].shift = t.shift(&c.all[i])
	}
	return c.all, c.dropped, c.doubts
}

// row says what one row below a header is.
func (c *regionCutter) row(i int) {
	s := c.Sheet
	g := &c.current
	switch filled := s.Rows[i].Filled(); {
	case filled == 0:
	case len(g.Rows) == 0 && g.Options < 0 && c.isOptions(i):
		g.Options = i
		c.drop(i, "the options of each column")
	case c.sumsOf(i).all || c.isSubtotal(i):
		c.drop(i, "a summary")
	case c.sameRow(i, g.Header) && c.titles == nil:
		c.drop(i, "the header again")
	case len(g.Rows) > 0 && (c.isHeader(i, g.Header) || c.sameRow(i, g.Header)):
		c.all = append(c.all, *g)
		c.current = Region{Header: i, Options: -1, Reasons: map[int]int{}}
		c.current.Title = c.takeTitles()
	case filled > 1 && len(g.Rows) > 0 && c.isReasonRow(i):
		g.Reasons[g.Rows[len(g.Rows)-1]] = i
	case filled == 1 && len(s.Rows[g.Header].Cells) > 2 && c.brokenRow(i, g.Header):
	case filled == 1 && isLabel(s.At(i, 0)):
		g.Rows = append(g.Rows, i)
	case filled == 1 && s.At(i, 0) != "" && len(s.Rows[g.Header].Cells) > 2 || filled == 1 && s.Rows[g.Header].Filled() > 3:
		c.titles = append(c.titles, i)
	default:
		c.takeTitles()
		g.Rows = append(g.Rows, i)
	}
}

// isSubtotal reports whether a row sums up those right above it: its first cell
// is a word for that and what theirs hold, as in "Ruiz Total", "Mean for Ruiz".
func (c *regionCutter) isSubtotal(i int) bool {
	rows := c.current.Rows
	name := c.sumsOf(i).of
	if len(rows) == 0 || name == "" {
		return false
	}
	above := rows[len(rows)-1]
	for col := range c.Sheet.Rows[above].Cells {
		if strings.Join(cell.Words(c.Sheet.At(above, col)), " ") == name {
			return true
		}
	}
	return false
}

func (c *regionCutter) drop(row int, why string) {
	c.dropped = append(c.dropped, layout.Drop{Row: row, Why: why})
}

// takeTitles returns the last of the title rows, and leaves them all out.
func (c *regionCutter) takeTitles() string {
	title := ""
	for _, i := range c.titles {
		c.drop(i, "a title or a note")
		title = c.FirstCell(i)
	}
	c.titles = nil
	return title
}

// brokenRow reports a row that is one cell and holds what would be a row of
// the table: it was quoted whole, or cut by another mark.
func (c *regionCutter) brokenRow(i, head int) bool {
	text := c.FirstCell(i)
	width := c.Sheet.Rows[head].Filled()
	for _, mark := range []string{",", ";", "\t", "|"} {
		if n := strings.Count(text, mark); n >= width-1 && n > 1 && len(text) < 4*cell.MaxScore {
			c.doubts = append(c.doubts, layout.Doubt{
				Row: i, Col: -1, Code: "ragged_row", Value: text,
				Text: "one cell that holds a whole row: the row stands in quotation marks, or its cells are set apart by another mark",
				Hint: "write it as the rows above it",
			})
			return true
		}
	}
	return false
}

// isLabel reports whether a row with one cell is a rater or an indicator
// without scores rather than a title or a note.
func isLabel(s string) bool {
	return len(cell.Words(s)) < 4 && (header.LooksPerson(s) >= 0.75 || header.LooksItem(s) >= 0.9)
}

// isReasonRow reports whether a row holds the reasons for the scores above it:
// it is called so, and holds no score.
func (c *regionCutter) isReasonRow(i int) bool {
	first := c.FirstCell(i)
	if len(first) > cell.MaxScore {
		return false
	}
	if !c.asksFor(first) {
		return false
	}
	texts := 0
	for col := range c.Sheet.Rows[i].Cells {
		text := c.Sheet.At(i, col)
		if text == "" || text == first {
			continue
		}
		if t := c.Lexer.Lex(text); t.Kind == cell.Number {
			return false
		}
		if len(cell.Words(text)) > 3 {
			texts++
		}
	}
	return texts > 0
}

// shift returns 1 where every row of a text has one cell more than its header,
// and the first cells number or name the rows, as R writes them.
func (t *Table) shift(g *Region) int {
	if !t.Sheet.Ragged || len(g.Rows) == 0 {
		return 0
	}
	width := len(t.Sheet.Rows[g.Header].Cells)
	seen := map[string]bool{}
	for _, i := range g.Rows {
		first := t.Sheet.At(i, 0)
		if len(t.Sheet.Rows[i].Cells) != width+1 || first == "" || seen[first] {
			return 0
		}
		seen[first] = true
	}
	return 1
}
