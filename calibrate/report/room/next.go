package room

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/report/section"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// next says what to do when the page has been read.
func next(r *calibrate.Report) []document.Block {
	var steps []string
	switch n := len(section.FirstItems(r)); {
	case n == 1:
		steps = append(steps, "Watch the moment that decides it, hear both ends, and vote again.")
	case n > 1:
		steps = append(steps, fmt.Sprintf("Watch the moments that decide these %s, hear both ends of each, and vote again.", wording.Number(n)))
	}
	then := "Then rate "
	if len(steps) == 0 {
		then = "Rate "
	}
	return []document.Block{prose("%s", joined(append(steps, then+section.NextLesson(r))))}
}

// joined writes sentences one after the other.
func joined(sentences []string) string {
	s := ""
	for _, x := range sentences {
		if s != "" {
			s += " "
		}
		s += x
	}
	return s
}
