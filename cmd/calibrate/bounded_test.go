package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// A file with one fault thousands of times is told in a few lines: every
// kind of message is bounded, on standard error and in what check prints.
func TestMessagesAreBounded(t *testing.T) {
	t.Parallel()
	const many = 2000
	repeat := func(row func(i int) string) string {
		var b strings.Builder
		b.WriteString("rater,lesson,indicator,score,reason\n")
		for i := range many {
			b.WriteString(row(i))
		}
		return b.String()
	}
	var wide strings.Builder
	wide.WriteString("rater,lesson")
	for i := range 1000 {
		fmt.Fprintf(&wide, ",indicator %d", i)
	}
	for r := range 3 {
		fmt.Fprintf(&wide, "\nAna%d,L1%s", r, strings.Repeat(",what", 1000))
	}
	for name, text := range map[string]string{
		"duplicates":  repeat(func(i int) string { return fmt.Sprintf("Ana%d,L%d,I%d,%d,\n", i/2%50, i/100%50, i/500, 1+i%2) }),
		"no scores":   repeat(func(i int) string { return fmt.Sprintf("Ana%d,L%d,I%d,what%d,\n", i%50, i/50, i%7, i) }),
		"ragged rows": repeat(func(i int) string { return fmt.Sprintf("Ana%d,L%d,I%d,3,x,y,z\n", i%50, i/50, i%7) }),
		"odd quotes":  repeat(func(i int) string { return fmt.Sprintf("Ana%d,L%d,I%d,3,\"a\"b\n", i%50, i/50, i%7) }),
		"near names":  repeat(func(i int) string { return fmt.Sprintf("Anastasia%d,Lesson%d,Ind%d,%d,\n", i%500, i/500, i%7, 1+i%4) }),
		"far numbers": repeat(func(i int) string { return fmt.Sprintf("Ana%d,L%d,I%d,%d,\n", i%50, i/50, i%7, 1+i%4+i%3*1000) }),
		"wide":        wide.String(),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, args := range [][]string{{"score", "--log-format", "json", "-"}, {"check", "--format", "json", "-"}} {
				var out, said bytes.Buffer
				run(t.Context(), args, strings.NewReader(text), &out, &said)
				if said.Len() > 16<<10 {
					t.Errorf("%v: %d bytes of messages: %.500s …", args, said.Len(), said.String())
				}
				if args[0] == "check" && name != "wide" && out.Len() > 64<<10 { // which lists the columns
					t.Errorf("%v: %d bytes: %.500s …", args, out.Len(), out.String())
				}
			}
		})
	}
}
