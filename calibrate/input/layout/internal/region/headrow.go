package region

import (
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
)

// firstHeader returns the first row that is nearly as full as most, or the
// row under it where that one is but the banner above.
func (t *Table) firstHeader() int {
	s := t.Sheet
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
func (t *Table) isBanner(i, head int) bool {
	s := t.Sheet
	if t.scoreCells(head) > 0 || s.Rows[head].Filled() < s.Rows[i].Filled() || t.isOptions(head) {
		return false
	}
	seen := map[string]bool{}
	repeats := s.Rows[i].Filled() < s.Rows[head].Filled()
	for c := range s.Rows[i].Cells {
		if key := cell.Fold(s.At(i, c)); key != "" {
			repeats = repeats || seen[key]
			seen[key] = true
		}
	}
	if !repeats {
		return false
	}
	for c := range min(len(s.Rows[head].Cells), 50) {
		for _, n := range header.Namings(s.At(head, c)) {
			if n.Whole && n.Sure > 0.5 && (n.Field == layout.Rater || n.Field == layout.Lesson || n.Field == layout.Indicator) {
				return true
			}
		}
	}
	return t.crossesBanner(i, head)
}

// crossesBanner reports whether two rows are one header, each column's a pair
// of its own: surnames that repeat above traits that repeat.
func (t *Table) crossesBanner(i, head int) bool {
	s := t.Sheet
	seen, below := map[[2]string]bool{}, map[string]int{}
	above := ""
	for c := 1; c < len(s.Rows[head].Cells); c++ {
		inner := cell.Fold(s.At(head, c))
		if outer := cell.Fold(s.At(i, c)); outer != "" {
			above = outer
		}
		if inner == "" || above == "" {
			continue
		}
		key := [2]string{above, inner}
		if seen[key] || header.IsUsualLevel(inner) || !header.HasLetter(inner) {
			return false
		}
		seen[key] = true
		below[inner]++
	}
	return len(seen) >= 4 && len(below) >= 2 && len(below)*2 <= len(seen)
}

// scoreCells counts the cells of a row, but for the first, that are scores, up
// to the first few.
func (t *Table) scoreCells(i int) int {
	n := 0
	for c := 1; c < len(t.Sheet.Rows[i].Cells) && n < 3; c++ {
		if text := t.Sheet.At(i, c); text != "" && t.isScore(text) {
			n++
		}
	}
	return n
}

// isHeader reports whether a row among the data begins a new block: it
// repeats the header above, or names a lesson before cells that are no
// scores.
func (t *Table) isHeader(i, head int) bool {
	s := t.Sheet
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
		if k := t.Lexer.Lex(text).Kind; k == cell.NotSeen || k == cell.Gap {
			return false
		}
		if len(heads) == 0 {
			for d := 1; d < len(s.Rows[head].Cells); d++ {
				heads[cell.Fold(s.At(head, d))] = true
			}
		}
		cells++
		if heads[cell.Fold(text)] {
			same++
		}
	}
	return cells > 0 && (same*2 >= cells || header.LooksLesson(s.At(i, 0)) && header.LooksLesson(s.At(head, 0)))
}

// isOptions reports whether a row lists what can be chosen in each column.
func (t *Table) isOptions(i int) bool {
	cells, options := 0, 0
	for c := 1; c < len(t.Sheet.Rows[i].Cells); c++ {
		if text := t.Sheet.At(i, c); text != "" {
			cells++
			if _, ok := header.ParseOptions(text); ok {
				options++
			}
			if cells > 20 && options == 0 {
				return false
			}
		}
	}
	return options > 0 && options*2 > cells && !strings.Contains(t.Sheet.At(i, 0), "@")
}

// LabelsOf returns the labels of a region's header; under a banner that repeats
// or groups them, with the banner as their outer part.
func LabelsOf(t *Table, g *Region) []Label {
	s := t.Sheet
	width := len(s.Rows[g.Header].Cells) + g.shift
	for _, row := range g.banners {
		width = max(width, len(s.Rows[row].Cells))
	}
	labels := make([]Label, 0, width)
	under := map[string]int{}
	for c := range width {
		text := ""
		if c >= g.shift {
			text = s.At(g.Header, c-g.shift)
		}
		labels = append(labels, NewLabel(c, text))
		under[cell.Fold(text)]++
	}
	for _, row := range slices.Backward(g.banners) {
		banner := ""
		for c := range labels {
			if b := s.At(row, c); b != "" {
				banner = cell.Clean(b)
			}
			l := &labels[c]
			if own := s.At(row, c); l.Text == "" && own != "" { // the one header of a column without a second
				*l = NewLabel(c, own)
				continue
			}
			grouped := under[cell.Fold(l.Text)] > 1 || header.LooksLesson(banner) || header.RaterName.MatchString(banner)
			if banner != "" && !l.Split && l.Text != "" && grouped {
				l.Outer, l.Inner, l.Split, l.Banner = banner, l.Text, true, true
				l.Header = banner + " " + l.Text
			}
		}
	}
	return labels
}
