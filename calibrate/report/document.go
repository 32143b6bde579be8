package report

import "github.com/cb401426/calibrate/stats"

// A Document is what people's formats walk.
type Document struct {
	Title    string
	Sections []Section
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
)

// A List is a list of sentences.
type List struct {
	Ordered bool
	Items   []string
}

// A Table holds cells under columns. Its ID names it within the document.
type Table struct {
	ID      string
	Caption string
	Columns []Column
	Rows    []Row
}

// A Column has a title and says how soon it goes where there is no room: the
// highest Spare first, never a column whose Spare is 0.
type Column struct {
	Title string
	About string // what it shows, for a hover or a note
	Spare int
}

// A Row is the cells of a table's line. Marked rows stand out.
type Row struct {
	Marked bool
	Cells  []Cell
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
	// Decimal is a number with so many places.
	Decimal struct {
		stats.Number
		Places int
	}
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
)
