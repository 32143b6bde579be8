package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/models"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rasch"
)

// The variable map is cut into bins of half a logit, or wider where there would
// be more rows than these.
const (
	narrowBin  = 0.5
	mostBins   = 30
	mostNamed  = 12 // in a cell; more are counted
	mostListed = 30 // rows of interactions and unexpected ratings
)

// variableMap shows lessons, raters, indicators and steps on one ruler: high up
// are good lessons, severe raters, hard indicators and high steps.
func variableMap(r *models.Rasch) []document.Block {
	if !r.Model.LogLikelihood.OK() || r.Model.Subsets > 1 {
		return nil
	}
	columns, marks := mapColumns(r)
	low, high := math.Inf(1), math.Inf(-1)
	for _, column := range marks {
		for _, m := range column {
			low, high = min(low, m.at), max(high, m.at)
		}
	}
	if low > high {
		return nil
	}
	bin := narrowBin
	for (high-low)/bin > mostBins {
		bin *= 2
	}
	table := document.Table{ID: "map", Columns: columns}
	ruler := document.Ruler{Said: "Variable map: lessons, raters, indicators and steps on one ruler in logits, as the table below has them.", Low: low, High: high}
	for i, column := range marks {
		c := document.RulerColumn{Title: columns[i+1].Title}
		for _, m := range column {
			c.Marks = append(c.Marks, m.at)
		}
		ruler.Columns = append(ruler.Columns, c)
	}
	for k := math.Round(high / bin); k >= math.Round(low/bin); k-- {
		row := document.Row{Cells: []document.Cell{document.Signed{Number: stats.Of(k * bin), Places: 1}}}
		for i, column := range marks {
			names := namesIn(column, k*bin, bin)
			row.Cells = append(row.Cells, document.Text(names))
			if names != "" {
				ruler.Columns[i].Names = append(ruler.Columns[i].Names, document.RulerName{At: k * bin, Text: names})
			}
		}
		table.Rows = append(table.Rows, row)
	}
	ruler.Shown = table
	return []document.Block{ruler, document.Paragraph{
		Role: document.Aside,
		Text: "Higher up: better lessons, more severe raters, harder indicators, higher steps. A lesson that stands beside a step is as likely to get that level as the one below it, from an average rater on an average indicator.",
	}}
}

// An onRuler is a name on the ruler.
type onRuler struct {
	name string
	at   float64
}

// mapColumns returns the columns of the map after the ruler, and their marks.
func mapColumns(r *models.Rasch) ([]document.Column, [][]onRuler) {
	columns := []document.Column{{Title: "logits"}}
	var marks [][]onRuler
	constant := r.Model.Constant.Or(0)
	for _, id := range []string{rasch.Lesson, rasch.Rater, rasch.Indicator, rasch.Round} {
		for _, f := range r.Facets {
			var column []onRuler
			for _, e := range f.Elements {
				if v, ok := e.Measure.Value(); ok && f.ID == id {
					if id == rasch.Lesson {
						v += constant
					}
					column = append(column, onRuler{e.ID, v})
				}
			}
			if len(column) > 1 {
				columns, marks = append(columns, document.Column{Title: f.ID + "s"}), append(marks, column)
			}
		}
	}
	var steps []onRuler
	for _, s := range r.Steps {
		if v, ok := s.Threshold.Value(); ok {
			steps = append(steps, onRuler{stepName(r, s), v})
		}
	}
	if len(steps) > 0 && len(steps) <= 4*mostNamed {
		columns, marks = append(columns, document.Column{Title: "steps"}), append(marks, steps)
	}
	return columns, marks
}

// stepName names a step: the level that begins there.
func stepName(r *models.Rasch, s models.Step) string {
	name := wording.Level(s.Level)
	switch {
	case s.Indicator != nil:
		return *s.Indicator + ":" + name
	case s.Rater != "":
		return s.Rater + ":" + name
	case len(r.Input.Scales) > 1:
		return s.Scale + ":" + name
	}
	return name
}

// namesIn lists the names in a bin.
func namesIn(column []onRuler, at, bin float64) string {
	var names []string
	for _, m := range column {
		if math.Abs(math.Round(m.at/bin)*bin-at) < bin/4 {
			names = append(names, m.name)
		}
	}
	if len(names) > mostNamed {
		return fmt.Sprintf("(%d)", len(names))
	}
	return strings.Join(names, ", ")
}

