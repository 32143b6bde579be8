package report

import (
	"fmt"
	"math"
	"slices"

	"github.com/cb401426/calibrate/calibrate/models"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rasch"
)

// Rasch is a many-facet Rasch model.
var Rasch = Shape[*models.Rasch]{
	Document: viewRasch,
	Private:  true,
	Tables: []TableOf[*models.Rasch]{
		{"elements", func(r *models.Rasch) any {
			var all []models.Element
			for _, f := range r.Facets {
				all = append(all, f.Elements...)
			}
			return all
		}},
		{"facets", func(r *models.Rasch) any { return r.Facets }},
		{"steps", func(r *models.Rasch) any { return r.Steps }},
		{"agreement", func(r *models.Rasch) any { return []models.Agreement{r.Agreement} }},
		{"lesson_levels", func(r *models.Rasch) any { return r.LessonLevels }},
		{"findings", func(r *models.Rasch) any { return r.Findings }},
		{"interactions", func(r *models.Rasch) any { return r.Interactions }},
		{"unexpected", func(r *models.Rasch) any { return r.Unexpected }},
		{"curves", func(r *models.Rasch) any {
			var all []models.CurvePoint
			for _, c := range r.Curves {
				all = append(all, c.Points...)
			}
			return all
		}},
		{"notes", func(r *models.Rasch) any { return r.Notes }},
	},
}

// raschSections is the order in which a Rasch model is read. A section without
// blocks is left out.
var raschSections = []struct {
	id, title string
	blocks    func(*models.Rasch) []document.Block
}{
	{"summary", "", raschSummary},
	{"map", "Variable map", variableMap},
	{"facets", "How well elements are told apart", facetTable},
	{"rater", "Raters", elementsOf(rasch.Rater)},
	{"indicator", "Indicators", elementsOf(rasch.Indicator)},
	{"lesson", "Lessons", elementsOf(rasch.Lesson)},
	{"round", "Rounds", elementsOf(rasch.Round)},
	{"lesson_levels", "Lessons that severity moved to another level", lessonLevelTable},
	{"findings", "Effects of raters", raschFindings},
	{"steps", "Steps of the scale", stepTable},
	{"curves", "Probability of each level", curveMap},
	{"agreement", "Do raters agree more than the model expects?", raschAgreement},
	{"interactions", "Interactions", interactionTable},
	{"unexpected", "Unexpected ratings", unexpectedTable},
	{"read", "How to read this", raschRead},
}

// viewRasch turns a model into the document that people's formats show.
func viewRasch(r *models.Rasch) document.Document {
	d := document.Document{Title: "Many-facet Rasch model"}
	for _, s := range raschSections {
		if blocks := s.blocks(r); len(blocks) > 0 {
			d.Sections = append(d.Sections, document.Section{ID: s.id, Title: s.title, Blocks: blocks})
		}
	}
	return d
}

// modelsRead says in a sentence what was read.
func modelsRead(in *models.Input) string {
	return fmt.Sprintf("%s of %s by %s on %s.", wording.Count(in.Ratings, "rating"), wording.Count(in.Lessons, "lesson"),
		wording.Count(in.Raters, "rater"), wording.Count(in.Indicators, "indicator"))
}

func raschSummary(r *models.Rasch) []document.Block {
	m := &r.Model
	steps := "rating scale model: all ratings of a scale share its steps"
	if m.Steps != rasch.Common {
		steps = "partial credit model: steps for each " + m.Steps
	}
	method := "joint maximum likelihood"
	if m.Method == "mml" {
		method = fmt.Sprintf("marginal maximum likelihood over the lessons, whose standard deviation is %s logits", wording.Decimal(m.LessonSD, 2))
	}
	blocks := []document.Block{
		document.Paragraph{Role: document.Headline, Text: "MANY-FACET RASCH MODEL"},
		document.Paragraph{Role: document.Plain, Text: modelsRead(&r.Input)},
		document.Paragraph{Role: document.Plain, Text: "log P(k)/P(k−1) = constant + lesson − indicator − severity − step k. The " + steps + ". By " + method + "."},
	}
	if !m.LogLikelihood.OK() {
		return append(blocks, document.Paragraph{Role: document.Lead, Text: "There is no model: " + raschNote(r, string(m.LogLikelihood.Reason())) + "."})
	}
	came := "Converged"
	if !m.Converged {
		came = "NOT converged"
	}
	text := fmt.Sprintf("%s in %s; largest score residual %.1e; log likelihood %s; %s; constant %s.", came,
		wording.Count(m.Iterations, "step"), m.Residual, wording.Decimal(m.LogLikelihood, 3), wording.Count(m.Parameters, "parameter"), wording.Signed(m.Constant, 2))
	if m.Used < m.Ratings {
		text += fmt.Sprintf(" %s of extreme elements are left out of the estimation.", wording.Count(m.Ratings-m.Used, "rating"))
	}
	if m.Factor != 1 {
		text += fmt.Sprintf(" Measures are drawn together by %.3f for the known width of joint estimates.", m.Factor)
	} else if m.Method == "jml" {
		text += " Measures are as estimated, without a correction for width."
	}
	return append(blocks, document.Paragraph{Role: document.Plain, Text: text})
}

