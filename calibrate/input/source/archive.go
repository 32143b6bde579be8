package source

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/gzip"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/klauspost/compress/zstd"

	"github.com/cb401426/calibrate/stats/rating"
)

// unpackIt is what to do about an archive that cannot be read.
const unpackIt = "unpack it, and read what is in it"

// loadPacked reads a file compressed as a whole.
func (r *reader) loadPacked(src file, p Packing, depth int) error {
	in, err := p.Open(bytes.NewReader(src.data))
	var data []byte
	if err == nil {
		defer in.Close()
		data, err = r.budget.readAll(in, 0)
	}
	if r.ends(err) {
		return err
	}
	if err != nil {
		r.report(r.nowhere(src.name), "wrong_format", "", unpackIt, "the %s file is broken: %v", p.name, err)
		return nil
	}
	return r.loadBytes(file{cutEnding(src.name, p.ending), data}, depth+1)
}

// A Packing is a way to compress one file.
type Packing struct {
	name, ending, magic string
	Open                func(io.Reader) (io.ReadCloser, error)
}

// packings are those that are read.
var packings = []Packing{
	{"gzip", ".gz", "\x1f\x8b", func(in io.Reader) (io.ReadCloser, error) { return gzip.NewReader(in) }},
	{"zstd", ".zst", "\x28\xb5\x2f\xfd", openZstd},
}

// openZstd opens a file of zstd, with the window that its command line writes
// without a flag.
func openZstd(in io.Reader) (io.ReadCloser, error) {
	z, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(128<<20))
	if err != nil {
		return nil, err
	}
	return z.IOReadCloser(), nil
}

// Packed finds how a file is compressed by its first bytes.
func Packed(data []byte) (Packing, bool) {
	i := slices.IndexFunc(packings, func(p Packing) bool { return bytes.HasPrefix(data, []byte(p.magic)) })
	if i < 0 {
		return Packing{}, false
	}
	return packings[i], true
}

// loadZip reads the files in an archive, in natural order.
func (r *reader) loadZip(src file, depth int) error {
	if bytes.Count(src.data, []byte("PK\x01\x02")) > maxParts {
		r.report(r.nowhere(src.name), "too_large", "", unpackIt, "more than %d files in an archive", maxParts)
		return nil
	}
	z, err := zip.NewReader(bytes.NewReader(src.data), int64(len(src.data)))
	if err == nil {
		err = disjoint(z)
	}
	if err != nil {
		r.report(r.nowhere(src.name), "wrong_format", "", unpackIt, "the zip file is broken: %v", err)
		return nil
	}
	document := newZipArchive(z, r.budget)
	switch kind := zipKind(z); kind {
	case "":
		return r.loadEntries(src, z, depth)
	case "xlsx":
		return r.loadXLSX(src, document)
	case "ods":
		return loadPackedODS(r, src, document)
	default:
		r.report(r.nowhere(src.name), "wrong_format", kind, "", "%s", wrongFormats[kind])
		return nil
	}
}

// maxParts is how many files an archive can list, read or not.
const maxParts = 100_000

// loadEntries reads the tables of an archive.
func (r *reader) loadEntries(src file, z *zip.Reader, depth int) error {
	place := r.nowhere(src.name)
	var entries []*zip.File
	for _, f := range z.File {
		if readable(f.Name) {
			entries = append(entries, f)
		}
	}
	slices.SortStableFunc(entries, func(a, b *zip.File) int { return rating.CompareNatural(a.Name, b.Name) })
	if len(entries) == 0 {
		r.report(place, "empty_file", "", "an archive of .csv or .xlsx files is read", "there are no tables in the archive")
		return nil
	}
	if r.entries += len(entries); r.entries > r.limits.Entries {
		r.report(place, "too_large", "", "", "more than %d files in archives", r.limits.Entries)
		return nil
	}
	for _, f := range entries {
		data, err := readEntry(f, r.budget)
		if r.ends(err) {
			return err
		}
		if err != nil {
			r.report(place, "wrong_format", f.Name, unpackIt, "%s: %v", f.Name, err)
			continue
		}
		if err := r.loadBytes(file{path.Base(f.Name), data}, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// readEntry unpacks one file of an archive.
func readEntry(f *zip.File, budget *Budget) ([]byte, error) {
	if f.Flags&1 != 0 {
		return nil, errors.New("it is protected by a password")
	}
	in, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return budget.readAll(in, int64(min(f.UncompressedSize64, 1<<30)))
}

// disjoint refuses an archive whose entries share bytes: no program packs so,
// and a few bytes could unpack to anything.
func disjoint(z *zip.Reader) error {
	type span struct{ from, to int64 }
	spans := make([]span, 0, len(z.File))
	for _, f := range z.File {
		from, err := f.DataOffset()
		if err != nil {
			return err
		}
		spans = append(spans, span{from, from + int64(f.CompressedSize64)})
	}
	slices.SortFunc(spans, func(a, b span) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	for i := 1; i < len(spans); i++ {
		if spans[i].from < spans[i-1].to {
			return errors.New("two of its files stand in the same bytes")
		}
	}
	return nil
}

// zipKind recognises documents that are archives too, "" for a plain one.
func zipKind(z *zip.Reader) string {
	kind := ""
	for _, f := range z.File {
		switch name := partKey(f.Name); {
		case name == "xl/workbook.xml":
			return "xlsx"
		case name == "xl/workbook.bin":
			return "xlsb"
		case name == "content.xml":
			kind = "ods"
		case strings.HasPrefix(name, "index/") && strings.HasSuffix(name, ".iwa"), name == "index.zip":
			return "numbers"
		case name == "word/document.xml":
			return "docx"
		case name == "ppt/presentation.xml":
			return "pptx"
		}
	}
	return kind
}

// readable reports whether a file's name is that of a table; what a system
// hides in an archive or a directory is not.
func readable(name string) bool {
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	if strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~$") || strings.Contains(name, "__MACOSX/") || strings.HasSuffix(name, "/") {
		return false
	}
	base = strings.ToLower(base)
	for _, p := range packings {
		base = strings.TrimSuffix(base, p.ending)
	}
	return slices.Contains(tableEndings, path.Ext(base))
}

// tableEndings are those of files that are read, or named for what they are.
var tableEndings = []string{
	".csv", ".tsv", ".txt", ".tab", ".xlsx", ".xlsm", ".ods", ".fods", ".json", ".jsonl", ".ndjson", ".zip",
	".xls", ".xlsb", ".numbers", ".parquet", ".sav", ".dta", ".rds", ".bz2", ".7z", ".xz", ".rar",
}
