package reshape

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/source"
)

// Words for the columns of long counts, as a database names them.
var (
	tallyWords = []string{"n", "count", "counts", "freq", "frequency", "tally", "num ratings", "n ratings", "rating count"}
	levelWords = []string{"score", "rating", "level", "value", "score level"}
	placeWords = []string{"lesson", "video", "indicator", "component", "item", "criterion", "round"}
	whoWords   = []string{"rater", "observer", "administrator", "person", "name", "email", "user", "evaluator", "scorer"}
)

// tallies makes a row for each item, with a column for each level, of rows that
// say how many raters gave one level: lesson, indicator, score, n. It is what a
// GROUP BY in a database gives. Further columns divide items as they divide
// rows.
func tallies(s *source.Sheet) (*source.Sheet, []Change) {
	w := words{}
	for h := range min(len(s.Rows), searched) {
		score, n, ok := tallyHeader(s, h, w)
		if !ok {
			continue
		}
		return spread(s, h, score, n)
	}
	return nil, nil
}

// tallyHeader reads a header with one column of levels, one of counts, and one
// that names an item, and nobody's name.
func tallyHeader(s *source.Sheet, h int, w words) (score, n int, ok bool) {
	score, n = -1, -1
	places := 0
	for c := range s.Rows[h].Cells {
		text := w.of(s.At(h, c))
		switch {
		case slices.Contains(whoWords, text):
			return 0, 0, false
		case slices.Contains(tallyWords, text):
			if n >= 0 {
				return 0, 0, false
			}
			n = c
		case slices.Contains(levelWords, text):
			if score >= 0 {
				return 0, 0, false
			}
			score = c
		case slices.Contains(placeWords, text):
			places++
		}
	}
	return score, n, score >= 0 && n >= 0 && places > 0
}

// spread turns the rows below a header. It is none where a count is none, or
// where a level stands twice for an item.
func spread(s *source.Sheet, h, score, n int) (*source.Sheet, []Change) {
	var labels []int
	for c := range s.Rows[h].Cells {
		if c != score && c != n && strings.TrimSpace(s.At(h, c)) != "" {
			labels = append(labels, c)
		}
	}
	var levels, items []string
	first := map[string]int{}
	counts := map[[2]string]string{}
	for i := h + 1; i < len(s.Rows); i++ {
		if s.Rows[i].Filled() == 0 {
			continue
		}
		level, count := strings.TrimSpace(s.At(i, score)), strings.TrimSpace(s.At(i, n))
		if v, err := strconv.Atoi(count); err != nil || v < 0 || level == "" {
			return nil, nil
		}
		var key []string
		for _, c := range labels {
			key = append(key, s.At(i, c))
		}
		item := strings.Join(key, "\x00")
		if _, known := first[item]; !known {
			first[item] = i
			items = append(items, item)
		}
		if !slices.Contains(levels, level) {
			levels = append(levels, level)
		}
		at := [2]string{item, level}
		if _, twice := counts[at]; twice {
			return nil, nil
		}
		counts[at] = count
	}
	if len(levels) < 2 || len(levels) > mostLevels {
		return nil, nil
	}
	slices.SortFunc(levels, byNumber)
	out := *s
	out.Tallied = true
	out.Rows = slices.Clone(s.Rows[:h+1])
	header := s.Rows[h]
	header.Cells = nil
	for _, c := range labels {
		header.Cells = append(header.Cells, s.At(h, c))
	}
	header.Cells = append(header.Cells, levels...)
	out.Rows[h] = header
	for _, item := range items {
		row := s.Rows[first[item]]
		row.Cells = strings.Split(item, "\x00")
		for _, level := range levels {
			count, ok := counts[[2]string{item, level}]
			if !ok {
				count = "0"
			}
			row.Cells = append(row.Cells, count)
		}
		out.Rows = append(out.Rows, row)
	}
	return &out, []Change{{h, n, fmt.Sprintf("rows of counts: %q of each %q of an item", s.At(h, n), s.At(h, score))}}
}

// mostLevels is more than any scale has.
const mostLevels = 20

// byNumber sorts numbers by size, and words as they are.
func byNumber(a, b string) int {
	x, err := strconv.ParseFloat(a, 64)
	y, err2 := strconv.ParseFloat(b, 64)
	switch {
	case err != nil || err2 != nil:
		return 0
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}