// raschNote is what a note of a code says.
func raschNote(r *models.Rasch, code string) string {
	for _, n := range r.Notes {
		if n.Code == code {
			return n.Text
		}
	}
	return code
}

// facetTitles name the facets' measures.
var facetTitles = map[string][2]string{ // rater: title of the column, of the ends
	rasch.Rater:     {"rater", "severity"},
	rasch.Indicator: {"indicator", "difficulty"},
	rasch.Lesson:    {"lesson", "quality"},
	rasch.Round:     {"round", "difficulty"},
}

func facetTable(r *models.Rasch) []document.Block {
	if !r.Model.LogLikelihood.OK() {
		return nil
	}
	number := func(places int, of func(models.Facet) stats.Number) func(models.Facet) document.Cell {
		return func(f models.Facet) document.Cell { return document.Decimal{Number: of(f), Places: places} }
	}
	table := document.TableOf("facets", r.Facets, []document.ColumnOf[models.Facet]{
		{Title: "facet", Cell: func(f models.Facet) document.Cell { return document.Text(f.ID) }},
		{Title: "elements", Cell: func(f models.Facet) document.Cell { return document.Count(f.Count) }},
		{Title: "SD", About: "standard deviation of the measures", Cell: number(2, func(f models.Facet) stats.Number { return f.SD })},
		{Title: "RMSE", About: "root mean square of their errors", Cell: number(2, func(f models.Facet) stats.Number { return f.RMSE })},
		{Title: "separation", About: "true standard deviation over RMSE", Cell: number(2, func(f models.Facet) stats.Number { return f.Separation })},
		{Title: "strata", About: "levels that are told apart: (4 separation + 1)/3", Cell: number(1, func(f models.Facet) stats.Number { return f.Strata })},
		{Title: "reliability", About: "part of the measures' variance that is not error", Cell: number(2, func(f models.Facet) stats.Number { return f.Reliability })},
		{Title: "all equal: χ²", Spare: 2, Cell: number(1, func(f models.Facet) stats.Number { return f.ChiSquared })},
		{Title: "df", Spare: 2, Cell: number(0, func(f models.Facet) stats.Number { return f.DF })},
		{Title: "p", Cell: func(f models.Facet) document.Cell { return document.Text(probability(f.PValue)) }},
		{Title: "a normal sample: χ²", Spare: 4, Cell: number(1, func(f models.Facet) stats.Number { return f.RandomChiSquared })},
		{Title: "df", Spare: 4, Cell: number(0, func(f models.Facet) stats.Number { return f.RandomDF })},
		{Title: "p", Spare: 4, Cell: func(f models.Facet) document.Cell { return document.Text(probability(f.RandomPValue)) }},
	})
	return []document.Block{table, document.Paragraph{Role: document.Aside, Text: "For lessons and indicators a high reliability is wanted; for raters a low one: it says how surely they differ in severity."}}
}

// elementsOf returns the section of a facet.
func elementsOf(facet string) func(*models.Rasch) []document.Block {
	return func(r *models.Rasch) []document.Block {
		for i := range r.Facets {
			if f := &r.Facets[i]; f.ID == facet && r.Model.LogLikelihood.OK() && len(f.Elements) > 1 {
				return elementTable(r, f)
			}
		}
		return nil
	}
}

