package source

import (
	"bytes"
	"strings"
)

// wrongFormats are files that hold tables and cannot be read, and what to do.
var wrongFormats = map[string]string{
	"xls":     "this is an old Excel workbook (.xls): open it and save it as .xlsx or as CSV UTF-8",
	"xlsb":    "this is a binary Excel workbook (.xlsb): open it and save it as .xlsx or as CSV UTF-8",
	"ods":     "this is an OpenDocument file (.ods): open it and save it as .xlsx or as CSV",
	"numbers": "this is a Numbers file: open it and choose File, Export To, CSV or Excel",
	"docx":    "this is a Word document: copy the table into a spreadsheet and save that as .xlsx or CSV",
	"pdf":     "this is a PDF: ask for the spreadsheet or the CSV behind it",
	"html":    "this is a web page, perhaps with the ending .xls: open it in a spreadsheet program and save it as .xlsx or CSV",
	"image":   "this is a picture: ask for the spreadsheet behind it",
	"locked":  "this workbook is protected by a password, or is an old one: open it and save it without as .xlsx",
}

// loadBytes reads a file by what it is, whatever its name says.
func (r *reader) loadBytes(src file, depth int) {
	b := src.data
	switch kind := foreign(b); {
	case depth > r.limits.Depth:
		r.report(r.nowhere(src.name), "too_large", "", "unpack it, and read what is in it", "archives in archives, more than %d deep", r.limits.Depth)
	case kind != "":
		r.report(r.nowhere(src.name), "wrong_format", kind, "", "%s", wrongFormats[kind])
	case bytes.HasPrefix(b, []byte("\x1f\x8b")):
		r.loadGzip(src, depth)
	case bytes.HasPrefix(b, []byte("PK\x03\x04")) || bytes.HasPrefix(b, []byte("PK\x05\x06")):
		r.loadZip(src, depth)
	default:
		r.loadText(src)
	}
}

// foreign recognises formats that cannot be read by their first bytes.
func foreign(b []byte) string {
	head := b[:min(len(b), 512)]
	start := strings.ToLower(strings.TrimLeft(string(head), "\ufeff \t\r\n"))
	switch {
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		if bytes.Contains(b, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")) {
			return "locked"
		}
		return "xls"
	case bytes.HasPrefix(head, []byte("%PDF")):
		return "pdf"
	case strings.HasPrefix(start, "<!doctype html") || strings.HasPrefix(start, "<html") || strings.HasPrefix(start, "<table"):
		return "html"
	case bytes.HasPrefix(head, []byte("\x89PNG")) || bytes.HasPrefix(head, []byte("\xff\xd8\xff")) || bytes.HasPrefix(head, []byte("GIF8")):
		return "image"
	}
	return ""
}
