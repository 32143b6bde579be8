package reshape

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/source"
)

// A group is columns side by side that are the boxes of one question: what each
// stands for is its level.
type group struct {
	name   string
	first  int
	levels []string
	coded  bool // boxes of an export: 1 and 0
}

// boxes makes one column of scores of columns that stand for a level each, in
// which the one that was chosen is ticked. Two ticks stay two scores.
func boxes(s *source.Sheet) (*source.Sheet, []Change) {
	seen := boxed{}
	for h := range min(len(s.Rows), searched) {
		var groups []group
		for c := 0; c < len(s.Rows[h].Cells); c++ {
			g, ok := seen.groupAt(s, h, c)
			if ok && (!g.coded || g.rates(s, h)) && g.ticked(s, h) {
				groups = append(groups, g)
				c += len(g.levels) - 1
			}
		}
		if groups != nil {
			return collapse(s, h, groups)
		}
	}
	return nil, nil
}

// groupAt reads the boxes that begin at a column of a header.
func (seen boxed) groupAt(s *source.Sheet, h, c int) (group, bool) {
	if !mayTick(s.At(h+1, c)) {
		return group{}, false
	}
	b := seen.box(s.At(h, c))
	if b.level == "" {
		return group{}, false
	}
	g := group{name: b.name, first: c, levels: []string{b.level}, coded: b.coded}
	levels := map[string]bool{cell.Fold(b.level): true}
	for k := c + 1; k < len(s.Rows[h].Cells); k++ {
		b := seen.box(s.At(h, k))
		if b.level == "" || b.coded != g.coded || b.name != g.name || levels[cell.Fold(b.level)] || h > 0 && k > c && s.At(h-1, k) != "" && !b.coded {
			break
		}
		levels[cell.Fold(b.level)] = true
		g.levels = append(g.levels, b.level)
	}
	if !g.coded && h > 0 {
		g.name = s.At(h-1, c)
	}
	return g, len(g.levels) > 1
}

// boxed are the texts that were read as boxes.
type boxed map[string]aBox

// aBox is a header as a box: the question, what the box stands for, and whether
// an export wrote it. Without a level it is none.
type aBox struct {
	name, level string
	coded       bool
}

// box reads a header as a box, each text once.
func (seen boxed) box(header string) aBox {
	b, ok := seen[header]
	if !ok {
		b.name, b.level, b.coded = box(header)
		seen[header] = b
	}
	return b
}

// box reads a header as a box: the question, what the box stands for, and
// whether an export wrote it.
func box(title string) (name, level string, coded bool) {
	if name, level, ok := strings.Cut(title, "___"); ok && name != "" && level != "" {
		return name, level, true
	}
	if i := strings.LastIndex(title, "(choice="); i > 0 && strings.HasSuffix(title, ")") {
		return cell.Clean(title[:i]), cell.Clean(title[i+len("(choice=") : len(title)-1]), true
	}
	switch t := cell.Lex(title, false); {
	case t.Kind == cell.Number && t.Value >= 0 && t.Value <= 10, cell.IsNotSeen(title):
		return "", title, false
	case t.Kind == cell.Labelled && t.Value >= 0 && t.Value <= 10 && !header.LooksLesson(title):
		return "", title, false
	case t.Kind == cell.Word && header.IsLevel(t.Label, &layout.Options{}):
		return "", title, false
	}
	return "", "", false
}

// rates reports whether an export's boxes are of a question that is rated, and
// no list of which several can be true: the boxes stand for levels, or its
// variable is named as others are, as in obs_3b___1 beside obs_3c.
func (g *group) rates(s *source.Sheet, h int) bool {
	known := true
	for _, level := range g.levels {
		known = known && header.IsLevel(level, &layout.Options{})
	}
	prefix, _, ok := strings.Cut(g.name, "_")
	if known || !ok {
		return known
	}
	for c := range s.Rows[h].Cells {
		if name := s.At(h, c); strings.HasPrefix(name, prefix+"_") && !strings.Contains(name, "___") && !strings.HasSuffix(name, "_complete") {
			return true
		}
	}
	return false
}

// ticked reports whether the cells below are boxes: blank or ticked, mostly one
// of a row.
func (g *group) ticked(s *source.Sheet, h int) bool {
	rows, one := 0, 0
	for i := h + 1; i < len(s.Rows); i++ {
		if g.heads(s, i) {
			continue
		}
		n := 0
		for k := range g.levels {
			text := s.At(i, g.first+k)
			switch {
			case g.on(text):
				n++
			case !g.off(text):
				return false
			}
		}
		if s.Rows[i].Filled() > 1 {
			rows++
		}
		if n == 1 {
			one++
		}
	}
	return one > 1 && one*2 > rows
}

// heads reports whether a row is the header again, as over the next table.
func (g *group) heads(s *source.Sheet, i int) bool {
	for k, level := range g.levels {
		if cell.Fold(s.At(i, g.first+k)) != cell.Fold(level) {
			return false
		}
	}
	return !g.coded
}

// mayTick reports whether a cell can be a box of some kind, ticked or not.
func mayTick(text string) bool {
	g := group{coded: true}
	return g.off(text) || g.on(text)
}

// on reports whether a box is ticked.
func (g *group) on(text string) bool { return cell.IsMark(text) || g.coded && text == "1" }

// off reports whether it is not.
func (g *group) off(text string) bool {
	return text == "" || g.coded && (text == "0" || cell.Fold(text) == "unchecked")
}

// options says behind a header which numbers could be chosen, used or not.
func (g *group) options() string {
	low, high := g.levels[0], g.levels[len(g.levels)-1]
	for k, level := range g.levels {
		t, first := cell.Lex(level, false), cell.Lex(low, false)
		if t.Kind != cell.Number || t.Value != first.Value+float64(k) {
			return ""
		}
	}
	return " (" + low + "-" + high + ")"
}

// collapse puts the level that was ticked into the first column of each group,
// and empties the others.
func collapse(s *source.Sheet, h int, groups []group) (*source.Sheet, []Change) {
	out := copyOf(s)
	var changes []Change
	for _, g := range groups {
		name := g.name
		if name == "" {
			name = "Score"
		} else if !g.coded {
			set(out, h-1, g.first, "")
		}
		title := func(i int) {
			set(out, i, g.first, name+g.options())
			for k := 1; k < len(g.levels); k++ {
				set(out, i, g.first+k, "")
			}
		}
		title(h)
		for i := h + 1; i < len(s.Rows); i++ {
			if g.heads(s, i) {
				title(i)
				continue
			}
			var chosen []string
			for k, level := range g.levels {
				if g.on(s.At(i, g.first+k)) {
					chosen = append(chosen, level)
				}
				if s.At(i, g.first+k) != "" {
					set(out, i, g.first+k, "")
				}
			}
			if chosen != nil {
				set(out, i, g.first, strings.Join(chosen, " & "))
			}
		}
		changes = append(changes, Change{h, g.first, fmt.Sprintf("the box that is ticked, of %d, is the score", len(g.levels))})
	}
	return out, changes
}
