package browsertest

import (
	_ "embed"
	"slices"
	"testing"
)

// axe is axe-core 4.14.1 of Deque Systems, under the Mozilla Public License
// 2.0: see testdata/axe.
//
//go:embed testdata/axe/axe.min.js
var axe string

// fault is a rule of axe that the page breaks.
type fault struct {
	ID, Impact, Help string
	Nodes            []string
}

// faults runs axe and returns what is serious.
const faults = `axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
	.then(r => r.violations.map(v => ({
		id: v.id, impact: v.impact, help: v.help, nodes: v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)),
	})))`

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
			ask[bool](t, tab, axe+"; true")
			for _, f := range ask[[]fault](t, tab, faults) {
				t.Errorf("%s: %s (%s): %s: %q", l.name, f.ID, f.Impact, f.Help, f.Nodes)
			}
		}
	})
}
