package section

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// BoundarySentence says which lines between levels the team shares and which
// not, where the ratings can tell; else it is empty. On several scales there is
// no one sentence.
func BoundarySentence(r *calibrate.Report) string {
	if len(r.Input.Scales) != 1 {
		return ""
	}
	shared, apart := calibrate.SharedBoundaries(r.Boundaries)
	return wording.Boundaries(lineNames(r, shared), lineNames(r, apart), len(r.Boundaries))
}

// lineNames are the names of the levels on both sides of lines.
func lineNames(r *calibrate.Report, list []calibrate.BoundaryAgreement) [][2]string {
	name := func(v float64) string {
		for _, l := range r.Input.Scales[0].Levels {
			if l.Value == v && l.Label != "" {
				return l.Label
			}
		}
		return wording.Level(v)
	}
	var names [][2]string
	for _, b := range list {
		names = append(names, [2]string{name(b.Below), name(b.Above)})
	}
	return names
}

// lineName names a line by the levels on both sides, by their labels where
// there is one scale and it has them.
func lineName(r *calibrate.Report, b calibrate.BoundaryAgreement) string {
	names := [2]string{wording.Level(b.Below), wording.Level(b.Above)}
	if len(r.Input.Scales) == 1 {
		names = lineNames(r, []calibrate.BoundaryAgreement{b})[0]
	}
	return names[0] + "|" + names[1]
}

// boundaries shows the agreement at each line between two levels.
func boundaries(r *calibrate.Report) []document.Block {
	var lines []calibrate.BoundaryAgreement
	for _, b := range r.Boundaries {
		if b.Exact.OK() {
			lines = append(lines, b)
		}
	}
	if len(lines) < 2 {
		return nil // one line is the whole
	}
	if len(lines) > wording.MostLevels {
		return []document.Block{document.Paragraph{Text: strings.TrimSpace(BoundarySentence(r) +
			fmt.Sprintf(" All %d lines are too many to list here; --format json has them.", len(lines)))}}
	}
	table := document.TableOf("boundaries", lines, []document.ColumnOf[calibrate.BoundaryAgreement]{
		{Title: "line", Cell: func(b calibrate.BoundaryAgreement) document.Cell {
			return document.Text(lineName(r, b))
		}},
		{Title: "same side", About: "share of pairs of ratings on the same side of the line", Cell: func(b calibrate.BoundaryAgreement) document.Cell {
			return document.Share{Number: b.Exact}
		}},
		{Title: "chance", Cell: func(b calibrate.BoundaryAgreement) document.Cell { return document.Share{Number: b.Chance} }},
		{Title: "kappa", About: "Fleiss' kappa of the scale cut in two there", Cell: func(b calibrate.BoundaryAgreement) document.Cell {
			return document.Decimal{Number: b.Kappa, Places: 2}
		}},
		{Title: Interval(r), Spare: 1, Cell: func(b calibrate.BoundaryAgreement) document.Cell {
			return document.Span{Lower: b.Lower, Upper: b.Upper, Places: 2}
		}},
		{Title: "scale", Hidden: len(r.Input.Scales) < 2, Cell: func(b calibrate.BoundaryAgreement) document.Cell { return document.Text(b.Scale) }},
	})
	if s := BoundarySentence(r); s != "" {
		return []document.Block{document.Paragraph{Text: s}, table}
	}
	return []document.Block{table}
}
