package report

import (
	"testing"

	"github.com/cb401426/calibrate/stats"
)

func TestDraw(t *testing.T) {
	axis := &Axis{Min: 0, Max: 1}
	n := stats.Of
	for _, c := range []struct {
		name string
		mark Mark
		want string
	}{
		{"value alone", Mark{Value: n(0)}, "●"},
		{"at the end", Mark{Value: n(1)}, "                       ●"},
		{"beyond the end", Mark{Value: n(3)}, "                       ●"},
		{"interval, chance and target", Mark{Value: n(0.5), Lower: n(0.4), Upper: n(0.6), Chance: n(0.2), Target: n(0.8)}, "     ┊   ───●──   │"},
		{"bar", Mark{Value: n(0.25), Bar: true}, "██████"},
		{"bar of nothing", Mark{Value: n(0), Bar: true}, ""},
		{"no value", Mark{Value: stats.None(stats.NoPairs), Chance: n(0.5)}, ""},
	} {
		if got := c.mark.draw(axis); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
