package reshape

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/source"
)

// A turn is the columns of one of several raters in a row: who it was, the
// score, maybe the reason.
type turn struct {
	number  string
	columns map[layout.Field]int
	names   map[layout.Field]string
}

// pairs makes a row for each rater of rows that hold several, each with a column
// for the name and one for the score: Observer 1, Score 1, Observer 2, Score 2.
func pairs(s *source.Sheet) (*source.Sheet, []Change) {
	for h := range min(len(s.Rows), searched) {
		if turns := turnsIn(s, h); turns != nil && peopleBelow(s, h, turns) {
			return unroll(s, h, turns)
		}
	}
	return nil, nil
}

// turnsIn reads a header: two turns or more, each with a rater and a score.
func turnsIn(s *source.Sheet, h int) []turn {
	var turns []turn
	for c := range s.Rows[h].Cells {
		text := s.At(h, c)
		if len(text) < 3 || !header.HasDigit(text) || !header.HasLetter(text) {
			continue
		}
		w := header.Tokens(text)
		if len(w) < 2 {
			continue
		}
		at := slices.IndexFunc(w, func(x string) bool { return len(x) < 3 && header.HasDigit(x) && !header.HasLetter(x) })
		if at < 0 {
			continue
		}
		name := strings.Join(slices.Delete(slices.Clone(w), at, at+1), " ")
		if strings.HasPrefix(name, "rater ") || strings.HasPrefix(name, "observer ") { // the score of rater 1
			_, rest, _ := strings.Cut(name, " ")
			if f, ok := header.Named(rest); ok && (f == layout.Score || f == layout.Reason) {
				name = rest
			}
		}
		field, ok := header.Named(name)
		if !ok || field != layout.Rater && field != layout.Score && field != layout.Reason {
			continue
		}
		k := slices.IndexFunc(turns, func(t turn) bool { return t.number == w[at] })
		if k < 0 {
			k = len(turns)
			turns = append(turns, turn{w[at], map[layout.Field]int{}, map[layout.Field]string{}})
		}
		if _, twice := turns[k].columns[field]; twice {
			return nil
		}
		turns[k].columns[field], turns[k].names[field] = c, name
	}
	for _, t := range turns {
		_, rater := t.columns[layout.Rater]
		_, score := t.columns[layout.Score]
		if !rater || !score || t.names[layout.Rater] != turns[0].names[layout.Rater] || t.names[layout.Score] != turns[0].names[layout.Score] {
			return nil
		}
	}
	if len(turns) < 2 {
		return nil
	}
	return turns
}

// peopleBelow reports whether the cells below the columns of raters are names
// and not scores.
func peopleBelow(s *source.Sheet, h int, turns []turn) bool {
	words, all := 0, 0
	for i := h + 1; i < len(s.Rows); i++ {
		for _, t := range turns {
			text := s.At(i, t.columns[layout.Rater])
			if text == "" {
				continue
			}
			all++
			number := cell.Lex(text, false).Kind == cell.Number && !strings.Contains(t.names[layout.Rater], " ")
			if !number && !header.IsLevel(text, &layout.Options{}) {
				words++
			}
		}
	}
	return all > 0 && words*10 >= all*9
}

// unroll writes a row for each turn; the columns of the first hold them all.
func unroll(s *source.Sheet, h int, turns []turn) (*source.Sheet, []Change) {
	out := *s
	out.Rows, out.Merges, out.Marks = nil, nil, map[source.Cell]source.Mark{}
	keep := func(from int) {
		for c := range s.Rows[from].Cells {
			if m := s.Mark(from, c); m != 0 {
				out.Marks[source.Cell{Row: len(out.Rows), Column: c}] = m
			}
		}
	}
	for i := range s.Rows {
		if i < h {
			keep(i)
			out.Rows = append(out.Rows, s.Rows[i])
			continue
		}
		for k, t := range turns {
			row := s.Rows[i]
			if i == h && k > 0 || i > h && k > 0 && s.At(i, t.columns[layout.Rater]) == "" && s.At(i, t.columns[layout.Score]) == "" {
				continue
			}
			keep(i)
			out.Rows = append(out.Rows, row)
			at := len(out.Rows) - 1
			for _, other := range turns[1:] {
				for _, c := range other.columns {
					set(&out, at, c, "")
				}
			}
			for field, c := range turns[0].columns {
				text := turns[0].names[field]
				if i > h {
					text = ""
					if from, ok := t.columns[field]; ok {
						text = s.At(i, from)
					}
				}
				set(&out, at, c, text)
			}
		}
	}
	return &out, []Change{{h, turns[0].columns[layout.Rater], fmt.Sprintf("each row holds %d raters with their scores: read as a row each", len(turns))}}
}
