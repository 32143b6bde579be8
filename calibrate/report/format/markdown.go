package format

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/report/document"
)

// WriteMarkdown writes a document as GitHub Flavored Markdown. What came from
// a file is escaped: it is shown as it is, whatever it holds.
func WriteMarkdown(w io.Writer, d document.Document) error {
	d = d.Clean()
	m := &markdownWriter{bufio.NewWriter(w)}
	m.line("# " + EscapeMarkdown(d.Title))
	if d.Subtitle != "" {
		m.line("")
		m.line(EscapeMarkdown(d.Subtitle))
	}
	if d.Reading != "" {
		m.line("")
		m.line(EscapeMarkdown(d.Reading))
	}
	if d.Notice != "" {
		m.line("")
		m.line("**" + EscapeMarkdown(d.Notice) + "**")
	}
	for _, s := range d.Sections {
		if s.Title != "" {
			m.line("")
			m.line("## " + EscapeMarkdown(s.Title))
		}
		for _, b := range s.Blocks {
			m.line("")
			m.block(b)
		}
	}
	if d.Footer != "" {
		m.line("")
		m.line("---")
		m.line("")
		m.line(EscapeMarkdown(d.Footer))
	}
	return m.w.Flush()
}

// markdownWriter writes blocks. Errors stay in the buffered writer until
// Flush.
type markdownWriter struct{ w *bufio.Writer }

func (m *markdownWriter) line(s string) { fmt.Fprintln(m.w, s) }

func (m *markdownWriter) block(b document.Block) {
	switch b := b.(type) {
	case document.Paragraph:
		m.paragraph(b)
	case document.List:
		for i, item := range b.Items {
			mark := "- "
			if b.Ordered {
				mark = fmt.Sprintf("%d. ", i+1)
			}
			head, rest := "", item
			if b.Heads {
				head, rest = document.Head(item)
			}
			if head != "" {
				mark += "**" + EscapeMarkdown(head) + "**"
			}
			m.line(mark + EscapeMarkdown(rest))
		}
	case document.Table:
		m.table(b)
	case document.Drawn:
		m.table(b.Table())
	case document.LineCharts: // the table beside it holds its numbers
	default:
		panic(unknownBlock(b))
	}
}

func (m *markdownWriter) paragraph(p document.Paragraph) {
	before, after := "", ""
	switch p.Role {
	case document.Headline, document.Lead, document.Ask:
		before, after = "**", "**"
	case document.Heading:
		before = "### "
	case document.Quote:
		before = "> "
	case document.Blank:
		after = " " + EscapeMarkdown(writingLine)
	}
	list := document.Lines(p.Text)
	for i, line := range list {
		end := ""
		if i < len(list)-1 {
			end = "\\" // a line break
		}
		m.line(before + EscapeMarkdown(line) + after + end)
	}
}

// table writes all columns but the charts and those that hold nothing.
func (m *markdownWriter) table(t document.Table) {
	if t.Caption != "" {
		m.line(EscapeMarkdown(strings.TrimRight(t.Caption+" "+document.Arrows(t.Key), " ")))
		m.line("")
	}
	var keep []int
	for c := range t.Columns {
		if len(t.Rows) == 0 || slices.ContainsFunc(t.Rows, func(row document.Row) bool { return document.Show(row.Cells[c]) != "" }) {
			keep = append(keep, c)
		}
	}
	header, rule := "|", "|"
	for _, c := range keep {
		header += " " + EscapeMarkdown(t.Columns[c].Title) + " |"
		if document.ColumnIsWords(t, c) {
			rule += " :--- |"
		} else {
			rule += " ---: |"
		}
	}
	m.line(header)
	m.line(rule)
	for _, row := range t.Rows {
		line := "|"
		for _, c := range keep {
			text := EscapeMarkdown(document.Show(row.Cells[c]))
			if row.Marked && c == 0 {
				text = "**" + text + "**"
			}
			line += " " + text + " |"
		}
		m.line(line)
	}
}

// markdownSigns are the characters that Markdown reads, or HTML in it.
const markdownSigns = "\\`*_{}[]<>()#+-.!|~&@:$^="

// escapeMarkdown makes a text show as it is. Only what Markdown reads is
// escaped: a dash or a dot in running text stays.
func EscapeMarkdown(s string) string {
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if strings.IndexByte(markdownSigns, c) >= 0 && readsSign(s, i) {
			b.WriteByte('\\')
		}
		b.WriteByte(c)
		if c == '@' && readsSign(s, i) {
			b.WriteRune(wordJoiner)
		}
	}
	return b.String()
}

// wordJoiner has no width. It keeps a name behind @ from being told that it was
// mentioned, which a backslash alone does not.
const wordJoiner = '\u2060'

// readsSign reports whether Markdown may read the sign at a position.
func readsSign(s string, i int) bool {
	switch s[i] {
	case ':':
		return strings.HasPrefix(s[i:], "://")
	case ')':
		return startsList(s, i)
	case '$':
		return true // formulas
	case '@':
		return i+1 < len(s) && s[i+1] != ' '
	case '(', '!', '{', '}', '^', '=':
		return i == 0
	case '-', '+':
		return i == 0
	case '.': // 1. is a list, www. a link
		return startsList(s, i) || strings.HasSuffix(strings.ToLower(s[:i]), "www")
	}
	return true
}

// startsList reports whether the sign at a position ends a number that would
// start a list.
func startsList(s string, i int) bool {
	return i > 0 && strings.Trim(s[:i], "0123456789") == "" && (i+1 == len(s) || s[i+1] == ' ')
}
