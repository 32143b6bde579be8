package document

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
)

// A Document is what people's formats walk.
type Document struct {
	Title    string
	Subtitle string              // what was read, in a line
	Reading  string              // who the raters were taken to be, and what was left out
	Notice   string              // who may see it
	Verdict  calibrate.VerdictID // for the color of the headline
	Footer   string              // what made it, from what
	Sections []Section
	// Room says that the document is for a room: large, on a first page of its
	// own.
	Room bool
	// Beside are documents that a workbook holds on sheets of their own, by the
	// names of the sheets.
	Beside []Beside
	// Last are the sections that a terminal, where a long text scrolls away,
	// shows once more at the end.
	Last []string
}

// Beside is a document on a sheet of its own. Pages is how many it prints on at
// most.
type Beside struct {
	Sheet    string
	Pages    int
	Document Document
}

// A Section has a title and blocks in the order in which they are read.
type Section struct {
	ID     string
	Title  string
	Blocks []Block
}

// A Block is a Paragraph, a List or a Table.
type Block any

// A Paragraph is running text.
type Paragraph struct {
	Role Role
	Text string
}

// A Role says what a paragraph is for; formats choose its look.
type Role int

// The roles of a paragraph.
const (
	Plain Role = iota
	Headline
	Lead
	Aside
	Heading // of what follows within a section
	Quote   // what somebody wrote
	Ask     // the question to put
	Blank   // a label, and a line to write on
)

// A List is a list of sentences. Of a list with heads each begins with what
// it is about, up to the first colon.
type List struct {
	Ordered bool
	Heads   bool
	Items   []string
}

// A Table holds cells under columns. Its ID names it within the document.
type Table struct {
	ID      string
	Caption string
	Columns []Column
	Rows    []Row
	// Key explains the shades of a table with Tint cells.
	Key []Shade
	// Picture says that the table is a heat map: a format leaves it out where
	// it does not fit whole.
	Picture bool
}

// A Column has a title and says how soon it goes where there is no room: the
// highest Spare first, never a column whose Spare is 0.
type Column struct {
	Title string
	About string // what it shows, for a hover or a note
	Spare int
	// Axis is set where the column is a chart of Mark cells. A format without
	// pictures leaves it out: other columns hold its numbers.
	Axis *Axis
}

// A Row is the cells of a table's line. Marked rows stand out.
type Row struct {
	Marked bool
	Cells  []Cell
}

// An Axis is the scale of a chart's column.
type Axis struct {
	Min, Max float64
	Percent  bool   // the numbers are shares
	Low      string // what the low end means, where it needs words
	High     string
}

// A Cell is one of the types below. A nil Cell is empty.
type Cell any

// The types of a cell.
type (
	// Text is words.
	Text string
	// Count is a whole number.
	Count int
	// Share is a fraction of 1 that people read as a percentage.
	Share struct{ stats.Number }
	// Limit is what a standard asks: a share at least, or at most.
	Limit struct {
		stats.Number
		AtMost bool
	}
	// Percent is a share without its sign, where a caption says per cent.
	Percent struct{ stats.Number }
	// Decimal is a number with so many places.
	Decimal struct {
		stats.Number
		Places int
	}
	// Signed is a decimal that always shows its sign.
	Signed struct {
		stats.Number
		Places int
	}
	// Against is how far one lies above (positive) or below the others.
	Against struct{ stats.Number }
	// YesNo is an answer.
	YesNo struct{ calibrate.Answer }
	// Meets is whether a standard is met.
	Meets struct{ calibrate.Answer }
	// Span is an interval of shares or of decimals (Places above 0).
	Span struct {
		Lower, Upper stats.Number
		Places       int
	}
	// Histogram is the count on each level of a scale.
	Histogram struct {
		Counts []int
		Labels []string
	}
	// Mark is a value with its interval on the axis of its column, beside
	// what chance would give and what the standard asks. A Bar starts at 0.
	Mark struct {
		Value, Lower, Upper, Chance, Target stats.Number
		Bar                                 bool
	}
	// Tint is a cell on a shaded ground.
	Tint struct {
		Cell  Cell
		Shade Shade
	}
)

// widestPicture is the number of columns of a heat map that fits on paper.
const widestPicture = 26

// inPieces returns a heat map as tables that fit on paper: each has the first
// column and some of the others.
func (t Table) InPieces() []Block {
	var list []Block
	for from := 1; from == 1 || from < len(t.Columns); from += widestPicture {
		to := min(from+widestPicture, len(t.Columns))
		piece := t
		if from > 1 {
			piece.ID, piece.Caption = fmt.Sprintf("%s_%d", t.ID, len(list)+1), "Continued."
		}
		piece.Columns = append(t.Columns[:1:1], t.Columns[from:to]...)
		piece.Rows = make([]Row, len(t.Rows))
		for i, row := range t.Rows {
			piece.Rows[i] = Row{row.Marked, append(row.Cells[:1:1], row.Cells[from:to]...)}
		}
		list = append(list, piece)
	}
	return list
}
