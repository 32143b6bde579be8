package spelling

import (
	"strings"
	"unicode/utf8"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// Harmless puts an apostrophe before a text that a spreadsheet would take for
// a formula, also behind what another delimiter would cut it at. A number that
// starts with a sign is none.
func Harmless(text string) string {
	inner := strings.TrimLeft(text, " ;,|\"\u00a0")
	first, _ := utf8.DecodeRuneInString(inner)
	if inner == "" || !strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) {
		return text
	}
	if k := cell.Lex(text, true).Kind; k == cell.Number || k == cell.NotSeen {
		return text
	}
	return "'" + text
}
