package column

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
)

// asksReason reports whether a column holds reasons by the words of its header
// and the text in its cells.
func asksReason(c *Column) (layout.Field, string) {
	if !c.holdsReasons() {
		return "", ""
	}
	if n, ok := c.Naming(layout.Reason); ok && n.Whole && n.Sure > 0.9 {
		return layout.Reason, "its header is a name for the reason"
	}
	if c.marked() {
		return "", ""
	}
	if c.Split {
		if g, ok := header.Named(c.Inner); ok && g == layout.Reason {
			return layout.Reason, "the second part of its header names the reason"
		}
		if g, ok := header.Suggested(c.Outer); ok && g == layout.Reason {
			return layout.Reason, "its question asks for the reason"
		}
		return "", ""
	}
	if g, ok := header.Suggested(c.Text); ok && g == layout.Reason && !header.Asks.MatchString(c.Text) {
		return layout.Reason, "its header asks for the reason"
	}
	if n, ok := c.Naming(layout.Reason); ok && c.holdsText() && n.Sure > 0.6 && !c.Coded() {
		return layout.Reason, "its header asks for the reason"
	}
	return "", ""
}

// reasonsBeside makes a column of reasons of one whose cells could pass for
// Scores ("4 hands", "good"), where its header asks for the reason and the id
// in it is that of a column of scores.
func reasonsBeside(f *Frame) {
	asked := make([]bool, len(f.Columns))
	rated := map[string]bool{}
	for i := range f.Columns {
		c := &f.Columns[i]
		if !c.Scoring || c.User {
			continue
		}
		hint, _ := header.Suggested(c.Text)
		n, ok := c.Naming(layout.Reason)
		if asked[i] = hint == layout.Reason || ok && n.Sure > 0.6; !asked[i] {
			id, _ := header.CutID(c.Text)
			rated[cell.Fold(id)] = true
			rated[cell.Fold(c.Text)] = true
		}
	}
	delete(rated, "")
	for i := range f.Columns {
		c := &f.Columns[i]
		if !asked[i] || plainNumbers(f, c) {
			continue
		}
		id, _ := header.CutID(c.Text)
		before := i > 0 && f.Columns[i-1].Scoring && !asked[i-1]
		if rated[cell.Fold(id)] || before && strings.Contains(cell.Fold(c.Text), cell.Fold(f.Columns[i-1].Text)) {
			c.notScored(layout.Reason, "its header asks for the reason, beside a column of scores of that name")
		}
	}
}

// plainNumbers reports whether most of the different cells are bare numbers.
func plainNumbers(f *Frame, c *Column) bool {
	n := 0
	for text := range c.Distinct {
		if f.Lexer.Lex(text).Kind == cell.Number {
			n++
		}
	}
	return 2*n > len(c.Distinct)
}
