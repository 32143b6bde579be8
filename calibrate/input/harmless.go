package input

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// harmless puts an apostrophe before a text that a spreadsheet would take for
// a formula. A number that starts with a sign is none.
func harmless(text string) string {
	if text == "" || !strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return text
	}
	if k := cell.Lex(text, true).Kind; k == cell.Number || k == cell.NotSeen {
		return text
	}
	return "'" + text
}
