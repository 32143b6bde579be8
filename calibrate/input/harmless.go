package input

import "strings"

// harmless puts an apostrophe before a text that a spreadsheet would take for
// a formula. A number that starts with a sign is none.
func harmless(cell string) string {
	if cell == "" || !strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return cell
	}
	if k := lex(cell).kind; k == kindNumber || k == kindNotObserved {
		return cell
	}
	return "'" + cell
}
