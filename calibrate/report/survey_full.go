package report

import (
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/survey"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// viewSurveyFull is the room's page with every figure behind it.
func viewSurveyFull(r *survey.Report) document.Document {
	d, f := viewSurvey(r), survey.FrameOf(r)
	rules := document.List{Ordered: true}
	for _, k := range f.Kinds {
		rules.Items = append(rules.Items, k.Title+": "+k.Rule+".")
	}
	d.Sections = append(d.Sections,
		document.Section{ID: "figures", Title: "Figures", Blocks: []document.Block{
			sideTable("is", f.Today, r, func(x survey.Dimension) survey.Side { return x.Is }),
			sideTable("should", f.Goal, r, func(x survey.Dimension) survey.Side { return x.Should }),
			gapTable(r),
		}},
		document.Section{ID: "rules", Title: "The readings, the first that fits", Blocks: []document.Block{rules}})
	return d
}

type dimensionColumn = document.ColumnOf[survey.Dimension]

// sideTable shows one of the two answers of every dimension.
func sideTable(id, caption string, r *survey.Report, of func(survey.Dimension) survey.Side) document.Table {
	return document.TableOf(id, r.Dimensions, []dimensionColumn{
		{Title: "dimension", Cell: func(x survey.Dimension) document.Cell { return document.Text(x.Name) }},
		{Title: "answers", Hidden: r.Input.Scale.Levels == nil, Cell: func(x survey.Dimension) document.Cell {
			return document.Histogram{Counts: of(x).Distribution, Labels: levelLabels(r.Input.Scale.Levels)}
		}},
		{Title: "mean", Cell: func(x survey.Dimension) document.Cell { return document.Decimal{Number: of(x).Mean, Places: 1} }},
		{Title: "median", Spare: 3, Cell: func(x survey.Dimension) document.Cell { return document.Decimal{Number: of(x).Median, Places: 1} }},
		{Title: "spread", About: "how far two people are apart on average, in steps of a quarter of the scale", Cell: func(x survey.Dimension) document.Cell {
			return document.Decimal{Number: of(x).Spread, Places: 2}
		}},
		{Title: "±", About: "how far the spread may be off, by who answered", Spare: 2, Cell: func(x survey.Dimension) document.Cell {
			return document.Decimal{Number: of(x).SpreadError, Places: 2}
		}},
		{Title: "within a step", Cell: func(x survey.Dimension) document.Cell { return document.Share{Number: of(x).WithinOne.Value} }},
		{Title: "chance", Spare: 1, Cell: func(x survey.Dimension) document.Cell { return document.Share{Number: of(x).WithinOne.Chance} }},
	}).With(wording.Capital(caption) + ".")
}

// gapTable shows how far people want to move.
func gapTable(r *survey.Report) document.Table {
	return document.TableOf("gap", r.Dimensions, []dimensionColumn{
		{Title: "dimension", Cell: func(x survey.Dimension) document.Cell { return document.Text(x.Name) }},
		{Title: "people", Spare: 2, Cell: func(x survey.Dimension) document.Cell { return document.Count(x.People) }},
		{Title: survey.FrameOf(r).Goal + " − " + survey.FrameOf(r).Today, Cell: func(x survey.Dimension) document.Cell { return document.Signed{Number: x.Gap.Mean, Places: 1} }},
		{Title: wording.Confidence(r.Settings.Confidence) + " interval", Cell: func(x survey.Dimension) document.Cell {
			return document.Span{Lower: x.Gap.Lower, Upper: x.Gap.Upper, Places: 1}
		}},
		{Title: "more", Cell: func(x survey.Dimension) document.Cell { return document.Share{Number: x.Gap.More} }},
		{Title: "same", Cell: func(x survey.Dimension) document.Cell { return document.Share{Number: x.Gap.Same} }},
		{Title: "less", Cell: func(x survey.Dimension) document.Cell { return document.Share{Number: x.Gap.Less} }},
		{Title: "of the change", Spare: 1, About: "its part of all the change that people want", Cell: func(x survey.Dimension) document.Cell {
			return document.Share{Number: x.ChangeShare}
		}},
	}).With("How far the two lie apart: positive toward the high end.")
}

func levelLabels(levels []float64) []string {
	labels := make([]string, len(levels))
	for i, v := range levels {
		labels[i] = wording.Level(v)
	}
	return labels
}
