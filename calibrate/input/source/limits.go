package source

// Limits bound what a file may unpack or spread to, so that a small file
// cannot fill the memory. They are beyond what any team's ratings need.
type Limits struct {
	Bytes    int64 // of a file
	Unpacked int64 // of an archive
	Entries  int   // files in an archive
	Depth    int   // archives in archives
	Columns  int   // of the widest sheet
	Rows     int   // of the longest sheet of a workbook
	Cells    int   // of a workbook's sheet that are kept
}

// DefaultLimits hold for every reading.
var DefaultLimits = Limits{
	Bytes: 2 << 30, Unpacked: 512 << 20, Entries: 2000, Depth: 3,
	Columns: 16384, Rows: 1 << 20, Cells: 20_000_000,
}

// workbook returns what a workbook may unpack to.
func (l *Limits) workbook() int64 { return 2 * l.Unpacked }
