package layout

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// asksReason reports whether a column holds reasons by the words of its header
// and the text in its cells.
func asksReason(c *column) (Field, string) {
	if !c.holdsReasons() {
		return "", ""
	}
	if n, ok := c.naming(Reason); ok && n.whole && n.sure > 0.9 {
		return Reason, "its header is a name for the reason"
	}
	if c.marked() {
		return "", ""
	}
	if c.split {
		if g, ok := Named(c.inner); ok && g == Reason {
			return Reason, "the second part of its header names the reason"
		}
		if g, ok := suggested(c.outer); ok && g == Reason {
			return Reason, "its question asks for the reason"
		}
		return "", ""
	}
	if g, ok := suggested(c.text); ok && g == Reason && !asks.MatchString(c.text) {
		return Reason, "its header asks for the reason"
	}
	if n, ok := c.naming(Reason); ok && c.holdsText() && n.sure > 0.6 && !c.coded() {
		return Reason, "its header asks for the reason"
	}
	return "", ""
}

// reasonsBeside makes a column of reasons of one whose cells could pass for
// scores ("4 hands", "good"), where its header asks for the reason and the id
// in it is that of a column of scores.
func reasonsBeside(f *frame) {
	asked := make([]bool, len(f.columns))
	rated := map[string]bool{}
	for i := range f.columns {
		c := &f.columns[i]
		if !c.scoring || c.user {
			continue
		}
		hint, _ := suggested(c.text)
		n, ok := c.naming(Reason)
		if asked[i] = hint == Reason || ok && n.sure > 0.6; !asked[i] {
			id, _ := CutID(c.text)
			rated[cell.Fold(id)] = true
			rated[cell.Fold(c.text)] = true
		}
	}
	delete(rated, "")
	for i := range f.columns {
		c := &f.columns[i]
		if !asked[i] || plainNumbers(f, c) {
			continue
		}
		id, _ := CutID(c.text)
		before := i > 0 && f.columns[i-1].scoring && !asked[i-1]
		if rated[cell.Fold(id)] || before && strings.Contains(cell.Fold(c.text), cell.Fold(f.columns[i-1].text)) {
			c.scoring, c.role, c.why = false, Reason, "its header asks for the reason, beside a column of scores of that name"
		}
	}
}

// plainNumbers reports whether most of the different cells are bare numbers.
func plainNumbers(f *frame, c *column) bool {
	n := 0
	for text := range c.distinct {
		if f.lexer.Lex(text).Kind == cell.Number {
			n++
		}
	}
	return 2*n > len(c.distinct)
}
