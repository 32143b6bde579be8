package room

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
)

// prose is a paragraph of running text.
func prose(format string, args ...any) document.Block {
	return document.Paragraph{Text: fmt.Sprintf(format, args...)}
}

// aside is a paragraph that is read second.
func aside(format string, args ...any) document.Block {
	return document.Paragraph{Role: document.Aside, Text: fmt.Sprintf(format, args...)}
}

// oneItem reports whether an indicator is a single item: what people gave it is
// a count of people.
func oneItem(p calibrate.Breakdown) bool { return p.Items <= 1 }

// inLesson says where an item is: the lesson only where there are several.
func inLesson(r *calibrate.Report, lesson, round string) string {
	if r.Input.Lessons < 2 && round == "" {
		return ""
	}
	return " in " + strings.TrimSpace(round+" "+cmp.Or(lesson, "the lesson"))
}
