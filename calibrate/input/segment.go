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
		if s.rows[i].filled() > 0 {
			titles = append(titles, i)
		}
	}
	if b := first - 1; b >= 0 && s.rows[b].filled() > 1 {
		current.banner = b
		titles = titles[:len(titles)-1]
	}
	current.title, dropped = r.title(titles, dropped)
	titles = nil
	for i := first + 1; i < len(s.rows); i++ {
		filled := s.rows[i].filled()
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
		case filled == 1 && isLabel(s.at(i, 0)):
			current.rows = append(current.rows, i)
		case filled == 1 && s.at(i, 0) != "" && len(s.rows[current.header].cells) > 2 || filled == 1 && s.rows[current.header].filled() > 3:
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
	for _, row := range s.rows {
		if n := row.filled(); n > 1 {
			counts[n]++
			if counts[n] > counts[most] || counts[n] == counts[most] && n > most {
				most = n
			}
		}
	}
	for i := range min(len(s.rows), headerSearch) {
		n := s.rows[i].filled()
		if n < 2 || n*10 < most*6 || r.isOptions(i) {
			continue
		}
		if i+1 < len(s.rows) && r.isBanner(i, i+1) {
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
	if r.scoreCells(header) > 0 || s.rows[header].filled() < s.rows[i].filled() || r.isOptions(header) {
		return false
	}
	seen := map[string]bool{}
	repeats := s.rows[i].filled() < s.rows[header].filled()
	for c := range s.rows[i].cells {
		if key := fold(s.at(i, c)); key != "" {
			repeats = repeats || seen[key]
			seen[key] = true
		}
	}
	for c := range s.rows[header].cells {
		if f, ok := named(s.at(header, c)); ok && (f == fieldRater || f == fieldLesson || f == fieldIndicator) {
			return repeats
		}
	}
	return false
}

// scoreCells counts the cells of a row, but for the first, that are scores.
func (r *recogniser) scoreCells(i int) int {
	n := 0
	for c := 1; c < len(r.sheet.rows[i].cells); c++ {
		if cell := r.sheet.at(i, c); cell != "" && r.scoreish(r.lex(cell)) {
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
	if r.scoreCells(i) > 0 || s.rows[i].filled() < 2 {
		return false
	}
	same, cells := 0, 0
	for c := 1; c < len(s.rows[i].cells); c++ {
		cell := s.at(i, c)
		if cell == "" {
			continue
		}
		if r.lex(cell).kind == kindNotObserved {
			return false
		}
		cells++
		for d := 1; d < len(s.rows[header].cells); d++ {
			if fold(s.at(header, d)) == fold(cell) {
				same++
				break
			}
		}
	}
	return cells > 0 && (same*2 >= cells || looksLesson(s.at(i, 0)) && looksLesson(s.at(header, 0)))
}

// isOptions reports whether a row lists what can be chosen in each column.
func (r *recogniser) isOptions(i int) bool {
	cells, options := 0, 0
	for c := 1; c < len(r.sheet.rows[i].cells); c++ {
		if cell := r.sheet.at(i, c); cell != "" {
			cells++
			if _, ok := parseOptions(cell); ok {
				options++
			}
		}
	}
	return options > 0 && options*2 > cells && !strings.Contains(r.sheet.at(i, 0), "@")
}
