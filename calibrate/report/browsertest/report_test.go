package browsertest

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// Opening a report runs nothing of the file's, and open checks that it has no
// error and asks nothing of the network.
func TestOpens(t *testing.T) {
	each(t, func(t *testing.T, s Sample, reading Reading) {
		tab := open(t, s, reading, look{})
		if title := ask[string](t, tab, "document.title"); !strings.HasPrefix(title, "Calibration report") {
			t.Errorf("title %q", title)
		}
		if n := ask[int](t, tab, "document.querySelectorAll('table').length"); n == 0 {
			t.Error("no table")
		}
	})
}

// chart is a chart as the browser drew it.
type chart struct {
	Name  string
	Value string
	Place float64 // of the dot, as a share of the width
}

// charts returns the charts of a page, by table and head of the row.
const charts = `[...document.querySelectorAll('svg.chart')].map(svg => {
	const dot = svg.querySelector('circle.value'), box = svg.getBoundingClientRect();
	const d = dot ? dot.getBoundingClientRect() : {left: NaN, width: 0};
	return {
		name: svg.closest('table').id + ' ' + svg.closest('tr').cells[0].textContent.split(' ')[0],
		value: svg.dataset.value,
		place: dot ? (d.left + d.width / 2 - box.left) / box.width : -1,
	};
})`

// numbers are the report's, as its JSON has them.
type numbers struct {
	Raters     []struct{ ID string }
	Indicators []struct {
		ID              string
		Exact           struct{ Value float64 }
		CommonestShare  float64 `json:"commonest_share"`
		Distribution    []int
		NotObserved     int `json:"not_observed"`
		Blank, Absent   int
		Ratings         int
		CommonestChance float64 `json:"commonest_chance"`
	}
}

