package format

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
)

// Widths of text: what a pipe gets, what is the least that is tried, and the
// most that a line of prose takes.
const (
	defaultWidth  = 80
	narrowestText = 40
	widestProse   = 96
)

// WriteText writes a document for the terminal: it fits the width, and uses
// color where o says so.
func WriteText(w io.Writer, d document.Document, o Options) error {
	d = d.Clean()
	if o.Width == 0 {
		o.Width = defaultWidth
	}
	t := &textWriter{w: bufio.NewWriter(w), width: max(o.Width, narrowestText), color: o.Color, verdict: d.Verdict}
	if d.Subtitle != "" {
		t.prose(d.Title+" · "+d.Subtitle, "", "", dim)
	}
	if d.Reading != "" {
		t.prose(d.Reading, "", "", dim)
	}
	if d.Notice != "" {
		t.prose(d.Notice, "", "", bold)
	}
	if d.Subtitle+d.Notice != "" {
		t.line("")
	}
	for i, s := range d.Sections {
		if i > 0 {
			t.line("")
			t.line(t.style(bold, s.Title))
		}
		for k, b := range s.Blocks {
			if k > 0 && spaced(s.Blocks[k-1], b) {
				t.line("")
			}
			t.block(b)
		}
	}
	if o.Terminal {
		t.again(d)
	}
	return t.w.Flush()
}

// again repeats at the end, where the eye is, what a long text has scrolled
// away.
func (t *textWriter) again(d document.Document) {
	for _, s := range d.Sections {
		if !slices.Contains(d.Last, s.ID) {
			continue
		}
		t.line("")
		for _, b := range s.Blocks {
			p, ok := b.(document.Paragraph)
			if list, isList := b.(document.List); isList {
				t.block(list)
			} else if ok && (p.Role == document.Headline || p.Role == document.Lead) {
				t.block(b)
			}
		}
	}
}

// spaced reports whether an empty line parts two blocks: paragraphs that
// follow each other stay together, and an aside belongs to what stands above it.
func spaced(a, b document.Block) bool {
	p, ok := a.(document.Paragraph)
	q, ok2 := b.(document.Paragraph)
	_, list := b.(document.List)
	switch {
	case ok && (p.Role == document.Heading || p.Role == document.Headline):
		return false
	case ok && p.Role == document.Quote && (list || q.Role == document.Aside):
		return true
	case ok2 && (q.Role == document.Heading || q.Role == document.Blank && ok && p.Role != document.Blank):
		return true
	case !ok && ok2 && q.Role == document.Aside:
		return false
	case stacked(a) && ok2: // its key parts them
		return false
	}
	return !ok && !(ok2 && q.Role == document.Blank) || !ok2 && !list
}

// stacked reports whether a block ends with the key of its bars.
func stacked(b document.Block) bool {
	t, ok := b.(document.Table)
	return ok && stackKey(t) != ""
}

// textWriter writes blocks. Errors stay in the buffered writer until Flush.
type textWriter struct {
	w     *bufio.Writer
	width int
	color bool

	verdict calibrate.VerdictID
}

// The escapes of a terminal's looks.
const (
	bold = "1"
	dim  = "2"
)

// headlines are the looks of the verdicts. The words say the same.
var headlines = map[calibrate.VerdictID]string{
	calibrate.Aligned:       "1;97;44",
	calibrate.PartlyAligned: "1;30;43",
	calibrate.NotYetAligned: "1;97;45",
	calibrate.CannotTell:    "1;7",
}

// inks are the looks of shaded cells: blue below, yellow above.
var inks = map[document.Shade]string{
	document.FarBelow: "1;37;44", document.Below: "1;34", document.SlightlyBelow: "34",
	document.SlightlyAbove: "33", document.Above: "1;33", document.FarAbove: "1;30;43",
	document.Little: "2", document.Most: "1",
}

func (t *textWriter) style(code, s string) string {
	if !t.color || s == "" || code == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (t *textWriter) line(s string) { fmt.Fprintln(t.w, strings.TrimRight(s, " ")) }

func (t *textWriter) block(b document.Block) {
	switch b := b.(type) {
	case document.Paragraph:
		t.paragraph(b)
	case document.List:
		for i, item := range b.Items {
			mark := "  - "
			if b.Ordered {
				mark = fmt.Sprintf("%3d. ", i+1)
			}
			t.prose(item, mark, strings.Repeat(" ", len(mark)), "")
		}
	case document.Table:
		t.table(b)
	case document.Shifts:
		t.shifts(b)
	case document.Drawn:
		t.table(b.Table())
	case document.LineCharts:
		t.lines(b)
	default:
		panic(unknownBlock(b))
	}
}

func (t *textWriter) paragraph(p document.Paragraph) {
	switch p.Role {
	case document.Headline:
		t.headline(p.Text)
	case document.Lead:
		t.prose(p.Text, "", "", bold)
	case document.Aside:
		t.prose(p.Text, "", "", dim)
	case document.Heading, document.Ask:
		t.prose(p.Text, "", "", bold)
	case document.Quote:
		t.prose(p.Text, "  | ", "  | ", "")
	case document.Blank:
		t.prose(p.Text+" "+writingLine, "", "", "")
	default:
		t.prose(p.Text, "", "", "")
	}
}

// writingLine is a line to write on.
var writingLine = strings.Repeat("_", 30)

// headline writes the verdict, on a colored ground where there is color.
func (t *textWriter) headline(text string) {
	if t.color {
		text = " " + text + " "
	}
	t.line(t.style(headlines[t.verdict], text))
}

// prose writes text wrapped to the width, with a mark before its first line
// and an indent before the others.
func (t *textWriter) prose(text, mark, indent, style string) {
	for _, line := range document.Lines(text) {
		for _, part := range wrap(line, min(t.width, widestProse)-len(indent)) {
			t.line(mark + t.style(style, part))
			mark = indent
		}
	}
}

// wrap breaks text at spaces into lines of at most width columns. A word that
// is longer is cut.
func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.SplitSeq(text, " ") {
		for displaywidth.String(word) > width {
			head := displaywidth.TruncateString(word, width, "")
			if head == "" {
				break
			}
			if line != "" {
				lines = append(lines, line)
				line = ""
			}
			lines = append(lines, head)
			word = word[len(head):]
		}
		switch {
		case line == "":
			line = word
		case displaywidth.String(line)+1+displaywidth.String(word) <= width:
			line += " " + word
		default:
			lines = append(lines, line)
			line = word
		}
	}
	return append(lines, line)
}

// unknownBlock is what a format panics with on a block that it forgot.
func unknownBlock(b document.Block) string { return fmt.Sprintf("report: a block of type %T", b) }
