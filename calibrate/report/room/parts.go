package room

import (
	"fmt"

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
