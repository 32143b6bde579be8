package document

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
)

// A Stack is a bar of shares that add up to the whole, the picture that people
// know from their forms. Below it stands the figure that the standard's rule
// is about, beside what chance gives and what the standard is.
type Stack struct {
	Parts []StackPart
	// Shares says that the sizes are shares of the whole, and not counts.
	Shares bool
	Rule   Mark
	About  string // what the rule's figure is: "largest share on one level"
}

// A StackPart is a part of a Stack.
type StackPart struct {
	Name  string // such as the level's
	Sign  string // a letter that stands for it where there is no room
	Kind  PartKind
	Step  int // its place among the levels, from 0, of Steps in all
	Steps int
	Size  float64
	Text  string // its size in words: "3", or "33%"
}

// A PartKind says what a part of a Stack is; formats choose its look.
type PartKind int

// The kinds of a part.
const (
	LevelPart PartKind = iota
	NotObservedPart
	BlankPart
	AbsentPart
)

// Total is the sum of the parts.
func (s Stack) Total() float64 {
	sum := 0.0
	for _, p := range s.Parts {
		sum += p.Size
	}
	return sum
}

// String says how large each part is: "Basic 3, Proficient 4".
func (s Stack) String() string {
	var parts []string
	for _, p := range s.Parts {
		if p.Size > 0 {
			parts = append(parts, p.Name+" "+p.Text)
		}
	}
	return strings.Join(parts, ", ")
}

// Part returns the part of a kind with a name.
func (s Stack) Part(kind PartKind, name string) (StackPart, bool) {
	for _, p := range s.Parts {
		if p.Kind == kind && p.Name == name {
			return p, true
		}
	}
	return StackPart{}, false
}

// RuleWords says what the rule's figure is beside chance and the standard.
func (s Stack) RuleWords() string {
	if !s.Rule.Value.OK() {
		return ""
	}
	words := wording.Percent(s.Rule.Value)
	for _, x := range []struct {
		n    stats.Number
		what string
	}{{s.Rule.Target, "the standard is "}, {s.Rule.Chance, "by chance "}} {
		if x.n.OK() {
			words += ", " + x.what + wording.Percent(x.n)
		}
	}
	return words
}

// Signs are the parts that occur in a column of Stacks, each once, for a key.
func Signs(t Table, column int) []StackPart {
	var key []StackPart
	for kind := LevelPart; kind <= AbsentPart; kind++ {
		seen := map[string]bool{}
		for _, row := range t.Rows {
			s, ok := row.Cells[column].(Stack)
			if !ok {
				continue
			}
			for _, p := range s.Parts {
				if p.Kind == kind && !seen[p.Name] && (p.Size > 0 || kind == LevelPart) {
					seen[p.Name] = true
					key = append(key, p)
				}
			}
		}
	}
	return key
}