func numbersOf(t *testing.T, s Sample) (r numbers) {
	t.Helper()
	path, err := s.Write(program, reports, "json", Full)
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(content, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// The charts stand where the report's numbers say.
func TestCharts(t *testing.T) {
	for _, s := range Samples[:4] {
		t.Run(s.Name, func(t *testing.T) {
			r := numbersOf(t, s)
			drawn := map[string]chart{}
			for _, c := range ask[[]chart](t, open(t, s, Full, look{}), charts) {
				drawn[c.Name] = c
			}
			for _, p := range r.Indicators {
				c, ok := drawn["table-indicators "+p.ID]
				if !ok {
					t.Errorf("no chart of %s", p.ID)
				} else if math.Abs(c.Place-p.Exact.Value) > 0.005 {
					t.Errorf("%s stands at %.3f, want %.3f", p.ID, c.Place, p.Exact.Value)
				}
			}
			// A row of a person never stands beside figures of groups.
			if _, ok := drawn["table-raters R1"]; ok == slices.Contains(s.Args, "--by") {
				t.Errorf("a chart of severity: %v", ok)
			}
		})
	}
}

// bar is a stacked bar as the browser drew it.
type bar struct {
	Name  string
	Parts []float64 // shares of the width
	Dot   float64   // of the figure of the standard's rule, as a share of the width
}

// bars returns the stacked bars of the room's page.
const bars = `[...document.querySelectorAll('.stack')].map(stack => {
	const width = e => e.getBoundingClientRect().width;
	const parts = [...stack.children].map(width), all = parts.reduce((a, b) => a + b, 0);
	const rule = stack.parentNode.querySelector('svg.rule'), dot = rule.querySelector('circle.value');
	const box = rule.getBoundingClientRect(), d = dot.getBoundingClientRect();
	return {
		name: stack.closest('tr').cells[0].textContent.split(' ')[0],
		parts: parts.map(p => p / all), dot: (d.left + d.width / 2 - box.left) / box.width,
	};
})`

// The bars of the room's page are as long as people are many, and the dot
// below each stands where the standard's rule counts. (A part that few chose
// is drawn wide enough to be seen, hence the tolerance.)
func TestBars(t *testing.T) {
	s := Samples[0]
	drawn := map[string]bar{}
	for _, b := range ask[[]bar](t, open(t, s, Room, look{}), bars) {
		drawn[b.Name] = b
	}
	for _, p := range numbersOf(t, s).Indicators {
		b, ok := drawn[p.ID]
		if !ok {
			t.Errorf("no bar of %s", p.ID)
			continue
		}
		if math.Abs(b.Dot-p.CommonestShare) > 0.005 {
			t.Errorf("the dot of %s stands at %.3f, want %.3f", p.ID, b.Dot, p.CommonestShare)
		}
		var want []float64
		all := float64(p.Ratings + p.NotObserved + p.Blank + p.Absent)
		for _, n := range append(p.Distribution, p.NotObserved, p.Blank, p.Absent) {
			if n > 0 {
				want = append(want, float64(n)/all)
			}
		}
		if len(b.Parts) != len(want) {
			t.Errorf("%s has %d parts, want %d", p.ID, len(b.Parts), len(want))
			continue
		}
		for i := range want {
			if math.Abs(b.Parts[i]-want[i]) > 0.01 {
				t.Errorf("part %d of %s is %.3f wide, want %.3f", i+1, p.ID, b.Parts[i], want[i])
			}
		}
	}
}

// beyond lists what reaches over the right edge of the page.
const beyond = `[...document.querySelectorAll('main *')].filter(e => {
	if (e.closest('svg') || e.closest('.hidden')) return false;
	return e.getBoundingClientRect().right > document.documentElement.clientWidth + 1;
}).map(e => e.tagName + '#' + (e.closest('[id]') || {}).id).slice(0, 5)`

// On a phone the page does not scroll sideways; a wide table does, in its own
// frame.
func TestPhone(t *testing.T) {
	each(t, func(t *testing.T, s Sample, reading Reading) {
		tab := open(t, s, reading, look{width: 390, height: 844})
		if w := ask[int](t, tab, "document.documentElement.scrollWidth"); w > 390 {
			t.Errorf("the page is %d wide", w)
		}
	})
}

// split lists what a page break could cut or strand: rows, tables that should
// stay whole and do not fit a page, parts of an agenda but for a long list, and
// headings.
const split = `(height => [
	...[...document.querySelectorAll('tr')].filter(e => getComputedStyle(e).breakInside !== 'avoid' || e.offsetHeight > height / 3),
	...[...document.querySelectorAll('table.whole')].filter(e => getComputedStyle(e).breakInside !== 'avoid' || e.offsetHeight > height),
	...[...document.querySelectorAll('thead')].filter(e => getComputedStyle(e).display !== 'table-header-group'),
	...[...document.querySelectorAll('.part')].filter(e => getComputedStyle(e).breakInside !== 'avoid' || e.offsetHeight > height && e.querySelectorAll('li').length < 20),
	...[...document.querySelectorAll('h2, h3')].filter(e => getComputedStyle(e).breakAfter !== 'avoid'),
].map(e => e.tagName + ' ' + (e.closest('table, section') || {}).id).slice(0, 5))`

// papers are the inner sizes of a page, in pixels of 1/96 inch.
var papers = []struct {
	name          string
	width, height int64 // without the margins of 14, 15 and 16 mm
	inches        [2]float64
}{
	{"A4", 688, 1005, [2]float64{8.27, 11.69}},
	{"Letter", 710, 939, [2]float64{8.5, 11}},
}

// printed are the samples whose pages are counted: to print takes a browser
// long.
var printed = []string{"walkthrough", "many", "lessons"}

// Nothing is cut on paper: no table reaches over the edge, no row stands on
// two pages, and heads are repeated.
func TestPrint(t *testing.T) {
	each(t, func(t *testing.T, s Sample, reading Reading) {
		for _, paper := range papers {
			tab := open(t, s, reading, look{width: paper.width, height: paper.height, paper: true})
			if list := ask[[]string](t, tab, beyond); len(list) > 0 {
				t.Errorf("%s: over the edge: %v", paper.name, list)
			}
			height := "(" + strconv.FormatInt(paper.height, 10) + ")"
			if list := ask[[]string](t, tab, split+height); len(list) > 0 {
				t.Errorf("%s: cut: %v", paper.name, list)
			}
			if paper.name != "Letter" || !slices.Contains(printed, s.Name) {
				continue
			}
			pdf, err := chromedp.Run(tab, chromedp.PrintToPDF(func(p *page.PrintToPDFParams) {
				p.PaperWidth, p.PaperHeight = paper.inches[0], paper.inches[1]
			}))
			if err != nil {
				t.Fatal(err)
			}
			most := 25
			if reading.Name == Room.Name {
				most = 3
			}
			if n := strings.Count(string(pdf), "/Type /Page\n"); n < 1 || n > most {
				t.Errorf("%s: %d pages", paper.name, n)
			}
		}
	})
}

// ends are where the parts of the room's page end on the screen, and where its
// first bar begins.
const ends = `({
	verdict: document.querySelector('#verdict .lead').getBoundingClientRect().bottom,
	first: document.querySelector('#first li:last-child').getBoundingClientRect().bottom,
	bars: document.querySelector('#indicators .stack').getBoundingClientRect().bottom,
	letters: parseFloat(getComputedStyle(document.querySelector('#verdict .lead')).fontSize),
})`

// The first screen of a projector holds the verdict, what to talk about first,
// and the first bar; that of a phone holds the verdict. The verdict is written
// large.
func TestFirstScreen(t *testing.T) {
	for _, l := range []look{{width: 1366, height: 768}, {width: 1024, height: 768}, {width: 1366, height: 768, dark: true}, {width: 390, height: 844}} {
		for _, s := range Samples[:3] {
			at := ask[map[string]float64](t, open(t, s, Room, l), ends)
			parts := []string{"verdict", "first", "bars"}
			if l.width < 600 {
				parts = parts[:1]
			}
			for _, part := range parts {
				if at[part] > float64(l.height) {
					t.Errorf("%s at %d × %d: %s ends at %.0f", s.Name, l.width, l.height, part, at[part])
				}
			}
			if at["letters"] < 18 {
				t.Errorf("%s at %d × %d: the verdict in letters of %.0f pixels", s.Name, l.width, l.height, at["letters"])
			}
		}
	}
}

// The first printed page of the room's page stands alone: verdict, what to talk
// about first and every bar of a lesson of ten indicators.
func TestFirstPage(t *testing.T) {
	letter := papers[1]
	tab := open(t, Samples[0], Room, look{width: letter.width, height: letter.height, paper: true})
	if end := ask[float64](t, tab, "document.querySelector('#indicators .key').getBoundingClientRect().bottom"); end > float64(letter.height) {
		t.Errorf("the bars end at %.0f of %d", end, letter.height)
	}
}

// A keyboard reaches and sorts a table, and every table that scrolls.
func TestKeyboard(t *testing.T) {
	tab := open(t, Samples[0], Full, look{})
	sorted := ask[[]string](t, tab, `(() => {
		const button = [...document.querySelectorAll('#table-indicators th button')].find(b => b.textContent === 'exact');
		button.focus();
		return [document.activeElement === button ? 'focused' : 'lost'];
	})()`)
	if sorted[0] != "focused" {
		t.Fatal("the head of a column takes no focus")
	}
	first := "document.querySelector('#table-indicators tbody tr td:nth-of-type(3)').textContent"
	do(t, tab, chromedp.KeyEvent("\r"))
	lowest := ask[string](t, tab, first)
	do(t, tab, chromedp.KeyEvent("\r"))
	highest := ask[string](t, tab, first)
	if lowest != "19%" || highest != "100%" {
		t.Errorf("sorted up %q comes first, and down %q", lowest, highest)
	}
	if n := ask[int](t, tab, "document.querySelectorAll('.scroll:not([tabindex])').length"); n > 0 {
		t.Errorf("%d tables cannot be scrolled by keys", n)
	}
}

// What a hover shows stands in the page too.
func TestHover(t *testing.T) {
	tab := open(t, Samples[0], Full, look{})
	do(t, tab, chromedp.ScrollIntoView("#table-indicators svg.chart"))
	tip := ask[string](t, tab, `(() => {
		const svg = document.querySelector('#table-indicators svg.chart'), box = svg.getBoundingClientRect();
		svg.dispatchEvent(new PointerEvent('pointermove', {bubbles: true, clientX: box.x + 9, clientY: box.y + 9}));
		return document.getElementById('tip').hidden ? '' : document.getElementById('tip').textContent;
	})()`)
	row := ask[string](t, tab, "document.querySelector('#table-indicators tbody tr').textContent")
	if tip == "" || !strings.Contains(row, strings.SplitN(tip, ",", 2)[0]) {
		t.Errorf("the tip says %q, the row %q", tip, row)
	}
}
