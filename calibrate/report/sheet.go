package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/report/section"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// ViewSheet turns a private sheet into the document that people's formats
// show: WriteMarkdown, WriteHTML or WriteText.
func ViewSheet(s calibrate.PersonalReport) document.Document {
	d := document.Document{
		Title:    "Your ratings beside the group's: " + cmp.Or(s.Name, s.ID),
		Subtitle: "For you alone. " + wording.Count(s.Ratings, "rating") + " on " + wording.Count(s.Lessons, "lesson") + ", in a team of " + fmt.Sprint(s.Raters),
		Footer:   "The middle of the group is not the truth: someone who stands apart may have seen what the others missed.",
	}
	for _, section := range []document.Section{
		{ID: "short", Title: "In short", Blocks: inShort(s)},
		{ID: "strengths", Title: "What you share", Blocks: []document.Block{document.List{Items: s.Strengths}}},
		{ID: "suggestions", Title: "What to try", Blocks: suggestions(s)},
		{ID: "agreed", Title: "What the team agreed on before", Blocks: agreedBefore(s)},
		{ID: "drift", Title: "Since last time", Blocks: driftBlocks(s)},
		{ID: "master", Title: "Beside the agreed scores", Blocks: besideMaster(s)},
		{ID: "ratings", Title: "Rating by rating", Blocks: sheetTables(s)},
	} {
		if len(section.Blocks) > 0 {
			d.Sections = append(d.Sections, section)
		}
	}
	return d
}

// inShort says how far above or below the group, and what else stands out.
func inShort(s calibrate.PersonalReport) []document.Block {
	lead := "Nobody else rated what you rated, so there is nothing to set your ratings beside."
	if s.Difference.OK() {
		lead = besideTheGroup(s)
	}
	blocks := []document.Block{document.Paragraph{Role: document.Lead, Text: lead}}
	list := document.List{}
	for _, f := range s.Findings {
		if f.Code == "severity" { // the lead says so
			continue
		}
		evidence, _, _ := strings.Cut(f.Evidence, " (p ")
		list.Items = append(list.Items, strings.ToUpper(f.Text[:1])+f.Text[1:]+": "+evidence+".")
	}
	if len(list.Items) > 0 {
		blocks = append(blocks, list)
	}
	if s.Lessons == 1 {
		blocks = append(blocks, document.Paragraph{Role: document.Aside, Text: "This is one lesson; another may show you differently."})
	}
	return blocks
}

// agreedBefore lists what was agreed on the indicators of the sheet.
func agreedBefore(s calibrate.PersonalReport) []document.Block {
	if len(s.Agreed) == 0 {
		return nil
	}
	list := document.List{Heads: true}
	for _, said := range s.Agreed {
		list.Items = append(list.Items, section.OneLine(said))
	}
	return []document.Block{list}
}

// driftBlocks says how one's place in the team changed since an earlier round.
func driftBlocks(s calibrate.PersonalReport) []document.Block {
	d := s.Drift
	if d == nil {
		return nil
	}
	text := fmt.Sprintf("In %s you were %s; now %s.", d.From, besideOthers(d.Before), besideOthers(d.After))
	if d.Moved {
		text += " Your ratings moved more than the others’ did."
	} else {
		text += " That is no more than the others’ ratings moved."
	}
	return []document.Block{
		document.Paragraph{Text: text},
		document.Paragraph{Role: document.Aside, Text: fmt.Sprintf("Of the %d who rated both times. A shift that half of the team shares cannot be seen.", d.Raters)},
	}
}

// besideOthers says how far above or below the others on the same items.
func besideOthers(n stats.Number) string {
	v := n.Or(0)
	far := wording.Decimal(stats.Of(math.Abs(v)), 1)
	switch {
	case far == "0.0":
		return "level with the others"
	case v > 0:
		return far + " above the others"
	}
	return far + " below the others"
}

// besideTheGroup counts where a person was at, above and below the middle of the
// group, and says how far on the whole.
func besideTheGroup(s calibrate.PersonalReport) string {
	where, what := "these lessons", "ratings"
	if s.Lessons == 1 {
		where, what = "this lesson", "indicators"
	}
	text := fmt.Sprintf("On %s you rated as the middle of the group did on %d of %d %s", where, s.At, s.Above+s.At+s.Below, what)
	var rest []string
	for _, side := range []struct {
		n    int
		word string
	}{{s.Above, "higher"}, {s.Below, "lower"}} {
		if side.n > 0 {
			rest = append(rest, fmt.Sprintf("%s on %d", side.word, side.n))
		}
	}
	if len(rest) > 0 {
		text += ", " + wording.List(rest)
	}
	size := wording.Decimal(s.Difference.Map(math.Abs), 1)
	switch v := s.Difference.Or(0); {
	case size == "0.0":
		return text + ". On the whole you were level with the others."
	case v > 0:
		return text + ". On the whole you were " + size + " of a level above the others."
	default:
		return text + ". On the whole you were " + size + " of a level below the others."
	}
}

