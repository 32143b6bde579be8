package cell

import "testing"

func TestDay(t *testing.T) {
	for _, c := range []struct {
		learned []string
		text    string
		want    string
	}{
		{nil, "2025-09-14", "2025-09-14"},
		{nil, "2025-09-14T23:30:00-05:00", "2025-09-14"}, // the day where it was written
		{nil, "2025/09/14 11:05:00 PM GMT-5", "2025-09-14"},
		{nil, "9/14/2025", "2025-09-14"},
		{nil, "14.9.25", "2025-09-14"},
		{nil, "9/9/2025", "2025-09-09"},
		{nil, "Sep 14, 2025", "2025-09-14"},
		{nil, "9/8/2025 10:12:00", "9/8/2025"}, // one or the other
		{[]string{"9/14/2025"}, "9/8/2025", "2025-09-08"},
		{[]string{"14/9/2025"}, "9/8/2025", "2025-08-09"},
		{[]string{"14/9/2025", "9/14/2025"}, "9/8/2025", "9/8/2025"},
		{nil, "Lesson 3", ""},
		{nil, "", ""},
	} {
		var clock Clock
		for _, s := range c.learned {
			clock.Learn(s)
		}
		if got := clock.Day(c.text); got != c.want {
			t.Errorf("%v, then %q: %q, want %q", c.learned, c.text, got, c.want)
		}
	}
}

func TestDayIn(t *testing.T) {
	for name, want := range map[string]string{
		"ratings-2025-09-14": "2025-09-14", "2025_09_14 Poetry": "2025-09-14", "20250914": "2025-09-14",
		"ratings 2025-09": "", "2025-13-40": "", "id 120250914": "", "2025-09.14": "", "2025-02-31": "",
	} {
		if got := DayIn(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
