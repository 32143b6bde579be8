package browsertest

import (
	"slices"
	"testing"
)

// fault is a rule of axe that the page breaks.
type fault struct {
	ID, Impact, Help string
	Nodes            []string
}

// looks are how the first sample is examined; the others in the first way. A
// table of 60 lessons says no more to axe than one of six.
var looks = []struct {
	name string
	look look
}{
	{"light", look{}},
	{"dark", look{dark: true}},
	{"phone", look{width: 390, height: 844}},
	{"phone, dark", look{width: 390, height: 844, dark: true}},
}

// alike are samples whose pages have no more kinds of parts than others'.
var alike = []string{"lessons", "agreement", "noise"}

// No fault of accessibility, in light and dark, on a screen and on a phone.
func TestAxe(t *testing.T) {
	each(t, func(t *testing.T, s Sample, reading Reading) {
		for i, l := range looks {
			if i > 0 && s.Name != Samples[0].Name || slices.Contains(alike, s.Name) {
				break
			}
			tab := open(t, s, reading, l.look)
			ask[bool](t, tab, Axe+"; true")
			for _, f := range ask[[]fault](t, tab, AxeFaults) {
				t.Errorf("%s: %s (%s): %s: %q", l.name, f.ID, f.Impact, f.Help, f.Nodes)
			}
		}
	})
}
