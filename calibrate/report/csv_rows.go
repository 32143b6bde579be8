package report

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats/team"
)

// figureRow is a figure of the whole.
type figureRow struct {
	Name string `csv:"figure"`
	calibrate.Figure
}

// alignmentRows are the figures of the whole; the distance has no pairs.
func alignmentRows(r *calibrate.Report) any {
	a := &r.Alignment
	var rows []figureRow
	for _, kind := range team.Kinds {
		rows = append(rows, figureRow{kind.ID, *kind.Of(&a.Figures)})
	}
	return append(rows, []figureRow{
		{"typical_gap", calibrate.Figure{Value: a.TypicalGap, Pairs: a.Exact.Pairs}},
		{"distance", calibrate.Figure{
			Value: a.Distance.Value, Lower: a.Distance.Lower, Upper: a.Distance.Upper, Pairs: a.Exact.Pairs,
		}},
		{"rating_changes", calibrate.Figure{Value: a.Cost.RatingChanges, Pairs: a.Exact.Pairs}},
		{"lesson_level_changes", calibrate.Figure{Value: a.Cost.LessonLevelChanges, Pairs: a.Exact.Pairs}},
	}...)
}

// findingRow is a rater's finding.
type findingRow struct {
	Rater    string `csv:"rater"`
	Code     string `csv:"code"`
	Text     string `csv:"text"`
	Evidence string `csv:"evidence"`
}

// findingRows are the findings of all raters.
func findingRows(r *calibrate.Report) any {
	rows := []findingRow{}
	for _, x := range r.Raters {
		for _, f := range x.Findings {
			rows = append(rows, findingRow{x.ID, f.Code, f.Text, f.Evidence})
		}
	}
	return rows
}

// splitRow is a split with its groups in one cell.
type splitRow struct {
	Lesson    string  `csv:"lesson"`
	Indicator string  `csv:"indicator"`
	Round     string  `csv:"round"`
	Of        string  `csv:"of"`
	Groups    string  `csv:"groups"`
	PValue    float64 `csv:"p_value"`
}

// splitRows are the items on which groups are apart.
func splitRows(r *calibrate.Report) any {
	rows := []splitRow{}
	for _, x := range r.GroupSplits {
		rows = append(rows, splitRow{x.Lesson, x.Indicator, x.Round, x.Of, strings.Join(x.Groups, "; "), x.PValue})
	}
	return rows
}

// notObservedRow is an item with its levels in one cell.
type notObservedRow struct {
	calibrate.NotObserved
	Levels string `csv:"levels"` // as 4x1 2x2
}

// notObservedRows are the items where "not observed" stands against a score.
func notObservedRows(r *calibrate.Report) any {
	rows := []notObservedRow{}
	for _, item := range r.NotObservedItems {
		levels := make([]string, len(item.Levels))
		for i, l := range item.Levels {
			levels[i] = fmt.Sprintf("%dx%s", l.Count, wording.Level(l.Value))
		}
		rows = append(rows, notObservedRow{item, strings.Join(levels, " ")})
	}
	return rows
}

// reasonRows are the items with their reasons; a report without reasons has
// none.
func reasonRows(r *calibrate.Report) any {
	if r.Reasons == nil {
		return []calibrate.ReasonItem{}
	}
	return r.Reasons.Items
}
