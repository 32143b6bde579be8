package layout

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// ColumnName names a column in messages: its header, or its letter.
func ColumnName(header string, index int) string {
	if header = cell.Clean(header); header != "" {
		return header
	}
	return "column " + Letters(index)
}

// Letters returns a column's letters as spreadsheets show them: A, B, … AA.
func Letters(index int) string {
	s := ""
	for index >= 0 {
		s = string(rune('A'+index%26)) + s
		index = index/26 - 1
	}
	return s
}

// Shorten cuts a text to what a message can show.
func Shorten(s string) string {
	const limit = 60
	s = strings.Join(strings.Fields(s), " ")
	if runes := []rune(s); len(runes) > limit {
		return string(runes[:limit-1]) + "…"
	}
	return s
}

// ShellWord writes a value as a shell takes it as one word.
func ShellWord(s string) string {
	if s != "" && !strings.ContainsAny(s, " \t\n'\"\\`&()*?[]{}$;|<>#!~") {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// Quoted writes a header as --columns takes it: within quotation marks where a
// mark in it would cut it.
func Quoted(header string) string {
	if strings.ContainsAny(header, `,=+"`) || strings.HasPrefix(header, "@") || strings.TrimSpace(header) != header {
		return `"` + strings.ReplaceAll(header, `"`, `""`) + `"`
	}
	return header
}
