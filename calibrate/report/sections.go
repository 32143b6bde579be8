package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats/rating"
)

// verdict answers: are we aligned, by which rule, and how much hangs on
// little.
func verdict(r *calibrate.Report) []Block {
	v := &r.Verdict
	blocks := []Block{
		Paragraph{Headline, strings.ToUpper(v.ID.Words())},
		Paragraph{Lead, v.Sentence},
	}
	if len(v.Because) > 0 {
		blocks = append(blocks, List{Items: v.Because})
	}
	blocks = append(blocks, Paragraph{Aside, "Standard: " + v.Standard.Title + "." + surely(v)})
	return append(blocks, Paragraph{Aside, hangsOn(r)})
}

// surely says whether the interval leaves the target on one side.
func surely(v *calibrate.Verdict) string {
	if v.Clear || v.ID == calibrate.CannotTell {
		return ""
	}
	return " The interval does not leave its target clearly on one side."
}

// hangsOn says what the verdict would be without the worst indicator, and
// with "not observed" as the lowest level.
func hangsOn(r *calibrate.Report) string {
	var parts []string
	if v := &r.Verdict; v.Without != "" {
		parts = append(parts, fmt.Sprintf("Without %s, the indicator furthest apart: %s.", v.Worst, v.Without.Words()))
	}
	if r.Input.NotObserved > 0 {
		parts = append(parts, fmt.Sprintf("With “not observed” counted as the lowest level: %s.", r.Verdict.NotObserved.Words()))
	} else {
		parts = append(parts, "Nobody marked “not observed”, so nothing hangs on it.")
	}
	return strings.Join(parts, "\n")
}

