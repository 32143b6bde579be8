package source

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/stats/rating"
)

// loadGzip reads a file compressed with gzip.
func (r *reader) loadGzip(src file, depth int) {
	place := r.nowhere(src.name)
	z, err := gzip.NewReader(bytes.NewReader(src.data))
	if err != nil {
		r.report(place, "wrong_format", "", "unpack it, and read what is in it", "the gzip file is broken: %v", err)
		return
	}
	data, err := io.ReadAll(io.LimitReader(z, r.limits.Unpacked+1))
	if err != nil {
		r.report(place, "wrong_format", "", "unpack it, and read what is in it", "the gzip file is broken: %v", err)
		return
	}
	if int64(len(data)) > r.limits.Unpacked {
		r.report(place, "too_large", "", "unpack it, and read what is in it", "it unpacks to more than %d MiB", r.limits.Unpacked>>20)
		return
	}
	r.loadBytes(file{strings.TrimSuffix(src.name, ".gz"), data}, depth+1)
}

// loadZip reads the files in an archive, in natural order.
func (r *reader) loadZip(src file, depth int) {
	place := r.nowhere(src.name)
	z, err := zip.NewReader(bytes.NewReader(src.data), int64(len(src.data)))
	if err != nil {
		r.report(place, "wrong_format", "", "unpack it, and read what is in it", "the zip file is broken: %v", err)
		return
	}
	if isWorkbook(z) {
		r.loadWorkbook(src)
		return
	}
	if kind := otherZip(z); kind != "" {
		r.report(place, "wrong_format", kind, "", "%s", wrongFormats[kind])
		return
	}
	var entries []*zip.File
	for _, f := range z.File {
		if readable(f.Name) {
			entries = append(entries, f)
		}
	}
	slices.SortStableFunc(entries, func(a, b *zip.File) int { return rating.CompareNatural(a.Name, b.Name) })
	switch {
	case len(entries) == 0:
		r.report(place, "empty_file", "", "an archive of .csv or .xlsx files is read", "there are no tables in the archive")
		return
	case len(entries) > r.limits.Entries:
		r.report(place, "too_large", "", "", "more than %d files in the archive", r.limits.Entries)
		return
	}
	left := r.limits.Unpacked
	for _, f := range entries {
		data, err := readEntry(f, left)
		if err != nil {
			r.report(place, "wrong_format", f.Name, "unpack it, and read what is in it", "%s: %v", f.Name, err)
			continue
		}
		if left -= int64(len(data)); left < 0 {
			r.report(place, "too_large", f.Name, "unpack it, and read what is in it", "it unpacks to more than %d MiB", r.limits.Unpacked>>20)
			return
		}
		r.loadBytes(file{path.Base(f.Name), data}, depth+1)
	}
}

// readEntry reads one file of an archive, and a byte more than is left.
func readEntry(f *zip.File, left int64) ([]byte, error) {
	in, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return io.ReadAll(io.LimitReader(in, left+1))
}

// isWorkbook reports whether an archive is an .xlsx file.
func isWorkbook(z *zip.Reader) bool {
	return slices.ContainsFunc(z.File, func(f *zip.File) bool { return f.Name == "xl/workbook.xml" })
}

// otherZip recognises documents that are archives too.
func otherZip(z *zip.Reader) string {
	for _, f := range z.File {
		switch {
		case f.Name == "content.xml" || f.Name == "mimetype":
			return "ods"
		case strings.HasPrefix(f.Name, "Index/") || strings.HasSuffix(f.Name, "Index.zip"):
			return "numbers"
		case f.Name == "word/document.xml":
			return "docx"
		case f.Name == "xl/workbook.bin":
			return "xlsb"
		}
	}
	return ""
}

// readable reports whether a file's name is that of a table; what a system
// hides in an archive or a directory is not.
func readable(name string) bool {
	base := path.Base(name)
	if strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~$") || strings.Contains(name, "__MACOSX/") || strings.HasSuffix(name, "/") {
		return false
	}
	base = strings.TrimSuffix(strings.ToLower(base), ".gz")
	switch path.Ext(base) {
	case ".csv", ".tsv", ".txt", ".tab", ".xlsx", ".xlsm", ".zip", ".xls", ".ods", ".numbers":
		return true
	}
	return false
}
