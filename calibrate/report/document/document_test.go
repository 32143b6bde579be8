package document

import (
	"strings"
	"testing"
)

// A heat map in pieces holds every column once, and the heads of the rows
// each time.
func TestInPieces(t *testing.T) {
	table := Table{ID: "map", Columns: []Column{{Title: "rater"}}, Rows: []Row{{Cells: []Cell{Text("R1")}}}}
	for i := range 2*widestPicture + 1 {
		table.Columns = append(table.Columns, Column{Title: strings.Repeat("i", i+1)})
		table.Rows[0].Cells = append(table.Rows[0].Cells, Count(i))
	}
	seen := 0
	for _, b := range table.InPieces() {
		piece := b.(Table)
		if piece.Columns[0].Title != "rater" || piece.Rows[0].Cells[0] != Cell(Text("R1")) {
			t.Errorf("%s has no heads", piece.ID)
		}
		for k, c := range piece.Columns[1:] {
			if len(c.Title) != seen+1 || piece.Rows[0].Cells[k+1] != Cell(Count(seen)) {
				t.Errorf("%s: column %d is %q, %v", piece.ID, k, c.Title, piece.Rows[0].Cells[k+1])
			}
			seen++
		}
	}
	if seen != len(table.Columns)-1 || len(table.InPieces()) != 3 {
		t.Errorf("%d columns in %d pieces", seen, len(table.InPieces()))
	}
	alone := Table{ID: "map", Columns: table.Columns[:1], Rows: table.Rows}
	if n := len(alone.InPieces()); n != 1 {
		t.Errorf("a table of one column in %d pieces", n)
	}
}
