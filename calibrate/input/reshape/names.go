package reshape

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/source"
)

// The words behind which a person's names stand, each after what it is of.
var (
	firstNames = []string{"first name", "firstname", "given name", "first", "vorname", "nombre", "prénom"}
	lastNames  = []string{"last name", "lastname", "family name", "surname", "last", "nachname", "apellido", "apellidos", "nom"}
)

// personNames makes one column of a first and a last name side by side, where no
// other names who rated: Observer First, Observer Last.
func personNames(s *source.Sheet) (*source.Sheet, []Change) {
	for h := range min(len(s.Rows), searched) {
		for c := 0; c+1 < len(s.Rows[h].Cells); c++ {
			a, swapped := cutName(s.At(h, c), firstNames), false
			if a == nil {
				a, swapped = cutName(s.At(h, c), lastNames), true
			}
			if a == nil {
				continue
			}
			words := lastNames
			if swapped {
				words = firstNames
			}
			b := cutName(s.At(h, c+1), words)
			if b == nil || *b != *a {
				continue
			}
			of := *a
			if of == "" && names(s, h, layout.Rater) {
				return nil, nil
			}
			return joinNames(s, h, c, of, swapped)
		}
	}
	return nil, nil
}

// cutName cuts one of the words off the end of a header: nil where none is there.
func cutName(title string, words []string) *string {
	end := strings.ToLower(cell.Clean(title))
	end = end[max(0, len(end)-longestName):]
	text := ""
	for _, word := range words {
		if !strings.Contains(end, word[strings.LastIndexByte(word, ' ')+1:]) {
			continue
		}
		if text == "" {
			text = strings.Join(header.Tokens(title), " ")
		}
		if rest, found := strings.CutSuffix(text, word); found && (rest == "" || strings.HasSuffix(rest, " ")) {
			rest = strings.TrimSuffix(rest, " ")
			return &rest
		}
	}
	return nil
}

// longestName is within how many bytes of a header's end a word for a name stands.
const longestName = 40

// joinNames writes both names into the first of two columns.
func joinNames(s *source.Sheet, h, c int, of string, swapped bool) (*source.Sheet, []Change) {
	out := copyOf(s)
	header := "Name"
	if of != "" {
		header = of + " name"
	}
	for i := h; i < len(s.Rows); i++ {
		if s.Rows[i].Empty() {
			continue
		}
		a, b := s.At(i, c), s.At(i, c+1)
		if swapped {
			a, b = b, a
		}
		text := cell.Clean(a + " " + b)
		if i == h {
			text = header
		}
		set(out, i, c, text)
		set(out, i, c+1, "")
	}
	return out, []Change{{h, c, fmt.Sprintf("first and last name are one: %q", header)}}
}
