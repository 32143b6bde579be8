package input

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// A heading is a column's header and the field that its words name.
type heading struct {
	index int
	text  string
	field field
	user  bool // named by --columns
	rank  int  // among the words for the field, the plainest first
}

// headings reads a header row.
func (r *recogniser) headings(h int) []heading {
	width := len(r.sheet.Rows[h].Cells)
	out := make([]heading, 0, width)
	for c := range width {
		out = append(out, r.heading(c, r.sheet.At(h, c)))
	}
	return out
}

// heading names one column by its header alone.
func (r *recogniser) heading(c int, text string) heading {
	h := heading{index: c, text: clean(text)}
	if f, ok := r.userField(text); ok {
		h.field, h.user = f, true
		return h
	}
	if f, ok := named(text); ok {
		h.field, h.rank = f, phraseRank()[headerKey(text)]
	}
	return h
}

// userField returns the field that --columns gives to a header.
func (r *recogniser) userField(text string) (field, bool) {
	for _, f := range userFields {
		if want, ok := r.options.Columns[string(f)]; ok && fold(want) == fold(text) && want != "" {
			return f, true
		}
	}
	return "", false
}

// claimed returns the headings of a field: those the user named, else those
// of the plainest words first.
func claimed(all []heading, f field) []heading {
	var out []heading
	for _, h := range all {
		if h.field == f {
			out = append(out, h)
		}
	}
	slices.SortStableFunc(out, func(a, b heading) int {
		if a.user != b.user {
			if a.user {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.rank, b.rank)
	})
	return out
}

// columnName names a column in messages: its header, or its letter.
func columnName(header string, index int) string {
	if header = clean(header); header != "" {
		return header
	}
	return "column " + letters(index)
}

// letters returns a column's letters as spreadsheets show them: A, B, … AA.
func letters(index int) string {
	s := ""
	for index >= 0 {
		s = string(rune('A'+index%26)) + s
		index = index/26 - 1
	}
	return s
}

// isEmail reports whether a cell is an e-mail address.
func isEmail(s string) bool {
	at := strings.IndexByte(s, '@')
	return at > 0 && strings.Contains(s[at:], ".") && !strings.ContainsAny(s, " ,;")
}

// isInteger reports whether a cell is a whole number.
func isInteger(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}
