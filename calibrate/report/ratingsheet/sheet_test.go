package ratingsheet_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate/report/ratingsheet"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/calibrate/template"
)

// Names cannot become part of the page, and a link is one of the web.
func TestWrite(t *testing.T) {
	r, ok := rubric.Find("fft-2013")
	if !ok {
		t.Fatal("no rubric")
	}
	form, err := (&template.Template{Rubric: r, Raters: []string{`"><script>alert(1)</script>`, "Bo"}, Lessons: []string{`<img src=x onerror=alert(1)>`}}).Form()
	if err != nil {
		t.Fatal(err)
	}
	var page bytes.Buffer
	if err := (ratingsheet.Sheet{Form: form, Videos: []string{"https://videos.example/?a=1&b=\"2\""}}).Write(&page); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(page.String(), "<script>"); n != 1 {
		t.Errorf("%d scripts", n)
	}
	if strings.Contains(page.String(), "<img") {
		t.Error("a lesson's name is markup")
	}
	if n := strings.Count(page.String(), "Not observed"); n != len(form.Asks) {
		t.Errorf("not observed %d times, for %d indicators", n, len(form.Asks))
	}
	for _, video := range []string{"javascript:alert(1)", "videos.example", "file:///etc/passwd"} {
		if err := (ratingsheet.Sheet{Form: form, Videos: []string{video}}).Check(); err == nil {
			t.Errorf("%q is taken for a link", video)
		}
	}
}
