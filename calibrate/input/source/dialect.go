package source

import (
	"strings"
)

// delimiters are the bytes that can stand between cells, in the order of
// preference where nothing else decides.
var delimiters = []byte{',', ';', '\t', '|'}

// sniffDelimiter returns the byte that cuts the first records of text into
// the most even rows. A line "sep=;" at the top decides. Spaces do where
// nothing else cuts, as in the tables that R writes.
func sniffDelimiter(text string) (comma byte, rest string) {
	if line, after, ok := strings.Cut(text, "\n"); ok {
		line = strings.TrimRight(line, "\r")
		if len(line) == 5 && strings.HasPrefix(strings.ToLower(line), "sep=") {
			return line[4], after
		}
	}
	best, most := byte(','), -1.0
	head := firstLines(text, 200)
	for _, c := range delimiters {
		if score := evenness(head, c); score > most {
			best, most = c, score
		}
	}
	if most <= 0 && spaced(head) {
		return ' ', text
	}
	return best, text
}

// spaced reports whether spaces cut text into rows of one width, three cells
// or more, but for the header of a table whose rows have names.
func spaced(text string) bool {
	rows, faults, _ := parseCSV(text, ' ', nil)
	if len(rows) < 2 || len(faults) > 0 {
		return false
	}
	width := len(rows[1].Cells)
	return width > 2 && allWide(rows[1:], width) && (len(rows[0].Cells) == width || len(rows[0].Cells) == width-1)
}

// evenness scores how well a delimiter cuts text: the number of cells that
// the commonest row width accounts for, less those in other rows and those
// that break the rules.
func evenness(text string, comma byte) float64 {
	rows, faults, _ := parseCSV(text, comma, nil)
	widths := map[int]int{}
	for _, r := range rows {
		widths[len(r.Cells)]++
	}
	best := 0.0
	for width, n := range widths {
		if width > 1 {
			share := float64(n) / float64(len(rows))
			best = max(best, float64(min(width, 50))*share*share)
		}
	}
	return best - float64(len(faults))
}

// firstLines returns about the first n lines of text, and at most 256 KiB.
func firstLines(text string, n int) string {
	end := 0
	for range n {
		i := strings.IndexAny(text[end:], "\r\n")
		if i < 0 || end+i+1 > 256<<10 {
			break
		}
		end += i + 1
	}
	if end == 0 {
		return text[:min(len(text), 256<<10)]
	}
	return text[:end]
}
