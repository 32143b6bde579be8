package report

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// Archive is one line for each part of an archive.
var Archive = Shape[*calibrate.Archive]{
	Document: viewArchive,
	JSON:     writeArchiveJSON,
	Tables:   []TableOf[*calibrate.Archive]{{"lines", func(a *calibrate.Archive) any { return a.Lines }}},
}

// writeArchiveJSON writes JSON lines: each stands for itself.
func writeArchiveJSON(w io.Writer, a *calibrate.Archive) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for i := range a.Lines {
		if err := e.Encode(&a.Lines[i]); err != nil {
			return err
		}
	}
	return nil
}

// viewArchive turns an archive into the document that people's formats show.
func viewArchive(a *calibrate.Archive) document.Document {
	table := document.Table{ID: "lines", Columns: []document.Column{
		{Title: a.By},
		{Title: "verdict"},
		{Title: "exact"},
		{Title: "by chance", Spare: 1},
		{Title: "interval", Spare: 2},
		{Title: "two apart", Spare: 3},
		{Title: "distance", Spare: 4},
		{Title: "raters"},
		{Title: "items"},
		{Title: "does not meet", Spare: 5},
	}}
	counts := map[calibrate.VerdictID]int{}
	for i := range a.Lines {
		l := &a.Lines[i]
		counts[l.Verdict]++
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{
			document.Text(l.Part), document.Text(l.Verdict.Words()),
			document.Share{Number: l.Exact.Value},
			document.Share{Number: l.Exact.Chance},
			document.Span{Lower: l.Exact.Lower, Upper: l.Exact.Upper},
			document.Share{Number: l.TwoApart.Value},
			document.Decimal{Number: l.Distance.Value, Places: 2},
			document.Count(l.Raters), document.Count(l.ItemsInPairs), document.Text(strings.Join(l.NotMet, " ")),
		}})
	}
	var words []string
	for _, id := range []calibrate.VerdictID{calibrate.Aligned, calibrate.PartlyAligned, calibrate.NotYetAligned, calibrate.CannotTell} {
		if n := counts[id]; n > 0 {
			words = append(words, fmt.Sprintf("%s %d", id.Words(), n))
		}
	}
	blocks := []document.Block{
		document.Paragraph{Role: document.Headline, Text: "BY " + strings.ToUpper(a.By)},
		document.Paragraph{Role: document.Plain, Text: fmt.Sprintf("%d in all: %s. %s.", len(a.Lines), strings.Join(words, ", "), a.Standard.Title)},
		table,
		document.Paragraph{Role: document.Aside, Text: "Each line is what calibrate score says of these rows alone, against their own chance. Items are those with two ratings or more."},
	}
	if a.Outside > 0 {
		blocks = append(blocks, document.Paragraph{Role: document.Aside, Text: "Without a value in the column, and in no line: " + wording.Count(a.Outside, "rating") + "."})
	}
	for i := range blocks {
		blocks[i] = document.Cleaned(blocks[i])
	}
	return document.Document{Title: "By " + a.By, Sections: []document.Section{{ID: "lines", Title: "", Blocks: blocks}}}
}