func elementTable(r *models.Rasch, f *models.Facet) []document.Block {
	titles := facetTitles[f.ID]
	lines := slices.Clone(f.Elements)
	if f.ID != rasch.Rater {
		slices.SortStableFunc(lines, func(a, b models.Element) int { return byMeasure(b, a) })
	}
	any := func(is func(models.Element) bool) bool { return slices.ContainsFunc(lines, is) }
	number := func(places int, of func(models.Element) stats.Number) func(models.Element) document.Cell {
		return func(e models.Element) document.Cell { return document.Decimal{Number: of(e), Places: places} }
	}
	se := func(e models.Element) stats.Number {
		if r.Model.Errors == "real" {
			return e.SEReal
		}
		return e.SE
	}
	table := document.TableOf(f.ID+"s", lines, []document.ColumnOf[models.Element]{
		{Title: titles[0], Cell: func(e models.Element) document.Cell { return document.Text(elementName(e)) }},
		{Title: "ratings", Spare: 5, Cell: func(e models.Element) document.Cell { return document.Count(e.Ratings) }},
		{Title: "on the ruler", Axis: ruler(lines), Cell: func(e models.Element) document.Cell {
			return document.Mark{Value: e.Measure, Lower: e.Lower, Upper: e.Upper}
		}},
		{Title: titles[1], About: "in logits", Cell: func(e models.Element) document.Cell { return document.Signed{Number: e.Measure, Places: 2} }},
		{Title: "error", Cell: number(2, se)},
		{Title: wording.Confidence(r.Model.Confidence) + " interval", Spare: 4, Cell: func(e models.Element) document.Cell {
			return document.Span{Lower: e.Lower, Upper: e.Upper, Places: 2}
		}},
		{Title: "infit", Cell: number(2, func(e models.Element) stats.Number { return e.Infit })},
		{Title: "z", Spare: 3, Cell: number(1, func(e models.Element) stats.Number { return e.InfitZ })},
		{Title: "outfit", Spare: 1, Cell: number(2, func(e models.Element) stats.Number { return e.Outfit })},
		{Title: "z", Spare: 3, Cell: number(1, func(e models.Element) stats.Number { return e.OutfitZ })},
		{Title: "mean", Spare: 2, Cell: number(2, func(e models.Element) stats.Number { return e.Observed })},
		{Title: "fair", About: "expected rating were all else average", Hidden: !any(func(e models.Element) bool { return e.Fair.OK() }), Cell: number(2, func(e models.Element) stats.Number { return e.Fair })},
		{Title: "subset", Hidden: r.Model.Subsets < 2, Cell: func(e models.Element) document.Cell {
			if e.Subset == 0 {
				return document.Text("all")
			}
			return document.Count(e.Subset)
		}},
		{Title: "displaced", Hidden: !any(func(e models.Element) bool { return e.Anchored }), Cell: func(e models.Element) document.Cell {
			if !e.Anchored {
				return document.Text("")
			}
			return document.Signed{Number: e.Displacement, Places: 2}
		}},
		{Title: "fit", Cell: func(e models.Element) document.Cell { return document.Text(fitWord(e)) }},
	})
	return []document.Block{table}
}

// byMeasure compares measures; what has none stands first.
func byMeasure(a, b models.Element) int {
	x, y := a.Measure.Or(math.Inf(-1)), b.Measure.Or(math.Inf(-1))
	switch {
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}

// elementName is an element's id, with its name where it may be shown.
func elementName(e models.Element) string {
	if e.Name != "" {
		return e.ID + " " + e.Name
	}
	return e.ID
}

// ruler is the axis that holds the measures with their intervals.
func ruler(elements []models.Element) *document.Axis {
	reach := 1.0
	for _, e := range elements {
		for _, n := range []stats.Number{e.Measure, e.Lower, e.Upper} {
			reach = max(reach, math.Abs(n.Or(0)))
		}
	}
	reach = math.Ceil(reach)
	return &document.Axis{Min: -reach, Max: reach}
}

// fitWord says what an infit means, in the bands of raschRead.
func fitWord(e models.Element) string {
	v, ok := e.Infit.Value()
	switch {
	case e.Extreme != "":
		return "extreme"
	case !ok:
		return ""
	case v < 0.5:
		return "too even"
	case v <= 1.5:
		return ""
	case v <= 2:
		return "uneven"
	}
	return "distorts"
}

func lessonLevelTable(r *models.Rasch) []document.Block {
	if len(r.LessonLevels) == 0 {
		return nil
	}
	table := document.TableOf("lesson_levels", r.LessonLevels, []document.ColumnOf[models.LessonLevel]{
		{Title: "lesson", Cell: func(l models.LessonLevel) document.Cell { return document.Text(l.Lesson) }},
		{Title: "mean rating", Cell: func(l models.LessonLevel) document.Cell {
			return document.Decimal{Number: stats.Of(l.Observed), Places: 2}
		}},
		{Title: "by average raters", Cell: func(l models.LessonLevel) document.Cell {
			return document.Decimal{Number: stats.Of(l.Adjusted), Places: 2}
		}},
		{Title: "level", Cell: func(l models.LessonLevel) document.Cell { return document.Text(wording.Level(l.ObservedLevel)) }},
		{Title: "would be", Cell: func(l models.LessonLevel) document.Cell { return document.Text(wording.Level(l.AdjustedLevel)) }},
	})
	return []document.Block{table, document.Paragraph{Role: document.Aside, Text: "What raters of average severity would give the same indicators of the lesson, rounded to a level."}}
}

func raschFindings(r *models.Rasch) []document.Block {
	if !r.Model.LogLikelihood.OK() {
		return nil
	}
	list := document.List{}
	for _, f := range r.Findings {
		list.Items = append(list.Items, wording.Capital(f.Text)+" (p "+probability(f.PValue)+", over all raters).")
	}
	if len(list.Items) == 0 {
		list.Items = []string{"No rater's severity, spread or halo stands out from what the model and chance give. With few ratings a rater this does not say that there is none."}
	}
	return []document.Block{list}
}
