package input

// Limits bound what a file may unpack or spread to, so that a small file
// cannot fill the memory. They are beyond what any team's ratings need.
type limits struct {
	bytes    int64 // of a file
	unpacked int64 // of an archive
	entries  int   // files in an archive
	depth    int   // archives in archives
	columns  int   // of the widest spreadsheet
	rows     int   // of the longest
	cells    int   // of a workbook's sheet that are kept
	fast     int64 // bytes of a file that is worth the fast reading
}

// defaultLimits hold for every reading.
var defaultLimits = limits{
	bytes: 2 << 30, unpacked: 512 << 20, entries: 2000, depth: 3,
	columns: 16384, rows: 1 << 20, cells: 20_000_000,
	fast: 256 << 10,
}

// workbook returns what a workbook may unpack to.
func (l *limits) workbook() int64 { return 2 * l.unpacked }