func stepTable(r *models.Rasch) []document.Block {
	if len(r.Steps) == 0 {
		return nil
	}
	common := r.Model.Steps == rasch.Common
	table := document.TableOf("steps", r.Steps, []document.ColumnOf[models.Step]{
		{Title: r.Model.Steps, Hidden: common, Cell: func(s models.Step) document.Cell {
			if s.Indicator != nil {
				return document.Text(*s.Indicator)
			}
			return document.Text(s.Rater)
		}},
		{Title: "scale", Hidden: len(r.Input.Scales) < 2, Cell: func(s models.Step) document.Cell { return document.Text(s.Scale) }},
		{Title: "level", Cell: func(s models.Step) document.Cell { return document.Text(wording.LevelName(s.Level, s.Label)) }},
		{Title: "ratings", Cell: func(s models.Step) document.Cell { return document.Count(s.Count) }},
		{Title: "average measure", About: "mean location of the ratings at this level", Cell: func(s models.Step) document.Cell { return document.Signed{Number: s.AverageMeasure, Places: 2} }},
		{Title: "threshold", About: "where it and the level below are equally likely", Cell: func(s models.Step) document.Cell { return document.Signed{Number: s.Threshold, Places: 2} }},
		{Title: "error", Cell: func(s models.Step) document.Cell { return document.Decimal{Number: s.SE, Places: 2} }},
		{Title: "order", Cell: func(s models.Step) document.Cell {
			switch {
			case s.Disordered:
				return document.Text("disordered")
			case s.Count == 0:
				return document.Text("unused")
			}
			return document.Text("")
		}},
	})
	return []document.Block{table}
}

// curveMap shows the probability curves as a map of shades: a row a level, a
// column a logit.
func curveMap(r *models.Rasch) []document.Block {
	if r.Model.Steps != rasch.Common {
		return nil // a curve for each indicator: see --format csv --table curves
	}
	var blocks []document.Block
	for i := 0; i < len(r.Curves); {
		name := r.Curves[i].Steps
		table := document.Table{ID: "curves_" + name, Picture: true, Key: document.Quantity, Columns: []document.Column{{Title: "level"}}}
		var at []int
		for k, p := range r.Curves[i].Points {
			if p.Location == math.Trunc(p.Location) && math.Abs(p.Location) <= curvesReach {
				at = append(at, k)
				table.Columns = append(table.Columns, document.Column{Title: wording.Signed(stats.Of(p.Location), 0)})
			}
		}
		from := i
		picture := document.Curves{Said: "The chance of each level over the ruler, as the table below has it.", Low: -curvesReach, High: curvesReach}
		for ; i < len(r.Curves) && r.Curves[i].Steps == name; i++ {
			line := document.CurveLine{Name: wording.Level(r.Curves[i].Level)}
			for _, p := range r.Curves[i].Points {
				if math.Abs(p.Location) <= curvesReach {
					line.Points = append(line.Points, [2]float64{p.Location, p.Chance})
				}
			}
			picture.Lines = append(picture.Lines, line)
			row := document.Row{Cells: []document.Cell{document.Text(wording.Level(r.Curves[i].Level))}}
			for _, k := range at {
				p := r.Curves[i].Points[k].Chance
				row.Cells = append(row.Cells, document.Tint{Cell: document.Percent{Number: stats.Of(p)}, Shade: document.OfShare(p)})
			}
			table.Rows = append(table.Rows, row)
		}
		slices.Reverse(table.Rows[:i-from])
		table.Caption = "Chance of each level in percent, by how far the lesson is from rater and indicator together, in logits."
		picture.Shown = table
		blocks = append(blocks, picture)
	}
	return blocks
}

// curvesReach is how far to both sides curves are shown, in logits.
const curvesReach = 5

func raschAgreement(r *models.Rasch) []document.Block {
	a := r.Agreement
	if !a.Exact.OK() {
		return nil
	}
	text := fmt.Sprintf("Of %s of ratings of the same item %s are the same; the model expects %s of raters who rate independently (Rasch kappa %s). "+
		"Much more means that raters rate like machines or talk; much less, that something else moves them.",
		wording.Count(a.Pairs, "pair"), wording.Percent(a.Exact), wording.Percent(a.Expected), wording.Signed(a.Kappa, 2))
	return []document.Block{document.Paragraph{Role: document.Plain, Text: text}}
}

