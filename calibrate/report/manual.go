package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/benchmark"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/weight"
)

// WriteManual writes the manual of the coefficients, docs/statistics.md, from
// the catalogue. simulations are the pages that show how intervals do, to link
// to.
func WriteManual(w io.Writer, simulations []string) error {
	m := &manual{bufio.NewWriter(w)}
	m.print(manualHead)
	for _, g := range catalog.Groups {
		m.printf("| %s | %s | %s |\n", m.text(g.Title), m.text(g.Use), m.members(g.ID))
	}
	m.print(manualIntervals)
	for _, page := range simulations {
		m.printf("- [%s](%s)\n", page, page)
	}
	if len(simulations) == 0 {
		m.print("- None is in this folder yet: `make simulate` makes them.\n")
	}
	m.print("\n## The coefficients\n\n" + manualSymbols)
	for _, g := range catalog.Groups {
		for _, e := range catalog.Coefficients {
			if e.Group == g.ID {
				m.coefficient(e)
			}
		}
	}
	m.figures()
	m.print("\n## The models of raters\n\nFitted by calibrate rasch ([rasch.md](rasch.md)) and calibrate latent ([latent.md](latent.md)).\n")
	for _, e := range catalog.Models {
		m.coefficient(e)
	}
	m.weights()
	m.benchmarks()
	return m.w.Flush()
}

// manual writes Markdown. Errors stay in the buffered writer until Flush.
type manual struct{ w *bufio.Writer }

func (m *manual) print(s string)                 { fmt.Fprint(m.w, s) }
func (m *manual) printf(format string, a ...any) { fmt.Fprintf(m.w, format, a...) }
func (m *manual) text(s string) string           { return format.EscapeMarkdown(s) }

// figures writes what stands beside the coefficients: a table, and the pages.
func (m *manual) figures() {
	m.print(manualFurther)
	for _, f := range catalog.Figures {
		m.printf("| `%s` | [`%s`](#%s) | %s |\n", f.Flag, f.ID, f.ID, m.text(f.Line))
	}
	for _, f := range catalog.Figures {
		m.coefficient(f.Coefficient)
	}
}

// members links the coefficients of a group.
func (m *manual) members(group stats.Group) string {
	var list []string
	for _, e := range catalog.Coefficients {
		if e.Group == group {
			list = append(list, fmt.Sprintf("[`%s`](#%s)", e.ID, e.ID))
		}
	}
	return strings.Join(list, ", ")
}

// coefficient writes the page of one coefficient. Its heading is its id, so
// that links to it hold.
func (m *manual) coefficient(e *stats.Coefficient) {
	m.printf("\n### %s\n\n**%s**", e.ID, m.text(e.Name))
	if len(e.Synonyms) > 0 {
		m.printf(", also `%s`", strings.Join(e.Synonyms, "`, `"))
	}
	if e.Has(stats.Weighted) {
		m.print("; takes weights")
	}
	m.printf(". %s\n\n```\n%s\n```\n\n", m.text(e.Doc.What), strings.Join(e.Doc.Formula, "\n"))
	for _, p := range docParts {
		if text := p.text(&e.Doc); text != "" {
			m.printf("- **%s.** %s\n", p.title, m.text(text))
		}
	}
	for _, r := range e.Doc.References {
		m.printf("- %s\n", m.text(r))
	}
}

// weights writes the schemes of weights.
func (m *manual) weights() {
	m.print("\n## The weights\n\nSymbols: levels with values x_1 < … < x_q, their range R = x_q − x_1.\n\n" +
		"| id | weight of levels k and l | for | source |\n| :--- | :--- | :--- | :--- |\n")
	for _, w := range weight.Schemes {
		m.printf("| `%s` | %s | %s | %s |\n", w.ID, m.text(w.Formula), m.text(w.Use), m.text(w.Source))
	}
	for _, f := range weight.Families {
		m.printf("| `%s:%s` | %s | %s | |\n", f.ID, f.Parameter, m.text(f.Formula), m.text(f.Use))
	}
	m.print("| `custom` | as given | a matrix of your own, `--custom-weights FILE.csv`: a row and a column a level, without a header | |\n")
}

// benchmarks writes the bands.
func (m *manual) benchmarks() {
	m.print("\n## The benchmarks\n\nBands are conventions, made for other fields and other scales. A coefficient counts as in a band " +
		"when it reaches it, or more, with 95% probability (Gwet 2014, chapter 6).\n\n" +
		"| id | bands, each with its lower edge | source |\n| :--- | :--- | :--- |\n")
	for _, b := range benchmark.All {
		m.printf("| `%s` | %s | %s |\n", b.ID, m.text(bandsOf(b)), m.text(b.Source))
	}
}
