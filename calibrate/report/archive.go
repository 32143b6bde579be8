package report

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// An ArchiveFormat writes one line for each part of an archive.
type ArchiveFormat = FormatOf[*calibrate.Archive]

// ArchiveFormats lists the formats of an archive; the first is the default.
var ArchiveFormats = []ArchiveFormat{
	{"text", "a table for the terminal", ".txt", asText(ViewArchive)},
	{"json", "one JSON object a line, " + calibrate.LineSchema, ".jsonl", writeArchiveJSON},
	{"csv", "one row a part", ".csv", writeArchiveCSV},
}

// LookupArchive returns the format with a name; the error lists what there is.
func LookupArchive(id string) (*ArchiveFormat, error) { return lookup(ArchiveFormats, id) }

// writeArchiveJSON writes JSON lines: each stands for itself.
func writeArchiveJSON(w io.Writer, a *calibrate.Archive, _ Options) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for i := range a.Lines {
		if err := e.Encode(&a.Lines[i]); err != nil {
			return err
		}
	}
	return nil
}

func writeArchiveCSV(w io.Writer, a *calibrate.Archive, _ Options) error {
	return writeRows(w, a.Lines)
}

// ViewArchive turns an archive into the document that people's formats show.
func ViewArchive(a *calibrate.Archive) Document {
	table := Table{ID: "lines", Columns: []Column{
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
		table.Rows = append(table.Rows, Row{Cells: []Cell{
			Text(l.Part), Text(l.Verdict.Words()),
			Share{l.Exact.Value},
			Share{l.Exact.Chance},
			Span{Lower: l.Exact.Lower, Upper: l.Exact.Upper},
			Share{l.TwoApart.Value},
			Decimal{l.Distance.Value, 2},
			Count(l.Raters), Count(l.ItemsInPairs), Text(strings.Join(l.NotMet, " ")),
		}})
	}
	var words []string
	for _, id := range []calibrate.VerdictID{calibrate.Aligned, calibrate.PartlyAligned, calibrate.NotYetAligned, calibrate.CannotTell} {
		if n := counts[id]; n > 0 {
			words = append(words, fmt.Sprintf("%s %d", id.Words(), n))
		}
	}
	blocks := []Block{
		Paragraph{Headline, "BY " + strings.ToUpper(a.By)},
		Paragraph{Plain, fmt.Sprintf("%d in all: %s. %s.", len(a.Lines), strings.Join(words, ", "), a.Standard.Title)},
		table,
		Paragraph{Aside, "Each line is what calibrate score says of these rows alone, against their own chance. Items are those with two ratings or more."},
	}
	if a.Outside > 0 {
		blocks = append(blocks, Paragraph{Aside, "Without a value in the column, and in no line: " + wording.Count(a.Outside, "rating") + "."})
	}
	for i := range blocks {
		blocks[i] = cleaned(blocks[i])
	}
	return Document{Title: "By " + a.By, Sections: []Section{{"lines", "", blocks}}}
}
