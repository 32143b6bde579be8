package report

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
)

// part is a share of the distance as a percentage of it.
func part(share stats.Number, r *calibrate.Report) stats.Number {
	total, ok := r.Alignment.Distance.Value.Value()
	if !ok || total == 0 {
		return stats.None(share.Reason())
	}
	return share.Map(func(v float64) float64 { return v / total })
}

// against says how far a rater is from the others on the same items. Severity
// counts downwards: people say "above" and "below".
func against(x calibrate.Rater) string {
	v, ok := x.Severity.Value()
	switch {
	case !ok:
		return absent
	case math.Abs(v) < 0.05:
		return "level"
	case v > 0:
		return fmt.Sprintf("%.1f below", v)
	}
	return fmt.Sprintf("%.1f above", -v)
}

// negated is the interval of a rater's difference, above being positive.
func negated(x calibrate.Rater) Cell {
	minus := func(v float64) float64 { return -v }
	return Span{x.SeverityUpper.Map(minus), x.SeverityLower.Map(minus), 1}
}

// cannotSay is the short list of what the figures do not show.
func cannotSay(r *calibrate.Report) []Block {
	list := List{}
	add := func(s string) { list.Items = append(list.Items, s) }
	if r.Settings.Unit == calibrate.ByLesson {
		add("The intervals speak of lessons like these; the raters are taken as they are, and others might differ.")
	} else {
		add("The intervals speak of indicators like these on " + these(r.Input.Lessons) +
			"; the raters are taken as they are, and others might differ.")
	}
	if r.Input.Lessons < 5 {
		add(fmt.Sprintf("%s cannot tell a team that is typical from one that is aligned; five lessons or more can begin to.",
			strings.ToUpper(lessonWord(r.Input.Lessons)[:1])+lessonWord(r.Input.Lessons)[1:]))
	}
	add("Agreement is not accuracy: a team can agree and all be wrong. The group's median is not an answer key.")
	add("They do not say why: people may give the same rating for different reasons.")
	return []Block{list}
}

func these(lessons int) string {
	if lessons == 1 {
		return "this lesson"
	}
	return "these lessons"
}

func lessonWord(n int) string {
	if words := []string{"no lesson", "one lesson", "two lessons", "three lessons", "four lessons"}; n < len(words) {
		return words[n]
	}
	return count(n, "lesson")
}

// coefficients is the statistician's table.
func coefficients(r *calibrate.Report) []Block {
	if len(r.Coefficients) == 0 {
		return nil
	}
	table := Table{ID: "coefficients", Columns: []Column{
		{Title: "coefficient"}, {Title: "weights"}, {Title: "value"}, {Title: "error", Spare: 1},
		{Title: interval(r)}, {Title: "observed", Spare: 2}, {Title: "by chance", Spare: 3},
	}}
	several := len(r.Input.Scales) > 1
	if several {
		table.Columns = append(table.Columns, Column{Title: "scale"})
	}
	for _, c := range r.Coefficients {
		weights := ""
		if c.Weights != nil {
			weights = *c.Weights
		}
		cells := []Cell{
			Text(c.ID), Text(weights), Decimal{c.Value, 3}, Decimal{c.SE, 3}, Span{c.Lower, c.Upper, 3},
			Decimal{c.Observed, 3}, Decimal{c.Expected, 3},
		}
		if several {
			cells = append(cells, Text(c.Scale))
		}
		table.Rows = append(table.Rows, Row{Cells: cells})
	}
	return []Block{
		Paragraph{Plain, "Pooled over indicators: that some are harder for everyone counts as agreement here. The verdict does not use them."},
		table,
	}
}

// read says what was read, and what is absent and why.
func read(r *calibrate.Report) []Block {
	in := &r.Input
	sentence := fmt.Sprintf("%s of %s by %s on %s (%s, %d with two ratings or more).",
		count(in.Ratings, "rating"), count(in.Lessons, "lesson"), count(in.Raters, "rater"),
		count(in.Indicators, "indicator"), count(in.Items, "item"), in.ItemsInPairs)
	gaps := fmt.Sprintf("Not observed: %d. Blank: %d. Without a row: %d. Duplicates: %d. Repairs: %d. Reasons: %d.",
		in.NotObserved, in.Blank, in.Absent, in.Duplicates, in.Repairs, in.Reasons)
	settings := fmt.Sprintf("Layout %s, seed %d, ratings %s.", in.Layout, r.Settings.Seed, r.Data.SHA256[:min(12, len(r.Data.SHA256))])
	blocks := []Block{Paragraph{Plain, sentence}, Paragraph{Plain, gaps}}
	for _, s := range in.Scales {
		blocks = append(blocks, Paragraph{Plain, "Scale " + s.ID + ": " + strings.Join(levelNames(s), ", ") + " (" + string(s.Source) + ")."})
	}
	blocks = append(blocks, Paragraph{Plain, settings})
	if notes := notes(r); len(notes) > 0 {
		blocks = append(blocks, Paragraph{Plain, "Notes:"}, List{Items: notes})
	}
	return blocks
}

// notes lists each code once, with the number of places it stands for.
func notes(r *calibrate.Report) []string {
	var order []string
	places := map[string]int{}
	text := map[string]calibrate.Note{}
	for _, n := range r.Notes {
		if n.Code == "not_applicable" || n.Code == "no_score" || n.Code == "no_null" || n.Code == "pooled_over_indicators" {
			continue
		}
		key := n.Code + n.Text
		if !slices.Contains(order, key) {
			order = append(order, key)
			text[key] = n
		}
		places[key]++
	}
	list := make([]string, 0, len(order))
	for _, key := range order {
		n := text[key]
		s := n.Text + " (" + n.Fix + ")"
		if places[key] > 1 {
			s += ", " + strconv.Itoa(places[key]) + " times"
		}
		list = append(list, s)
	}
	return list
}