// discuss names the indicators to take up first.
func discuss(r *calibrate.Report) []Block {
	places := slices.Clone(r.Indicators)
	slices.SortFunc(places, func(a, b calibrate.Place) int { return cmp.Compare(a.Rank, b.Rank) })
	list := List{Ordered: true}
	for _, p := range places {
		if p.Discuss {
			list.Items = append(list.Items, label(p)+": "+spread(r, p)+wins(r, p))
		}
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []Block{list}
}

// label is an indicator's id with its long name.
func label(p calibrate.Place) string {
	if p.Name == "" || p.Name == p.ID {
		return p.ID
	}
	return p.ID + " " + p.Name
}

// spread says how many gave each level.
func spread(r *calibrate.Report, p calibrate.Place) string {
	levels := levelsOf(r, p.Scale)
	var parts []string
	for i, n := range p.Distribution {
		if n > 0 && i < len(levels) {
			parts = append(parts, fmt.Sprintf("%d gave %s", n, levels[i]))
		}
	}
	return strings.Join(parts, ", ")
}

// wins says what settling a place would win.
func wins(r *calibrate.Report, p calibrate.Place) string {
	if !p.Settled.Exact.OK() || !r.Alignment.Exact.Value.OK() {
		return ""
	}
	return fmt.Sprintf(". Settled: exact %s instead of %s.",
		percent(p.Settled.Exact), percent(r.Alignment.Exact.Value))
}

// levelsOf returns the levels of a scale as they are shown.
func levelsOf(r *calibrate.Report, id string) []string {
	for _, s := range r.Input.Scales {
		if s.ID == id {
			return levelNames(s)
		}
	}
	return nil
}

func levelNames(s rating.Scale) []string {
	names := make([]string, len(s.Levels))
	for i, l := range s.Levels {
		names[i] = strconv.FormatFloat(l.Value, 'g', -1, 64)
	}
	return names
}

// figures are the numbers of the whole, each beside its chance and interval.
func figures(r *calibrate.Report) []Block {
	a := &r.Alignment
	table := Table{ID: "alignment", Columns: []Column{
		{Title: ""}, {Title: "team"}, {Title: "by chance"}, {Title: interval(r)},
	}}
	for _, line := range []struct {
		name   string
		figure calibrate.Figure
	}{
		{"same rating (exact)", a.Exact},
		{"two or more levels apart", a.TwoApart},
		{"within one level", a.WithinOne},
	} {
		f := line.figure
		table.Rows = append(table.Rows, Row{Cells: []Cell{
			Text(line.name), Share{f.Value}, Share{f.Chance}, Span{Lower: f.Lower, Upper: f.Upper},
		}})
	}
	table.Rows = append(table.Rows, Row{Cells: []Cell{
		Text("distance (0 one, 1 random)"), Decimal{a.Distance.Value, 2}, Text("1"),
		Span{a.Distance.Lower, a.Distance.Upper, 2},
	}})
	return []Block{table, Paragraph{Plain, gap(r)}, Paragraph{Plain, cost(r)}}
}

// interval is the title of a column of intervals.
func interval(r *calibrate.Report) string {
	return strconv.FormatFloat(r.Settings.Confidence*100, 'g', -1, 64) + " % interval"
}

// gap says the typical gap and what within one is worth.
func gap(r *calibrate.Report) string {
	a := &r.Alignment
	s := "Two administrators are typically " + decimal(a.TypicalGap, 1) + " levels apart on the same indicator."
	if chance, ok := a.WithinOne.Chance.Value(); ok && chance > 0.8 {
		s += " “Within one” says little here: chance alone gives " + percent(a.WithinOne.Chance) + "."
	}
	return s
}

// cost says what a different colleague would have changed.
func cost(r *calibrate.Report) string {
	c := &r.Alignment.Cost
	changes, ok := c.RatingChanges.Value()
	if !ok {
		return "No item has two ratings, so nothing says what a different colleague would have given."
	}
	s := fmt.Sprintf("Had a different colleague walked in, about %.0f of every 10 ratings would have changed", changes*10)
	if levels, ok := c.LessonLevelChanges.Value(); ok {
		s += ", and " + lessonChanges(r.Input.Lessons, levels)
	}
	return s + "."
}

func lessonChanges(lessons int, share float64) string {
	if lessons == 1 {
		return fmt.Sprintf("in %.0f of every 10 pairs of colleagues the lesson's overall level too", share*10)
	}
	return fmt.Sprintf("the overall level of about %.0f of %d lessons", share*float64(lessons), lessons)
}

// indicators shows each indicator.
func indicators(r *calibrate.Report) []Block { return placeTable(r, r.Indicators, "indicator") }

// lessons shows each lesson, where there are several.
func lessons(r *calibrate.Report) []Block {
	if len(r.Lessons) < 2 {
		return nil
	}
	return placeTable(r, r.Lessons, "lesson")
}

// placeTable shows indicators or lessons, those furthest apart first.
func placeTable(r *calibrate.Report, places []calibrate.Place, what string) []Block {
	places = slices.Clone(places)
	slices.SortFunc(places, func(a, b calibrate.Place) int { return cmp.Compare(a.Rank, b.Rank) })
	table := Table{ID: what + "s", Columns: []Column{
		{Title: what}, {Title: "spread", About: "how many gave each level, lowest first"}, {Title: "exact"},
		{Title: "chance", Spare: 2}, {Title: interval(r), Spare: 4}, {Title: "2 apart", Spare: 3},
		{Title: "of the distance", About: "its part of the whole distance", Spare: 1},
		{Title: "of the pairs", About: "its part of the pairs", Spare: 5},
	}}
	if what == "indicator" {
		table.Columns = append(table.Columns, Column{Title: "meets"})
	}
	for _, p := range places {
		cells := []Cell{
			Text(label(p)), Histogram{p.Distribution, levelsOf(r, p.Scale)}, Share{p.Exact.Value},
			Share{p.Exact.Chance}, Span{Lower: p.Exact.Lower, Upper: p.Exact.Upper}, Share{p.TwoApart.Value},
			Share{part(p.DistanceShare, r)}, Share{p.ExpectedShare},
		}
		if what == "indicator" {
			cells = append(cells, Text(answer(p.Meets)))
		}
		table.Rows = append(table.Rows, Row{Marked: p.Discuss, Cells: cells})
	}
	return []Block{table}
}

// answer writes yes, no or a dash.
func answer(a calibrate.Answer) string {
	switch {
	case a.Yes():
		return "yes"
	case a.No():
		return "no"
	}
	return absent
}

// notObserved lists where "not observed" stands against a score.
func notObserved(r *calibrate.Report) []Block {
	list := List{}
	for _, item := range r.NotObservedItems {
		var levels []string
		for _, l := range item.Levels {
			levels = append(levels, fmt.Sprintf("%d gave %s", l.Count, strconv.FormatFloat(l.Value, 'g', -1, 64)))
		}
		list.Items = append(list.Items, fmt.Sprintf("%s, %s: %d “not observed”, %s",
			item.Lesson, item.Indicator, item.NotObserved, strings.Join(levels, ", ")))
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []Block{Paragraph{Plain, "Not seeing something and rating it are two readings of the same lesson:"}, list}
}

// groups compares the groups of --by.
func groups(r *calibrate.Report) []Block {
	if r.BetweenGroups == nil {
		return nil
	}
	table := Table{ID: "groups", Columns: []Column{
		{Title: r.Settings.By}, {Title: "raters"}, {Title: "ratings", Spare: 2}, {Title: "mean"},
		{Title: "exact"}, {Title: "chance", Spare: 1}, {Title: interval(r), Spare: 3},
	}}
	for _, g := range r.Groups {
		table.Rows = append(table.Rows, Row{Cells: []Cell{
			Text(g.ID), Count(g.Raters), Count(g.Ratings), Decimal{g.Mean, 2}, Share{g.Exact.Value},
			Share{g.Exact.Chance}, Span{Lower: g.Exact.Lower, Upper: g.Exact.Upper},
		}})
	}
	if len(r.Groups) == 0 {
		return []Block{Paragraph{Plain, "Every group has under three people, so none is shown."}}
	}
	blocks := []Block{table}
	if len(r.Groups) < 2 {
		return blocks
	}
	return append(blocks, Paragraph{Plain, between(r)})
}

// between says how much of the distance lies between groups.
func between(r *calibrate.Report) string {
	b := r.BetweenGroups
	s := fmt.Sprintf("Across groups %s of pairs gave the same rating. %s of the distance lies between groups; they are %s of the pairs.",
		percent(b.Exact), percent(part(b.DistanceShare, r)), percent(b.ExpectedShare))
	if d, ok := b.Difference.Value(); ok && len(r.Groups) == 2 {
		direction, higher := "above", d
		if d > 0 {
			direction = "below"
		} else {
			higher = -d
		}
		s += fmt.Sprintf(" On the same items %s rated %.2f %s %s (difference in severity %s; %s: %s).",
			r.Groups[0].ID, higher, direction, r.Groups[1].ID, decimal(b.Difference, 2), interval(r), Span{b.Lower, b.Upper, 2})
	} else if b.PValue.OK() {
		s += fmt.Sprintf(" Groups dealt out at random would differ as much with probability %s.", decimal(b.PValue, 3))
	}
	return s
}

// raters shows the raters by pseudonym. There is no ranking.
func raters(r *calibrate.Report) []Block {
	table := Table{ID: "raters", Columns: []Column{
		{Title: "rater"}, {Title: "ratings", Spare: 3}, {Title: "mean"},
		{Title: "against the group", About: "how far above or below the others on the same items"},
		{Title: interval(r), Spare: 2}, {Title: "exact with others"}, {Title: "chance", Spare: 4},
		{Title: "of the distance", Spare: 1}, {Title: "of the pairs", Spare: 5},
	}}
	grouped := r.Settings.By != ""
	if grouped {
		table.Columns = append(table.Columns, Column{Title: r.Settings.By})
	}
	for _, x := range r.Raters {
		cells := []Cell{
			Text(who(x)), Count(x.Ratings), Decimal{x.Mean, 2}, Text(against(x)), negated(x),
			Share{x.Exact.Value}, Share{x.Exact.Chance}, Share{part(x.DistanceShare, r)}, Share{x.ExpectedShare},
		}
		if grouped {
			cells = append(cells, Text(cmp.Or(x.Group.Name(), absent)))
		}
		table.Rows = append(table.Rows, Row{Cells: cells})
	}
	note := "The group's median is not the truth: one who stands apart may be right."
	if r.Input.Lessons == 1 {
		note += " This is how they rated this lesson; another may show them differently."
	}
	return []Block{table, Paragraph{Aside, note}}
}

// who is a rater's pseudonym, with the name where it may be shown.
func who(x calibrate.Rater) string {
	if x.Name == "" {
		return x.ID
	}
	return x.ID + " " + x.Name
}
