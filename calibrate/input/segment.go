package input

import (
	"strings"
)

// A segment is a header row of a sheet and the rows under it.
type segment struct {
	banner, header, options int // rows, -1 where there is none
	title                   string
	rows                    []int
}

// segments cuts a sheet made by hand into headers and their rows. Titles,
// notes, sums and blank rows around them are left out.
func (r *recogniser) segments() (all []segment, dropped []drop) {
	s := r.sheet
	first := r.firstHeader()
	if first < 0 {
		return nil, nil
	}
	current := segment{banner: -1, header: first, options: -1}
	var titles []int
	for i := range first {
		if s.Rows[i].Filled() > 0 {
			titles = append(titles, i)
		}
	}
	if b := first - 1; b >= 0 && s.Rows[b].Filled() > 1 {
		current.banner = b
		titles = titles[:len(titles)-1]
	}
	current.title, dropped = r.title(titles, dropped)
	titles = nil
	for i := first + 1; i < len(s.Rows); i++ {
		filled := s.Rows[i].Filled()
		switch {
		case filled == 0:
		case len(current.rows) == 0 && current.options < 0 && r.isOptions(i):
			current.options = i
			dropped = append(dropped, drop{i, "the options of each column"})
		case isSummary(s.firstCell(i)):
			dropped = append(dropped, drop{i, "a summary"})
		case r.sameRow(i, current.header) && titles == nil:
			dropped = append(dropped, drop{i, "the header again"})
		case len(current.rows) > 0 && (r.isHeader(i, current.header) || r.sameRow(i, current.header)):
			all = append(all, current)
			current = segment{banner: -1, header: i, options: -1}
			current.title, dropped = r.title(titles, dropped)
			titles = nil
		case filled == 1 && isLabel(s.At(i, 0)):
			current.rows = append(current.rows, i)
		case filled == 1 && s.At(i, 0) != "" && len(s.Rows[current.header].Cells) > 2 || filled == 1 && s.Rows[current.header].Filled() > 3:
			titles = append(titles, i)
		default:
			_, dropped = r.title(titles, dropped)
			titles = nil
			current.rows = append(current.rows, i)
		}
	}
	_, dropped = r.title(titles, dropped)
	return append(all, current), dropped
}

// isLabel reports whether a row with one cell is a rater or an indicator
// without scores rather than a title or a note.
func isLabel(s string) bool {
	return len(words(s)) < 4 && (looksPerson(s) >= 0.75 || looksItem(s) >= 0.9)
}

// title returns the last of some title rows, and leaves them all out.
func (r *recogniser) title(rows []int, dropped []drop) (string, []drop) {
	title := ""
	for _, i := range rows {
		dropped = append(dropped, drop{i, "a title or a note"})
		title = r.sheet.firstCell(i)
	}
	return title, dropped
}

// firstHeader returns the first row that is nearly as full as most, or the
// row under it where that one is but the banner above.
func (r *recogniser) firstHeader() int {
	s := r.sheet
	counts := map[int]int{}
	most := 0
	for _, row := range s.Rows {
		if n := row.Filled(); n > 1 {
			counts[n]++
			if counts[n] > counts[most] || counts[n] == counts[most] && n > most {
				most = n
			}
		}
	}
	for i := range min(len(s.Rows), headerSearch) {
		n := s.Rows[i].Filled()
		if n < 2 || n*10 < most*6 || r.isOptions(i) {
			continue
		}
		if i+1 < len(s.Rows) && r.isBanner(i, i+1) {
			return i + 1
		}
		return i
	}
	return -1
}

// isBanner reports whether a row only groups the header under it: it has
// fewer cells or repeats them, and the row under it holds no scores and says
// who rated or what.
func (r *recogniser) isBanner(i, header int) bool {
	s := r.sheet
	if r.scoreCells(header) > 0 || s.Rows[header].Filled() < s.Rows[i].Filled() || r.isOptions(header) {
		return false
	}
	seen := map[string]bool{}
	repeats := s.Rows[i].Filled() < s.Rows[header].Filled()
	for c := range s.Rows[i].Cells {
		if key := fold(s.At(i, c)); key != "" {
			repeats = repeats || seen[key]
			seen[key] = true
		}
	}
	for c := range s.Rows[header].Cells {
		if f, ok := named(s.At(header, c)); ok && (f == fieldRater || f == fieldLesson || f == fieldIndicator) {
			return repeats
		}
	}
	return false
}

// scoreCells counts the cells of a row, but for the first, that are scores.
func (r *recogniser) scoreCells(i int) int {
	n := 0
	for c := 1; c < len(r.sheet.Rows[i].Cells); c++ {
		if cell := r.sheet.At(i, c); cell != "" && r.scoreish(r.lex(cell)) {
			n++
		}
	}
	return n
}

// isHeader reports whether a row among the data begins a new block: it
// repeats the header above, or names a lesson before cells that are no
// scores.
func (r *recogniser) isHeader(i, header int) bool {
	s := r.sheet
	if r.scoreCells(i) > 0 || s.Rows[i].Filled() < 2 {
		return false
	}
	same, cells := 0, 0
	for c := 1; c < len(s.Rows[i].Cells); c++ {
		cell := s.At(i, c)
		if cell == "" {
			continue
		}
		if r.lex(cell).kind == kindNotObserved {
			return false
		}
		cells++
		for d := 1; d < len(s.Rows[header].Cells); d++ {
			if fold(s.At(header, d)) == fold(cell) {
				same++
				break
			}
		}
	}
	return cells > 0 && (same*2 >= cells || looksLesson(s.At(i, 0)) && looksLesson(s.At(header, 0)))
}

// isOptions reports whether a row lists what can be chosen in each column.
func (r *recogniser) isOptions(i int) bool {
	cells, options := 0, 0
	for c := 1; c < len(r.sheet.Rows[i].Cells); c++ {
		if cell := r.sheet.At(i, c); cell != "" {
			cells++
			if _, ok := parseOptions(cell); ok {
				options++
			}
		}
	}
	return options > 0 && options*2 > cells && !strings.Contains(r.sheet.At(i, 0), "@")
}
