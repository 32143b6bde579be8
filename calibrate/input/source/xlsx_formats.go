package source

import (
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
)

// readFormats finds the cell formats that show a number as a date or a time.
func (b *xlsxBook) readFormats(part string) error {
	custom := map[int]bool{}
	cells := false
	x := xmlScanner{text: part}
	for {
		more, err := x.next()
		if err != nil || !more {
			return err
		}
		switch x.name {
		case "numFmt":
			if !x.closing && len(custom) < maxFormats {
				custom[x.number("numFmtId", 0)] = isDateFormat(x.attr("formatCode"))
			}
		case "cellXfs":
			cells = !x.closing && !x.empty
		case "xf":
			if !cells || x.closing {
				break
			}
			if len(b.dates) == maxFormats {
				return errTooManyFormats
			}
			id := x.number("numFmtId", 0)
			date, ok := custom[id]
			b.dates = append(b.dates, ok && date || !ok && isDateID(id))
		}
	}
}

// maxFormats is what spreadsheet programs allow.
const maxFormats = 1 << 16

// isDateID reports whether a built-in number format is that of a date or a
// time (ISO/IEC 29500-1, 18.8.30).
func isDateID(id int) bool {
	return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58
}

// isDateFormat reports whether a format code shows a number as a date or a
// time: whether a letter for a part of one stands outside of what is quoted.
func isDateFormat(code string) bool {
	code, _, _ = strings.Cut(code, ";")
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case '"', '[':
			closing := map[byte]string{'"': `"`, '[': "]"}[c]
			end := strings.Index(code[i+1:], closing)
			if end < 0 {
				return false
			}
			if inner := strings.ToLower(code[i+1 : i+1+end]); c == '[' && inner != "" && strings.Trim(inner, inner[:1]) == "" && strings.Contains("hms", inner[:1]) {
				return true // elapsed time
			}
			i += end + 1
		case '\\', '_', '*':
			i++
		case 'd', 'D', 'm', 'M', 'y', 'Y', 'h', 'H', 's', 'S':
			return true
		}
	}
	return false
}

// shown writes a stored number as people read it: a date as such, any other
// whatever its format, for a format may round it.
func (b *xlsxBook) shown(stored string, format int) string {
	if format < len(b.dates) && b.dates[format] {
		if v, err := strconv.ParseFloat(strings.TrimSpace(stored), 64); err == nil && v >= 0 && v < 2958466 { // up to the year 9999
			return b.date(v)
		}
	}
	return plainNumber(stored)
}

// plainNumber writes a stored number with the fifteen digits that spreadsheets
// hold.
func plainNumber(stored string) string {
	stored = strings.TrimSpace(stored)
	if len(stored) < 15 && !strings.ContainsAny(stored, "eE+") {
		return stored
	}
	v, err := strconv.ParseFloat(stored, 64)
	if err != nil || math.IsNaN(v) || math.Abs(v) >= 1e21 {
		return stored
	}
	v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64)
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// date writes a number of days as year, month and day, with the time of day
// where there is one, and alone where there is no day.
func (b *xlsxBook) date(days float64) string {
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case b.from04:
		epoch = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case days < 60: // 1900 is no leap year, but for spreadsheets
		epoch = time.Date(1899, 12, 31, 0, 0, 0, 0, time.UTC)
	}
	seconds := int64(math.Round(days * 86400))
	t := epoch.Add(time.Duration(seconds) * time.Second)
	clock := "15:04:05"
	if t.Second() == 0 {
		clock = "15:04"
	}
	switch {
	case days < 1 && !b.from04:
		return t.Format(clock)
	case seconds%86400 == 0:
		return t.Format(time.DateOnly)
	}
	return t.Format(time.DateOnly + " " + clock)
}

// escapes resolves _x000D_ and its like, by which workbooks write characters
// that XML cannot hold (ISO/IEC 29500-1, 22.4.2.4).
func escapes(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for {
		i := strings.Index(s, "_x")
		if i < 0 || i+7 > len(s) {
			b.WriteString(s)
			return b.String()
		}
		code, err := strconv.ParseUint(s[i+2:i+6], 16, 16)
		if err != nil || s[i+6] != '_' || utf16.IsSurrogate(rune(code)) {
			b.WriteString(s[:i+2])
			s = s[i+2:]
			continue
		}
		b.WriteString(s[:i])
		b.WriteRune(rune(code))
		s = s[i+7:]
	}
}
