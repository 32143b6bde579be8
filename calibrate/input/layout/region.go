package layout

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// A region is a header row of a sheet and the rows under it.
type region struct {
	banners         []int // rows above the header that group its columns
	header, options int   // rows, -1 where there is none
	title           string
	rows            []int
	reasons         map[int]int // rows of scores, and the row below with the reasons
	shift           int         // the cells stand so many columns behind the header
}

// headerSearch is how many rows at the top may stand before the header.
const headerSearch = 30

// A regionCutter walks down a sheet.
type regionCutter struct {
	*table
	all     []region
	current region
	titles  []int
	dropped []Drop
	doubts  []Doubt
}

// regions cuts a sheet made by hand into headers and their rows. Titles,
// notes, sums and blank rows around them are left out.
func (t *table) regions() ([]region, []Drop, []Doubt) {
	first := t.firstHeader()
	if first < 0 {
		return nil, nil, nil
	}
	c := &regionCutter{table: t, current: region{header: first, options: -1, reasons: map[int]int{}}}
	for i := range first {
		if t.sheet.Rows[i].Filled() > 0 {
			c.titles = append(c.titles, i)
		}
	}
	for b := first - 1; b >= 0 && b >= first-2 && t.sheet.Rows[b].Filled() > 1 && t.scoreCells(b) == 0; b-- {
		c.current.banners = append([]int{b}, c.current.banners...)
		c.titles = c.titles[:len(c.titles)-1]
	}
	c.current.title = c.takeTitles()
	for i := first + 1; i < len(t.sheet.Rows); i++ {
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
	s := c.sheet
	g := &c.current
	switch filled := s.Rows[i].Filled(); {
	case filled == 0:
	case len(g.rows) == 0 && g.options < 0 && c.isOptions(i):
		g.options = i
		c.drop(i, "the options of each column")
	case c.sumsOf(i).all || c.isSubtotal(i):
		c.drop(i, "a summary")
	case c.sameRow(i, g.header) && c.titles == nil:
		c.drop(i, "the header again")
	case len(g.rows) > 0 && (c.isHeader(i, g.header) || c.sameRow(i, g.header)):
		c.all = append(c.all, *g)
		c.current = region{header: i, options: -1, reasons: map[int]int{}}
		c.current.title = c.takeTitles()
	case filled > 1 && len(g.rows) > 0 && c.isReasonRow(i):
		g.reasons[g.rows[len(g.rows)-1]] = i
	case filled == 1 && len(s.Rows[g.header].Cells) > 2 && c.brokenRow(i, g.header):
	case filled == 1 && isLabel(s.At(i, 0)):
		g.rows = append(g.rows, i)
	case filled == 1 && s.At(i, 0) != "" && len(s.Rows[g.header].Cells) > 2 || filled == 1 && s.Rows[g.header].Filled() > 3:
		c.titles = append(c.titles, i)
	default:
		c.takeTitles()
		g.rows = append(g.rows, i)
	}
}

// isSubtotal reports whether a row sums up those right above it: its first cell
// is a word for that and what theirs hold, as in "Ruiz Total", "Mean for Ruiz".
func (c *regionCutter) isSubtotal(i int) bool {
	rows := c.current.rows
	name := c.sumsOf(i).of
	if len(rows) == 0 || name == "" {
		return false
	}
	above := rows[len(rows)-1]
	for col := range c.sheet.Rows[above].Cells {
		if strings.Join(cell.Words(c.sheet.At(above, col)), " ") == name {
			return true
		}
	}
	return false
}

func (c *regionCutter) drop(row int, why string) { c.dropped = append(c.dropped, Drop{row, why}) }

// takeTitles returns the last of the title rows, and leaves them all out.
func (c *regionCutter) takeTitles() string {
	title := ""
	for _, i := range c.titles {
		c.drop(i, "a title or a note")
		title = c.firstCell(i)
	}
	c.titles = nil
	return title
}

// brokenRow reports a row that is one cell and holds what would be a row of
// the table: it was quoted whole, or cut by another mark.
func (c *regionCutter) brokenRow(i, header int) bool {
	text := c.firstCell(i)
	width := c.sheet.Rows[header].Filled()
	for _, mark := range []string{",", ";", "\t", "|"} {
		if n := strings.Count(text, mark); n >= width-1 && n > 1 && len(text) < 4*cell.MaxScore {
			c.doubts = append(c.doubts, Doubt{
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
	return len(cell.Words(s)) < 4 && (looksPerson(s) >= 0.75 || looksItem(s) >= 0.9)
}

// isReasonRow reports whether a row holds the reasons for the scores above it:
// it is called so, and holds no score.
func (c *regionCutter) isReasonRow(i int) bool {
	first := c.firstCell(i)
	if len(first) > cell.MaxScore {
		return false
	}
	if !c.asksFor(first) {
		return false
	}
	texts := 0
	for col := range c.sheet.Rows[i].Cells {
		text := c.sheet.At(i, col)
		if text == "" || text == first {
			continue
		}
		if t := c.lexer.Lex(text); t.Kind == cell.Number {
			return false
		}
		if len(cell.Words(text)) > 3 {
			texts++
		}
	}
	return texts > 0
}

// firstHeader returns the first row that is nearly as full as most, or the
// row under it where that one is but the banner above.
func (t *table) firstHeader() int {
	s := t.sheet
	counts := map[int]int{}
	most := 0
	for _, row := range s.Rows[:min(len(s.Rows), 2000)] {
		if n := row.Filled(); n > 1 {
			counts[n]++
			if counts[n] > counts[most] || counts[n] == counts[most] && n > most {
				most = n
			}
		}
	}
	for i := range min(len(s.Rows), headerSearch) {
		n := s.Rows[i].Filled()
		if n < 2 || n*10 < most*6 || t.isOptions(i) {
			continue
		}
		if i+1 < len(s.Rows) && t.isBanner(i, i+1) {
			if i+2 < len(s.Rows) && t.isBanner(i+1, i+2) {
				return i + 2
			}
			return i + 1
		}
		return i
	}
	return -1
}

// isBanner reports whether a row only groups the header under it: it has
// fewer cells or repeats them, and the row under it holds no scores and says
// who rated or what.
func (t *table) isBanner(i, header int) bool {
	s := t.sheet
	if t.scoreCells(header) > 0 || s.Rows[header].Filled() < s.Rows[i].Filled() || t.isOptions(header) {
		return false
	}
	seen := map[string]bool{}
	repeats := s.Rows[i].Filled() < s.Rows[header].Filled()
	for c := range s.Rows[i].Cells {
		if key := cell.Fold(s.At(i, c)); key != "" {
			repeats = repeats || seen[key]
			seen[key] = true
		}
	}
	if !repeats {
		return false
	}
	for c := range min(len(s.Rows[header].Cells), 50) {
		for _, n := range namings(s.At(header, c)) {
			if n.whole && n.sure > 0.5 && (n.field == Rater || n.field == Lesson || n.field == Indicator) {
				return true
			}
		}
	}
	return t.crossesBanner(i, header)
}

// crossesBanner reports whether two rows are one header, each column's a pair
// of its own: surnames that repeat above traits that repeat.
func (t *table) crossesBanner(i, header int) bool {
	s := t.sheet
	seen, below := map[[2]string]bool{}, map[string]int{}
	above := ""
	for c := 1; c < len(s.Rows[header].Cells); c++ {
		inner := cell.Fold(s.At(header, c))
		if outer := cell.Fold(s.At(i, c)); outer != "" {
			above = outer
		}
		if inner == "" || above == "" {
			continue
		}
		key := [2]string{above, inner}
		if seen[key] || IsUsualLevel(inner) || !HasLetter(inner) {
			return false
		}
		seen[key] = true
		below[inner]++
	}
	return len(seen) >= 4 && len(below) >= 2 && len(below)*2 <= len(seen)
}

// scoreCells counts the cells of a row, but for the first, that are scores, up
// to the first few.
func (t *table) scoreCells(i int) int {
	n := 0
	for c := 1; c < len(t.sheet.Rows[i].Cells) && n < 3; c++ {
		if text := t.sheet.At(i, c); text != "" && t.isScore(text) {
			n++
		}
	}
	return n
}

// isHeader reports whether a row among the data begins a new block: it
// repeats the header above, or names a lesson before cells that are no
// scores.
func (t *table) isHeader(i, header int) bool {
	s := t.sheet
	if t.scoreCells(i) > 0 || s.Rows[i].Filled() < 2 {
		return false
	}
	heads := map[string]bool{}
	same, cells := 0, 0
	for c := 1; c < len(s.Rows[i].Cells); c++ {
		text := s.At(i, c)
		if text == "" {
			continue
		}
		if k := t.lexer.Lex(text).Kind; k == cell.NotSeen || k == cell.Gap {
			return false
		}
		if len(heads) == 0 {
			for d := 1; d < len(s.Rows[header].Cells); d++ {
				heads[cell.Fold(s.At(header, d))] = true
			}
		}
		cells++
		if heads[cell.Fold(text)] {
			same++
		}
	}
	return cells > 0 && (same*2 >= cells || LooksLesson(s.At(i, 0)) && LooksLesson(s.At(header, 0)))
}

// isOptions reports whether a row lists what can be chosen in each column.
func (t *table) isOptions(i int) bool {
	cells, options := 0, 0
	for c := 1; c < len(t.sheet.Rows[i].Cells); c++ {
		if text := t.sheet.At(i, c); text != "" {
			cells++
			if _, ok := parseOptions(text); ok {
				options++
			}
			if cells > 20 && options == 0 {
				return false
			}
		}
	}
	return options > 0 && options*2 > cells && !strings.Contains(t.sheet.At(i, 0), "@")
}

// shift returns 1 where every row of a text has one cell more than its header,
// and the first cells number or name the rows, as R writes them.
func (t *table) shift(g *region) int {
	if !t.sheet.Ragged || len(g.rows) == 0 {
		return 0
	}
	width := len(t.sheet.Rows[g.header].Cells)
	seen := map[string]bool{}
	for _, i := range g.rows {
		first := t.sheet.At(i, 0)
		if len(t.sheet.Rows[i].Cells) != width+1 || first == "" || seen[first] {
			return 0
		}
		seen[first] = true
	}
	return 1
}
