package text

import (
	"fmt"
	"os"
	"testing"
)

func TestDebug(t *testing.T) {
	in := os.Getenv("IN")
	if in == "" {
		t.Skip()
	}
	p := English().passage(in)
	for _, r := range p.statements() {
		s := newStatement(p, r[0], r[1])
		fmt.Printf("STATEMENT %s\n", s.slice(r[0], r[1]))
		for i := s.from; i < s.to; i++ {
			tk := s.toks[i]
			var names []string
			for _, l := range lists {
				if l.tag != 0 && tk.is(l.tag) {
					names = append(names, l.file)
				}
			}
			if tk.is(baseForm) {
				names = append(names, "BASE")
			}
			if tk.is(otherForm) {
				names = append(names, "FORM")
			}
			fmt.Printf("  %-12s k%d span%d q%v r%v g%v agent%d acts%v %v\n", tk.lower, tk.kind, tk.span, tk.quoted, tk.reported, tk.granted, s.agent(i), s.acts(i), names)
		}
		for _, c := range s.cues() {
			fmt.Printf("    %s side%d strong=%v %q\n", c.rule, c.side, c.strong, s.slice(c.from, c.to))
		}
	}
}
