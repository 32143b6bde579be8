package format

import (
	"testing"

	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/stats"
)

func TestDraw(t *testing.T) {
	axis := &document.Axis{Min: 0, Max: 1}
	n := stats.Of
	for _, c := range []struct {
		name string
		mark document.Mark
		want string
	}{
		{"value alone", document.Mark{Value: n(0)}, "●"},
		{"at the end", document.Mark{Value: n(1)}, "                       ●"},
		{"beyond the end", document.Mark{Value: n(3)}, "                       ●"},
		{"interval, chance and target", document.Mark{Value: n(0.5), Lower: n(0.4), Upper: n(0.6), Chance: n(0.2), Target: n(0.8)}, "     ┊   ───●──   │"},
		{"bar", document.Mark{Value: n(0.25), Bar: true}, "██████"},
		{"bar of nothing", document.Mark{Value: n(0), Bar: true}, ""},
		{"no value", document.Mark{Value: stats.None(stats.NoPairs), Chance: n(0.5)}, ""},
	} {
		if got := draw(c.mark, axis); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