// suggestions lists what to try, two at most.
func suggestions(s calibrate.PersonalReport) []document.Block {
	if len(s.Suggestions) == 0 {
		return nil
	}
	return []document.Block{document.List{Ordered: true, Items: s.Suggestions}}
}

// besideMaster compares with the answer key.
func besideMaster(s calibrate.PersonalReport) []document.Block {
	m := s.Master
	if m == nil || m.Items == 0 {
		return nil
	}
	text := fmt.Sprintf("On %s with an agreed score you gave it %s of the time (the team %s), were within one level of it %s, and two or more from it %s.",
		wording.Count(m.Items, "item"), wording.Percent(m.Exact), wording.Percent(m.Team), wording.Percent(m.WithinOne), wording.Percent(m.TwoApart))
	if v := m.Difference.Or(0); v > 0.05 || v < -0.05 {
		side := "above"
		if v < 0 {
			side, v = "below", -v
		}
		text += fmt.Sprintf(" On balance you were %s levels %s the agreed scores.", wording.Decimal(stats.Of(v), 1), side)
	}
	if m.Meets.OK() {
		text += fmt.Sprintf(" The standard %s asks each rater for 80%% within one level: met: %s.", m.Standard, document.Answered(m.Meets))
	}
	return []document.Block{document.Paragraph{Role: document.Plain, Text: text}}
}

// sheetTables shows the ratings, a table a lesson.
func sheetTables(s calibrate.PersonalReport) []document.Block {
	var order []string
	lines := map[string][]calibrate.PersonalRating{}
	for _, line := range s.Lines {
		title := strings.TrimSpace(line.Round + " " + line.Lesson)
		if lines[title] == nil {
			order = append(order, title)
		}
		lines[title] = append(lines[title], line)
	}
	blocks := []document.Block{}
	for i, title := range order {
		blocks = append(blocks, sheetTable(s, fmt.Sprintf("lesson-%d", i+1), lines[title]).With(title))
	}
	return blocks
}

// sheetTable shows the ratings of a lesson.
func sheetTable(s calibrate.PersonalReport, id string, lines []calibrate.PersonalRating) document.Table {
	agreed := slices.ContainsFunc(s.Lines, func(l calibrate.PersonalRating) bool { return l.Agreed.OK() })
	return document.TableOf(id, lines, []document.ColumnOf[calibrate.PersonalRating]{
		{Title: "indicator", Cell: func(l calibrate.PersonalRating) document.Cell {
			return document.Text(wording.Name(l.Indicator, l.Name))
		}},
		{Title: "you", Cell: func(l calibrate.PersonalRating) document.Cell { return document.Text(s.Level(l.Score)) }},
		{Title: "the group", About: "how many gave each level, lowest first, you among them", Cell: func(l calibrate.PersonalRating) document.Cell {
			return spreadOf(s.Scale, l)
		}},
		{Title: "its middle", About: "the median of the group", Cell: func(l calibrate.PersonalRating) document.Cell {
			if v, ok := l.Median.Value(); ok {
				return document.Text(s.Level(v))
			}
			return document.Text("")
		}},
		{Title: "you beside it", About: "how far above or below the middle, in levels", Cell: func(l calibrate.PersonalRating) document.Cell {
			return document.Against{Number: l.FromMedian}
		}},
		{Title: "agreed score", Hidden: !agreed, Cell: func(l calibrate.PersonalRating) document.Cell {
			if v, ok := l.Agreed.Value(); ok {
				return document.Text(s.Level(v))
			}
			return document.Text("")
		}},
	}).Marked(func(i int) bool { return math.Abs(lines[i].FromMedian.Or(0)) >= 1 })
}

// spreadOf is how many gave each level: of the whole scale, where there is one.
func spreadOf(scale *rating.Scale, line calibrate.PersonalRating) document.Histogram {
	var h document.Histogram
	if scale != nil {
		h = document.Histogram{Counts: make([]int, len(scale.Levels)), Labels: section.LevelNames(*scale)}
	}
	for _, l := range line.Levels {
		at := slices.Index(h.Labels, wording.Level(l.Value))
		if at < 0 {
			h.Counts, h.Labels = append(h.Counts, 0), append(h.Labels, wording.Level(l.Value))
			at = len(h.Labels) - 1
		}
		h.Counts[at] = l.Count
	}
	return h
}
