package sweep

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/texttest"
)

func FuzzSweep(f *testing.F) {
	texttest.Seed(f)
	f.Fuzz(func(t *testing.T, s string) {
		swept := NewSweeper(language.English(), []string{s, "Ana Ortiz"}, []string{s}).Sweep(s)
		if !utf8.ValidString(swept.Text) || swept.Names < 0 || swept.Emails < 0 {
			t.Fatalf("%+v", swept)
		}
		if swept.Names+swept.Emails+swept.Numbers == 0 && swept.Text != strings.ToValidUTF8(invisible.Replace(s), "\uFFFD") {
			t.Fatalf("%q became %q with nothing swept", s, swept.Text)
		}
	})
}
