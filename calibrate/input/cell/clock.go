package cell

import (
	"strconv"
	"strings"
	"time"
)

// A Clock reads the times of answers. 3/4/2025 is a day in March or in April:
// the dates of all the answers decide, and where they do not, two times are
// compared both ways.
type Clock struct {
	dayFirst, monthFirst bool // seen a date that can only be this
}

var (
	slashDate = NewPattern(`^(\d{1,2})[-./](\d{1,2})[-./](\d{2,4})(.*)$`)
	isoDate   = NewPattern(`^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(.*)$`)
	zone      = NewPattern(`\s*(?:GMT|UTC)?\s*([+-]\d{1,2})(?::?(\d{2}))?$`)
	monthName = NewPattern(`(?i)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)`)
	zoneName  = NewPattern(`\s+(?:GMT|UTC|[A-Z]{3,4})$`)
)

// timeLayouts are the forms of the time of day.
var timeLayouts = []string{
	"15:04:05", "15:04", "3:04:05 PM", "3:04 PM", "3:04:05PM", "3:04PM", "15:04:05.999999999",
}

// wordDates are the forms of a date with the month's name.
var wordDates = []string{
	"Jan 2, 2006", "January 2, 2006", "2 Jan 2006", "2 January 2006", "02-Jan-2006", "2-Jan-06", "Mon Jan 2 2006",
	"Monday, January 2, 2006", "Mon, 2 Jan 2006", "Jan 2 2006",
}

// IsTime reports whether a cell is a date, with a time of day or without.
func IsTime(s string) bool {
	_, ok := parseTime(s, true)
	if !ok {
		_, ok = parseTime(s, false)
	}
	return ok
}

// Learn looks at a date for which part is the day.
func (c *Clock) Learn(s string) {
	if m := slashDate.FindStringSubmatch(strings.TrimSpace(s)); m != nil {
		a, _ := strconv.Atoi(m[1])
		b, _ := strconv.Atoi(m[2])
		c.dayFirst = c.dayFirst || a > 12 || strings.Contains(s[:len(m[1])+1], ".")
		c.monthFirst = c.monthFirst || b > 12
	}
}

// Compare orders two times; ok is false where they cannot be told apart.
func (c *Clock) Compare(a, b string) (order int, ok bool) {
	readings := []bool{false, true} // month first, day first
	switch {
	case c.dayFirst && !c.monthFirst:
		readings = readings[1:]
	case c.monthFirst && !c.dayFirst:
		readings = readings[:1]
	}
	for i, dayFirst := range readings {
		x, okX := parseTime(a, dayFirst)
		y, okY := parseTime(b, dayFirst)
		if !okX || !okY {
			return 0, false
		}
		this := x.Compare(y)
		if this == 0 || i > 0 && this != order {
			return 0, false
		}
		order = this
	}
	return order, true
}

// parseTime reads a date and, if there is one, the time of day and the zone.
func parseTime(s string, dayFirst bool) (time.Time, bool) {
	s = Clean(s)
	if len(s) < 6 || len(s) > 60 || !mayBeTime(s) {
		return time.Time{}, false
	}
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t, true
	}
	if m := isoDate.FindStringSubmatch(s); m != nil {
		return dateAndTime(m[1], m[2], m[3], m[4])
	}
	if m := slashDate.FindStringSubmatch(s); m != nil {
		if dayFirst {
			return dateAndTime(m[3], m[2], m[1], m[4])
		}
		return dateAndTime(m[3], m[1], m[2], m[4])
	}
	for _, layout := range wordDates {
		for _, more := range append([]string{""}, timeLayouts...) {
			if t, err := time.Parse(strings.TrimSpace(layout+" "+more), s); err == nil {
				return t, true
			}
		}
	}
	return time.Time{}, false
}

// mayBeTime reports whether a text has what every date has: two digits or more,
// and a month's name or two of the marks between numbers.
func mayBeTime(s string) bool {
	digits, marks := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			digits++
		case c == '-' || c == '.' || c == '/':
			marks++
		}
	}
	return digits > 1 && (marks > 1 || monthName.MatchString(s))
}

// dateAndTime puts a date together with what follows it.
func dateAndTime(year, month, day, rest string) (time.Time, bool) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	if y < 100 {
		y += 2000
	}
	date := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if date.Day() != d || int(date.Month()) != m {
		return time.Time{}, false
	}
	rest = strings.TrimSpace(strings.TrimLeft(rest, "T, "))
	var offset time.Duration
	if z := zone.FindStringSubmatch(rest); z != nil && strings.Contains(rest, ":") {
		hours, _ := strconv.Atoi(z[1])
		minutes, _ := strconv.Atoi(z[2])
		if hours < 0 {
			minutes = -minutes
		}
		offset = time.Duration(hours)*time.Hour + time.Duration(minutes)*time.Minute
		rest = rest[:len(rest)-len(z[0])]
	}
	rest = zoneName.ReplaceAllString(rest, "")
	rest = strings.TrimSuffix(rest, "Z")
	if rest == "" {
		return date, true
	}
	for _, layout := range timeLayouts {
		if t, err := time.Parse(layout, strings.ToUpper(rest)); err == nil {
			clock := time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute +
				time.Duration(t.Second())*time.Second + time.Duration(t.Nanosecond())
			return date.Add(clock - offset), true
		}
	}
	return time.Time{}, false
}

// Day returns the day of a time as 2025-09-14, where it was written, or its
// date as it is written where day and month cannot be told apart; empty where
// it is no time.
func (c *Clock) Day(s string) string {
	monthFirst, dayFirst := dayOf(s, false), dayOf(s, true)
	switch {
	case dayFirst == "" || monthFirst == dayFirst || monthFirst != "" && c.monthFirst && !c.dayFirst:
		return monthFirst
	case monthFirst == "" || c.dayFirst && !c.monthFirst:
		return dayFirst
	}
	return strings.Trim(strings.Fields(Clean(s))[0], ",")
}

// dayOf is the day of a time, whatever its zone.
func dayOf(s string, dayFirst bool) string {
	t, ok := parseTime(s, dayFirst)
	if !ok {
		return ""
	}
	s = Clean(s)
	if m := isoDate.FindStringSubmatch(s); m != nil {
		t, _ = dateAndTime(m[1], m[2], m[3], "")
	} else if m := slashDate.FindStringSubmatch(s); m != nil {
		first, second := m[1], m[2]
		if dayFirst {
			first, second = second, first
		}
		t, _ = dateAndTime(m[3], first, second, "")
	}
	return t.Format(time.DateOnly)
}

var dayInName = NewPattern(`(?:^|[^0-9])(20\d{2})([-_.]?)(0[1-9]|1[0-2])([-_.]?)(0[1-9]|[12]\d|3[01])(?:[^0-9]|$)`)

// DayIn returns the day in a file's name, as ratings-2025-09-14, or "".
func DayIn(name string) string {
	m := dayInName.FindStringSubmatch(name)
	if m == nil || m[2] != m[4] {
		return ""
	}
	day := m[1] + "-" + m[3] + "-" + m[5]
	if _, err := time.Parse(time.DateOnly, day); err != nil {
		return ""
	}
	return day
}
