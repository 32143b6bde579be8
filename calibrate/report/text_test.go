package report_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"

	"github.com/cb401426/calibrate/calibrate/report/format"
)

func TestTextGolden(t *testing.T) {
	r := walkthrough(t, false)
	golden(t, "walkthrough_80.txt", write(t, "text", r, format.Options{Width: 80}))
	golden(t, "walkthrough_120.txt", write(t, "text", r, format.Options{Width: 120}))
	golden(t, "six_lessons_80.txt", write(t, "text", samples(t)["six lessons"], format.Options{}))
}

var escapes = regexp.MustCompile("\x1b\\[[0-9;]*m")

// Every line fits the width, and color changes nothing but the looks.
func TestTextFits(t *testing.T) {
	for name, r := range samples(t) {
		for _, width := range []int{40, 60, 80, 100, 120, 200} {
			plain := write(t, "text", r, format.Options{Width: width})
			for i, line := range strings.Split(plain, "\n") {
				if w := displaywidth.String(line); w > width {
					t.Errorf("%s at %d: line %d takes %d columns: %.60q", name, width, i+1, w, line)
				}
				if strings.TrimRight(line, " ") != line {
					t.Errorf("%s at %d: line %d ends in blanks", name, width, i+1)
				}
			}
			if strings.Contains(plain, "\x1b") {
				t.Errorf("%s: an escape in plain text", name)
			}
			colored := escapes.ReplaceAllString(write(t, "text", r, format.Options{Width: width, Color: true}), "")
			if strings.Contains(colored, "\x1b") {
				t.Errorf("%s: an escape of the file's own", name)
			}
			if words(colored) != words(plain) {
				t.Errorf("%s at %d: color changes the words", name, width)
			}
		}
	}
}

// words drops the blanks, which a colored headline has around it.
func words(s string) string { return strings.Join(strings.Fields(s), " ") }

// The first screen says whether the team is aligned, how far, and what to
// talk about.
func TestTextFirstScreen(t *testing.T) {
	text := write(t, "text", walkthrough(t, false), format.Options{Width: 100})
	lines := strings.Split(text, "\n")
	first := strings.Join(lines[:40], "\n")
	for _, want := range []string{"PARTLY ALIGNED", "64%", "by chance", "Talk about first", "3d"} {
		if !strings.Contains(first, want) {
			t.Errorf("the first screen lacks %q:\n%s", want, first)
		}
	}
}
