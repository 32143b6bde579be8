package report

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// Archive is one line for each part of an archive.
var Archive = Shape[*calibrate.Archive]{
	Document: viewArchive,
	JSON:     writeArchiveJSON,
	Tables: []TableOf[*calibrate.Archive]{
		{"lines", func(a *calibrate.Archive) any { return a.Rows }},
		{"notes", archiveNotes},
	},
}

// writeArchiveJSON writes JSON lines: each stands for itself.
func writeArchiveJSON(w io.Writer, a *calibrate.Archive) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for i := range a.Rows {
		if err := e.Encode(&a.Rows[i]); err != nil {
			return err
		}
	}
	return nil
}

// viewArchive turns an archive into the document that people's formats show.
func viewArchive(a *calibrate.Archive) document.Document {
	table := document.TableOf("lines", a.Rows, []document.ColumnOf[calibrate.ArchiveRow]{
		{Title: a.By, Cell: func(l calibrate.ArchiveRow) document.Cell { return document.Text(l.Part) }},
		{Title: "verdict", Cell: func(l calibrate.ArchiveRow) document.Cell { return document.Text(l.Verdict.Words()) }},
		{Title: "exact", Cell: func(l calibrate.ArchiveRow) document.Cell { return document.Share{Number: l.Exact.Value} }},
		{Title: "by chance", Spare: 1, Cell: func(l calibrate.ArchiveRow) document.Cell { return document.Share{Number: l.Exact.Chance} }},
		{Title: "interval", Spare: 2, Cell: func(l calibrate.ArchiveRow) document.Cell {
			return document.Span{Lower: l.Exact.Lower, Upper: l.Exact.Upper}
		}},
		{Title: "two apart", Spare: 3, Cell: func(l calibrate.ArchiveRow) document.Cell { return document.Share{Number: l.TwoApart.Value} }},
		{Title: "distance", Spare: 4, Cell: func(l calibrate.ArchiveRow) document.Cell {
			return document.Decimal{Number: l.Distance.Value, Places: 2}
		}},
		{Title: "raters", Cell: func(l calibrate.ArchiveRow) document.Cell { return document.Count(l.Raters) }},
		{Title: "items", Cell: func(l calibrate.ArchiveRow) document.Cell { return document.Count(l.ItemsInPairs) }},
		{Title: "does not meet", Spare: 5, Cell: func(l calibrate.ArchiveRow) document.Cell { return document.Text(strings.Join(l.NotMet, " ")) }},
	})
	counts := map[calibrate.VerdictID]int{}
	for i := range a.Rows {
		counts[a.Rows[i].Verdict]++
	}
	var words []string
	for _, id := range []calibrate.VerdictID{calibrate.Aligned, calibrate.PartlyAligned, calibrate.NotYetAligned, calibrate.CannotTell} {
		if n := counts[id]; n > 0 {
			words = append(words, fmt.Sprintf("%s %d", id.Words(), n))
		}
	}
	blocks := []document.Block{
		document.Paragraph{Role: document.Headline, Text: "BY " + strings.ToUpper(a.By)},
		document.Paragraph{Role: document.Plain, Text: fmt.Sprintf("%d in all: %s. %s.", len(a.Rows), strings.Join(words, ", "), standardsOf(a.Rows))},
		table,
		document.Paragraph{Role: document.Aside, Text: "Each line is what calibrate score says of these rows alone, against their own chance. Items are those with two ratings or more."},
	}
	if a.Withheld > 0 {
		blocks = append(blocks, document.Paragraph{Role: document.Aside, Text: "Groups of fewer than three people are not shown, nor those that could be worked out from the others: " + wording.Count(a.Withheld, "line") + "."})
	}
	if a.Outside > 0 {
		blocks = append(blocks, document.Paragraph{Role: document.Aside, Text: "Without a value in the column, and in no line: " + wording.Count(a.Outside, "rating") + "."})
	}
	return document.Document{Title: "By " + a.By, Sections: []document.Section{{ID: "lines", Title: "", Blocks: blocks}}}
}

// standardsOf says what was asked of the lines: by their scales and numbers of
// lessons it may differ.
func standardsOf(rows []calibrate.ArchiveRow) string {
	var titles []string
	for i := range rows {
		if s := rows[i].Standard; len(s.Criteria) > 0 && !slices.Contains(titles, s.Title) {
			titles = append(titles, s.Title)
		}
	}
	return strings.Join(titles, "; or, by the scale and number of lessons of a line, ")
}

// archiveNote is a note of a line.
type archiveNote struct {
	Part string `csv:"part"`
	calibrate.Note
}

// archiveNotes are the notes of all lines.
func archiveNotes(a *calibrate.Archive) any {
	rows := []archiveNote{}
	for i := range a.Rows {
		for _, n := range a.Rows[i].Notes {
			rows = append(rows, archiveNote{a.Rows[i].Part, n})
		}
	}
	return rows
}
