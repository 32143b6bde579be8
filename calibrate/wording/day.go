package wording

import (
	"regexp"
	"time"
)

const americanDay = "Jan 2, 2006"

// Day writes a day as Sep 14, 2025; one that is not written as 2025-09-14
// stands as it is.
func Day(s string) string {
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return t.Format(americanDay)
	}
	return s
}

var digitsOfDay = regexp.MustCompile(`^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}$`)

// IsDay reports whether a name is nothing but a day.
func IsDay(s string) bool {
	_, err := time.Parse(americanDay, s)
	return err == nil || digitsOfDay.MatchString(s)
}
