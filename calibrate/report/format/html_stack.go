package format

import (
	"fmt"
	"math"
	"strconv"

	"github.com/cb401426/calibrate/calibrate/report/document"
)

// stackShades is the number of shades that levels are drawn in.
const stackShades = 5

// namedFrom is the share of a stack from which a part has room for its name.
const namedFrom = 0.2

// htmlStack is a stack with the figure that the rule is about.
type htmlStack struct {
	Parts []htmlPart
	Words string
	Rule  *htmlPlot
}

// htmlPart is a part of a stack, or of its key.
type htmlPart struct {
	Class, Name, Sign, Text string
	Grow                    string // its share of the width
	Named                   bool
}

func newHTMLStack(s document.Stack) *htmlStack {
	h := &htmlStack{Words: s.String()}
	total := s.Total()
	for _, p := range s.Parts {
		if p.Size == 0 {
			continue
		}
		part := newHTMLPart(p)
		part.Grow = strconv.FormatFloat(math.Round(p.Size/total*1e4)/1e4, 'f', -1, 64)
		part.Named = p.Size/total >= namedFrom
		h.Parts = append(h.Parts, part)
	}
	if s.Rule.Value.OK() {
		h.Rule = newHTMLPlot(&document.Axis{Max: 1, Percent: true}, s.Rule)
		h.Rule.Ticks, h.Rule.Words = nil, s.RuleWords()
	}
	return h
}

func newHTMLPart(p document.StackPart) htmlPart {
	class := map[document.PartKind]string{
		document.NotObservedPart: "unseen", document.BlankPart: "empty", document.AbsentPart: "missing",
	}[p.Kind]
	if p.Kind == document.LevelPart {
		class = fmt.Sprintf("step%d", shadeOf(&p))
	}
	return htmlPart{Class: class, Name: p.Name, Sign: p.Sign, Text: p.Text}
}

// shadeOf is the shade of a level, from 1.
func shadeOf(p *document.StackPart) int {
	return 1 + int(math.Round(float64(p.Step*(stackShades-1))/float64(max(p.Steps-1, 1))))
}

// stackParts is the key of a table's stacks.
func stackParts(t document.Table) []htmlPart {
	var key []htmlPart
	for i := range t.Columns {
		for _, p := range document.Signs(t, i) {
			key = append(key, newHTMLPart(p))
		}
	}
	return key
}
