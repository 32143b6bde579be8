package source

import (
	"bytes"
	"strings"
)

// wrongFormats are files that hold tables and cannot be read, and what to do.
var wrongFormats = map[string]string{
	"xls":     "this is an old Excel workbook (.xls): open it and save it as .xlsx or as CSV UTF-8",
	"xlsb":    "this is a binary Excel workbook (.xlsb): open it and save it as .xlsx or as CSV UTF-8",
	"numbers": "this is a Numbers file: open it and choose File, Export To, CSV or Excel",
	"docx":    "this is a Word document: copy the table into a spreadsheet and save that as .xlsx or CSV",
	"pptx":    "this is a presentation: copy the table into a spreadsheet and save that as .xlsx or CSV",
	"rtf":     "this is a text document (.rtf): copy the table into a spreadsheet and save that as .xlsx or CSV",
	"odt":     "this is a text document (.odt): copy the table into a spreadsheet and save that as .ods, .xlsx or CSV",
	"pdf":     "this is a PDF: ask for the spreadsheet or the CSV behind it",
	"html":    "this is a web page, perhaps with the ending .xls: open it in a spreadsheet program and save it as .xlsx or CSV",
	"image":   "this is a picture: ask for the spreadsheet behind it",
	"locked":  "this workbook is protected by a password, or is an old one: open it and save it without as .xlsx",
	"bzip2":   "this is compressed with bzip2: unpack it first (bunzip2 FILE), or pack it as .gz, .zip or .zst",
	"xz":      "this is compressed with xz: unpack it first (unxz FILE), or pack it as .gz, .zip or .zst",
	"7z":      "this is a 7-Zip archive: unpack it first, or pack it as .zip",
	"rar":     "this is a RAR archive: unpack it first, or pack it as .zip",
	"tar":     "this is a tar archive: unpack it first (tar -xf FILE) and read the folder, or pack it as .zip",
	"parquet": "this is a Parquet file: save it as CSV, for example with DuckDB: COPY (FROM 'FILE') TO 'ratings.csv'",
	"arrow":   "this is an Arrow or Feather file: save it as CSV, for example with DuckDB or pandas",
	"sqlite":  "this is an SQLite database: save the table as CSV (sqlite3 -csv -header FILE 'SELECT * FROM table')",
	"spss":    "this is an SPSS file (.sav): choose File, Save As, CSV in SPSS with value labels off, or write.csv(haven::read_sav(FILE)) in R",
	"stata":   "this is a Stata file (.dta): save it as CSV (export delimited using ratings.csv, nolabel)",
	"sas":     "this is a SAS data set: save it as CSV (proc export data=… outfile='ratings.csv' dbms=csv)",
	"r":       "this is an R data file (.rds or .RData): save it as CSV in R (write.csv(readRDS(FILE), \"ratings.csv\", row.names = FALSE))",
}

// loadBytes reads a file by what it is, whatever its name says. The error is
// one that ends the reading.
func (r *reader) loadBytes(src file, depth int) error {
	b := src.data
	r.name = src.name
	if depth > r.limits.Depth {
		r.report(r.nowhere(src.name), "too_large", "", unpackIt, "archives in archives, more than %d deep", r.limits.Depth)
		return nil
	}
	if kind := foreign(b); kind != "" {
		r.report(r.nowhere(src.name), "wrong_format", kind, "", "%s", wrongFormats[kind])
		return nil
	}
	if p, ok := Packed(b); ok {
		return r.loadPacked(src, p, depth)
	}
	if bytes.HasPrefix(b, []byte("PK\x03\x04")) || bytes.HasPrefix(b, []byte("PK\x05\x06")) {
		return r.loadZip(src, depth)
	}
	return r.loadText(src)
}

// magics are the first bytes of formats that cannot be read.
var magics = []struct{ start, kind string }{
	{"%PDF", "pdf"}, {"\x89PNG", "image"}, {"\xff\xd8\xff", "image"}, {"GIF8", "image"}, {"RIFF", "image"},
	{"BZh", "bzip2"}, {"\xfd7zXZ\x00", "xz"}, {"7z\xbc\xaf\x27\x1c", "7z"}, {"Rar!\x1a\x07", "rar"},
	{"PAR1", "parquet"}, {"ARROW1", "arrow"}, {"FEA1", "arrow"}, {"SQLite format 3\x00", "sqlite"},
	{"$FL2@(#)", "spss"}, {"$FL3@(#)", "spss"}, {"<stata_dta>", "stata"},
	{"HEADER RECORD*******LIB", "sas"}, {"\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xc2\xea\x81\x60", "sas"},
	{"X\n\x00\x00\x00", "r"}, {"RDX2\n", "r"}, {"RDX3\n", "r"}, {"{\\rtf", "rtf"},
}

// foreign recognises formats that cannot be read by their first bytes.
func foreign(b []byte) string {
	head := b[:min(len(b), 512)]
	for _, m := range magics {
		if bytes.HasPrefix(head, []byte(m.start)) {
			return m.kind
		}
	}
	start := strings.ToLower(strings.TrimLeft(string(head), "\ufeff \t\r\n"))
	switch {
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		if bytes.Contains(b, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")) {
			return "locked"
		}
		return "xls"
	case strings.HasPrefix(start, "<!doctype html"), strings.HasPrefix(start, "<html"), strings.HasPrefix(start, "<table"):
		return "html"
	case len(head) > 262 && string(head[257:262]) == "ustar":
		return "tar"
	case oldStata(head):
		return "stata"
	}
	return ""
}

// oldStata recognises Stata's files up to release 12 by their header: the
// release, the byte order, 1, 0.
func oldStata(head []byte) bool {
	return len(head) > 109 && head[0] >= 0x69 && head[0] <= 0x73 && (head[1] == 1 || head[1] == 2) && head[2] == 1 && head[3] == 0
}
