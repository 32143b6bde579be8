package source

// Limits bound the shape of files; how much they may hold is for the Budget.
// They are beyond what any team's ratings need.
type Limits struct {
	Entries int // files in all archives of a reading
	Depth   int // archives in archives
	Columns int // of the widest sheet
	Lines   int // of the longest sheet of a workbook
}

// DefaultLimits hold for every reading.
var DefaultLimits = Limits{Entries: 2000, Depth: 3, Columns: 16384, Lines: 1 << 20}