// interactionTable shows the interactions that are surest.
func interactionTable(r *models.Rasch) []document.Block {
	if len(r.Interactions) == 0 {
		return nil
	}
	lines := slices.Clone(r.Interactions)
	slices.SortStableFunc(lines, func(a, b models.Interaction) int { return cmp.Compare(a.PValue.Or(2), b.PValue.Or(2)) })
	sure := 0
	for _, x := range lines {
		if x.Adjusted.Or(1) <= 0.05 {
			sure++
		}
	}
	all := len(lines)
	lines = lines[:min(len(lines), max(mostListed, 0))]
	table := document.TableOf("interactions", lines, []document.ColumnOf[models.Interaction]{
		{Title: "rater", Cell: func(x models.Interaction) document.Cell { return document.Text(x.Rater) }},
		{Title: "with", Cell: func(x models.Interaction) document.Cell { return document.Text(x.With()) }},
		{Title: "ratings", Spare: 2, Cell: func(x models.Interaction) document.Cell { return document.Count(x.Ratings) }},
		{Title: "size", About: "in logits: above 0 the ratings are higher than expected", Cell: func(x models.Interaction) document.Cell { return document.Signed{Number: x.Size, Places: 2} }},
		{Title: "levels", About: "the same in levels", Cell: func(x models.Interaction) document.Cell { return document.Signed{Number: x.Levels, Places: 2} }},
		{Title: "error", Cell: func(x models.Interaction) document.Cell { return document.Decimal{Number: x.SE, Places: 2} }},
		{Title: "t", Cell: func(x models.Interaction) document.Cell { return document.Signed{Number: x.T, Places: 2} }},
		{Title: "p", Cell: func(x models.Interaction) document.Cell { return document.Text(probability(x.PValue)) }},
		{Title: "p, Holm", Cell: func(x models.Interaction) document.Cell { return document.Text(probability(x.Adjusted)) }},
	}).Marked(func(i int) bool { return lines[i].Adjusted.Or(1) <= 0.05 })
	text := fmt.Sprintf("%s stand out of %d, with probabilities adjusted for their number (Holm).", wording.Capital(wording.Counted(sure, "interaction")), all)
	if sure == 1 {
		text = fmt.Sprintf("One interaction stands out of %d, with probabilities adjusted for their number (Holm).", all)
	}
	if all > len(lines) {
		text += fmt.Sprintf(" The %d surest are shown; --format csv --table interactions has all.", len(lines))
	}
	return []document.Block{document.Paragraph{Role: document.Plain, Text: text}, table}
}

func unexpectedTable(r *models.Rasch) []document.Block {
	if len(r.Unexpected) == 0 {
		return nil
	}
	lines := r.Unexpected[:min(len(r.Unexpected), mostListed)]
	rounds := slices.ContainsFunc(lines, func(u models.Unexpected) bool { return u.Round != "" })
	table := document.TableOf("unexpected", lines, []document.ColumnOf[models.Unexpected]{
		{Title: "rater", Cell: func(u models.Unexpected) document.Cell { return document.Text(u.Rater) }},
		{Title: "round", Hidden: !rounds, Cell: func(u models.Unexpected) document.Cell { return document.Text(u.Round) }},
		{Title: "lesson", Cell: func(u models.Unexpected) document.Cell { return document.Text(u.Lesson) }},
		{Title: "indicator", Cell: func(u models.Unexpected) document.Cell { return document.Text(u.Indicator) }},
		{Title: "rating", Cell: func(u models.Unexpected) document.Cell { return document.Text(wording.Level(u.Observed)) }},
		{Title: "expected", Cell: func(u models.Unexpected) document.Cell {
			return document.Decimal{Number: stats.Of(u.Expected), Places: 1}
		}},
		{Title: "z", Cell: func(u models.Unexpected) document.Cell { return document.Signed{Number: stats.Of(u.Z), Places: 1} }},
	})
	text := fmt.Sprintf("%s at least 2 standard deviations from what the model expects: %s of all, where about 5%% would be by chance.",
		wording.Capital(wording.Count(len(r.Unexpected), "rating")), wording.Percent(stats.Of(float64(len(r.Unexpected))/float64(max(1, r.Model.Used)))))
	if len(r.Unexpected) > len(lines) {
		text += fmt.Sprintf(" The %d farthest are shown.", len(lines))
	}
	return []document.Block{document.Paragraph{Role: document.Plain, Text: text}, table}
}

// raschRead says how to read the figures, and what to know.
func raschRead(r *models.Rasch) []document.Block {
	list := document.List{Items: []string{
		"Infit and outfit are mean squares with expectation 1: how unevenly someone rates beside what the model expects. Under 0.5: too even, as if by rule; 0.5 to 1.5: productive; 1.5 to 2: uneven; over 2: distorts the measures (Linacre 2002, Rasch Measurement Transactions 16, p. 878). Infit weighs ratings by their information, outfit not.",
		"z is the same standardized (Wilson and Hilferty): beyond 2 it is unlikely by chance, and with many ratings small misfit is.",
		"Measures of raters are severities: higher is more severe, whatever lessons they saw. Errors are of the distance from the facet's mean.",
		"What the model is, assumes and misleads in: calibrate stats explain rasch, and docs/rasch.md.",
	}}
	seen := map[string]bool{}
	for _, n := range r.Notes {
		if seen[n.Code+n.Text] || raschSilent[n.Code] {
			continue
		}
		seen[n.Code+n.Text] = true
		text := wording.Capital(n.Text)
		if n.Fix != "" && n.Fix != "nothing is missing" {
			text += " (" + n.Fix + ")"
		}
		list.Items = append(list.Items, text+".")
	}
	return []document.Block{list}
}

// raschSilent are codes that a table shows by itself.
var raschSilent = map[string]bool{"not_applicable": true, "extreme": true, "unused_level": true}
