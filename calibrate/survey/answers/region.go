package answers

import (
	"regexp"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/source"
)

// A grid is a sheet as it stands in a file.
type grid struct{ *source.Sheet }

// at returns a cell in one line, "" outside the grid.
func (g *grid) at(r, c int) string { return strings.Join(strings.Fields(g.At(r, c)), " ") }

// A region is what of a grid is header and what is answers.
type region struct {
	headers []string // by column
	upper   []string // what stands above them, filled to the right
	first   int      // row of the first answers
}

// deepest is the largest number of header rows, those of a form's machinery
// included.
const deepest = 6

// machinery matches a row of ids that a form puts below its questions.
var machinery = regexp.MustCompile(`^\{.?"?ImportId`)

// question matches the bare id of a question, Q3_1.
var question = regexp.MustCompile(`(?i)^(q|qid)?_?\d+([_.]\d+)*(_text)?$`)

// regionOf finds the header: the rows above the first row with an answer, but
// for titles of one cell and rows of ids.
func regionOf(g *grid) (region, bool) {
	first := 0
	for first < len(g.Rows) && first < deepest && !g.answers(first) {
		first++
	}
	if first == 0 || first >= len(g.Rows) {
		return region{}, false
	}
	var rows []int
	for r := range first {
		switch {
		case g.machinery(r) && len(rows) > 0: // the questions stand in the row above it alone
			rows = rows[len(rows)-1:]
		case g.Rows[r].Filled() > 1 && !g.ids(r):
			rows = append(rows, r)
		}
	}
	if len(rows) == 0 {
		return region{}, false
	}
	reg := region{first: first, headers: make([]string, g.Width()), upper: make([]string, g.Width())}
	last := rows[len(rows)-1]
	for c := range reg.headers {
		reg.headers[c] = g.at(last, c)
	}
	for _, r := range rows[:len(rows)-1] {
		above := ""
		for c := range reg.upper {
			if text := g.at(r, c); text != "" {
				above = text
			}
			if above != "" && above != reg.headers[c] && !question.MatchString(above) {
				reg.upper[c] = strings.TrimSpace(reg.upper[c] + " " + above)
			}
		}
	}
	return reg, true
}

// answers reports whether a row holds answers: two levels or more, or one that
// has another below it.
func (g *grid) answers(r int) bool {
	n := 0
	for c := range g.Rows[r].Cells {
		if isLevel(g.at(r, c)) {
			n++
			if isLevel(g.at(r+1, c)) {
				n++
			}
		}
	}
	return n >= 2
}

// machinery reports whether a row holds the ids by which a form imports.
func (g *grid) machinery(r int) bool {
	for c := range g.Rows[r].Cells {
		if machinery.MatchString(g.at(r, c)) {
			return true
		}
	}
	return false
}

// ids reports whether a row is a form's machinery: nothing but ids.
func (g *grid) ids(r int) bool {
	ids, all := 0, 0
	for c := range g.Rows[r].Cells {
		text := g.at(r, c)
		if text == "" {
			continue
		}
		all++
		if question.MatchString(text) {
			ids++
		}
	}
	return ids >= 2 && ids*2 > all
}

// header is all that stands above a column.
func (r *region) header(c int) string {
	return strings.TrimSpace(r.upper[c] + " " + r.headers[c])
}

// generic are the headers below a question that say nothing of their own.
var generic = map[string]bool{"": true, "response": true, "open ended response": true}

// title is what a column is called: its header, or the question above it.
func (r *region) title(c int) string {
	if generic[plain(r.headers[c])] && r.upper[c] != "" {
		return r.upper[c]
	}
	return r.headers[c]
}
