package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/report/section"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/catalog"
)

// statisticsSections is the order in which the coefficients are read. A
// section without blocks is left out.
var statisticsSections = []struct {
	id, title string
	blocks    func(*calibrate.Statistics) []document.Block
}{
	{"paradox", "Why kappa is low although agreement is high", prevalence},
	{"comparisons", "Compared", comparisonTable},
	{"further", "Beside the coefficients", furtherTable},
	{"homogeneity", "The same in all parts?", homogeneityTable},
	{"levels", "Each level", levelTable},
	{"boundaries", "Each line between two levels", boundaryTable},
	{"confusion", "Which level is taken for which", confusionTables},
	{"pairs", "Each two raters", pairTable},
	{"tests", "Do raters use the levels alike?", testTable},
	{"items", "Each item", itemTable},
	{"limits", "What these intervals speak of", intervalsSpeak},
	{"read", "What was read", statisticsRead},
}

// viewStatistics turns the coefficients into the document that people's
// formats show: first each group of coefficients with what it is for.
func viewStatistics(s *calibrate.Statistics) document.Document {
	d := document.Document{Title: "Coefficients of agreement"}
	add := func(id, title string, blocks []document.Block) {
		if len(blocks) == 0 {
			return
		}
		d.Sections = append(d.Sections, document.Section{ID: id, Title: title, Blocks: blocks})
	}
	add("summary", "", []document.Block{document.Paragraph{Role: document.Headline, Text: "COEFFICIENTS OF AGREEMENT"}, document.Paragraph{Role: document.Plain, Text: ratingsRead(s)}})
	for _, g := range catalog.Groups {
		add(string(g.ID), g.Title, coefficientGroup(s, g))
	}
	for _, x := range statisticsSections {
		add(x.id, x.title, x.blocks(s))
	}
	return d
}

// coefficientGroup shows the coefficients of one group, and when to take one.
func coefficientGroup(s *calibrate.Statistics, g catalog.Group) []document.Block {
	var lines []calibrate.Coefficient
	why := map[string]string{}
	for _, c := range s.Coefficients {
		if groupOf(c.ID) != g.ID {
			continue
		}
		lines = append(lines, c)
		if !c.Value.OK() {
			why[c.ID] = string(c.Value.Reason())
		}
	}
	if len(lines) == 0 {
		return nil
	}
	none := func(of func(calibrate.Coefficient) stats.Number) bool {
		return !slices.ContainsFunc(lines, func(c calibrate.Coefficient) bool { return of(c).OK() })
	}
	bands := s.Settings.Benchmark != ""
	table := document.TableOf(string(g.ID), lines, slices.Concat([]document.ColumnOf[calibrate.Coefficient]{
		{Title: "coefficient", Cell: func(c calibrate.Coefficient) document.Cell { return document.Text(c.ID) }},
		{Title: "weights", Cell: func(c calibrate.Coefficient) document.Cell { return document.Text(section.WeightsName(c.Weights)) }},
		{Title: "value", Cell: func(c calibrate.Coefficient) document.Cell { return document.Decimal{Number: c.Value, Places: 3} }},
		{Title: "error", Spare: 2, Cell: func(c calibrate.Coefficient) document.Cell { return document.Decimal{Number: c.SE, Places: 3} }},
		{Title: confidenceTitle(s), Cell: func(c calibrate.Coefficient) document.Cell {
			return document.Span{Lower: c.Lower, Upper: c.Upper, Places: 3}
		}},
		{Title: "p", Spare: 3, Hidden: none(func(c calibrate.Coefficient) stats.Number { return c.PValue }),
			Cell: func(c calibrate.Coefficient) document.Cell { return document.Text(probability(c.PValue)) }},
		{Title: "observed", Spare: 4, Hidden: none(func(c calibrate.Coefficient) stats.Number { return c.Observed }),
			Cell: func(c calibrate.Coefficient) document.Cell { return document.Decimal{Number: c.Observed, Places: 3} }},
		{Title: "by chance", Spare: 5, Hidden: none(func(c calibrate.Coefficient) stats.Number { return c.Expected }),
			Cell: func(c calibrate.Coefficient) document.Cell { return document.Decimal{Number: c.Expected, Places: 3} }},
	}, partColumns(s, func(c calibrate.Coefficient) (*calibrate.Of, string) { return c.Of, c.Scale }), []document.ColumnOf[calibrate.Coefficient]{
		{Title: "at least", Hidden: !bands, Cell: func(c calibrate.Coefficient) document.Cell { return band(c.Benchmark)[0] }},
		{Title: "probability", Spare: 1, Hidden: !bands, Cell: func(c calibrate.Coefficient) document.Cell { return band(c.Benchmark)[1] }},
	}))
	blocks := []document.Block{document.Paragraph{Role: document.Aside, Text: g.Use}, table}
	if len(why) > 0 {
		blocks = append(blocks, document.List{Items: absentees(s, why)})
	}
	return blocks
}

// groupOf returns the id of a coefficient's group.
func groupOf(id string) stats.Group {
	for _, e := range catalog.Coefficients {
		if e.ID == id {
			return e.Group
		}
	}
	return ""
}

// absentees says why coefficients have no value, by reason in the order of the
// table.
func absentees(s *calibrate.Statistics, why map[string]string) []string {
	var list, done []string
	for _, c := range s.Coefficients {
		code, ok := why[c.ID]
		if !ok || slices.Contains(done, code) {
			continue
		}
		done = append(done, code)
		var ids []string
		for _, other := range s.Coefficients {
			if why[other.ID] == code && !slices.Contains(ids, other.ID) {
				ids = append(ids, other.ID)
			}
		}
		for _, n := range s.Notes {
			if n.Code == code {
				list = append(list, strings.Join(ids, ", ")+": "+n.Text+" ("+n.Fix+")")
				break
			}
		}
	}
	return list
}

// band is the band of a benchmark, and with which probability.
func band(b *calibrate.Benchmark) []document.Cell {
	if b == nil {
		return []document.Cell{document.Text(wording.Absent), nil}
	}
	name := b.Band.Name()
	if name == "" {
		name = wording.Absent
	}
	return []document.Cell{document.Text(name), document.Share{Number: b.Probability}}
}

// partName is the name of a part.
func partName(of *calibrate.Of) string {
	if of == nil {
		return ""
	}
	return of.Name
}

// confidenceTitle is the title of a column of intervals.
func confidenceTitle(s *calibrate.Statistics) string {
	return wording.Confidence(s.Settings.Confidence) + " interval"
}

// prevalence shows the explanation of the kappa paradox, by part.
func prevalence(s *calibrate.Statistics) []document.Block {
	var list document.List
	for _, n := range s.Notes {
		if n.Code != "prevalence" {
			continue
		}
		text := strings.ToUpper(n.Text[:1]) + n.Text[1:] + "."
		if c := coefficientAt(s, n.Path); c != nil && c.Of != nil {
			text = c.Of.String() + ": " + n.Text + "."
		}
		list.Items = append(list.Items, text)
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []document.Block{list}
}

// coefficientAt returns the coefficient at a JSON pointer.
func coefficientAt(s *calibrate.Statistics, path string) *calibrate.Coefficient {
	i, err := strconv.Atoi(strings.TrimPrefix(path, "/coefficients/"))
	if err != nil || i < 0 || i >= len(s.Coefficients) {
		return nil
	}
	return &s.Coefficients[i]
}

// manyLessons is the number from which on intervals by lesson keep what they
// say; see docs/simulations-agreement.md.
const manyLessons = 20

// intervalsSpeak says what the intervals generalise to, and what they do not.
func intervalsSpeak(s *calibrate.Statistics) []document.Block {
	set := &s.Settings
	unit := "indicators like these"
	if set.Unit == stats.ByLesson {
		unit = "lessons like these"
	}
	var who string
	switch set.Inference {
	case "raters":
		who = "The intervals speak of raters like these on the same items."
	case "both":
		who = "The intervals speak of " + unit + " and of raters like these."
	default:
		who = "The intervals speak of " + unit + "; the raters are taken as they are, and others might differ."
	}
	list := document.List{Items: []string{who}}
	if set.Bootstrap > 0 {
		list.Items = append(list.Items, fmt.Sprintf("They come from %d bootstrap replicates (%s), seed %d.", set.Bootstrap, set.BootstrapMethod, set.Seed))
	}
	if set.Unit == stats.ByItem && s.Input.Lessons > 1 {
		list.Items = append(list.Items, "The items of a lesson are not independent: over so few lessons intervals by item are too narrow.")
	}
	if set.Unit == stats.ByLesson && s.Input.Lessons < manyLessons {
		list.Items = append(list.Items, "Over fewer than twenty lessons kappas and alpha are a little too low, and their 95% intervals hold the truth "+
			"about nine times in ten (docs/statistics.md).")
	}
	if len(s.Input.Scales) > 0 && s.Input.Indicators > 1 && set.By != "indicator" {
		list.Items = append(list.Items, "Pooled over indicators: that some are harder for everyone counts as agreement here. See --by indicator.")
	}
	return []document.Block{list}
}

// ratingsRead says in a sentence what was read.
func ratingsRead(s *calibrate.Statistics) string {
	in := &s.Input
	return fmt.Sprintf("%s of %s by %s on %s (%s, %d with two ratings or more).",
		wording.Count(in.Ratings, "rating"), wording.Count(in.Lessons, "lesson"), wording.Count(in.Raters, "rater"),
		wording.Count(in.Indicators, "indicator"), wording.Count(in.Items, "item"), in.ItemsInPairs)
}

// statisticsRead says on which levels the coefficients count, and what to know.
func statisticsRead(s *calibrate.Statistics) []document.Block {
	var blocks []document.Block
	for _, scale := range s.Input.Scales {
		blocks = append(blocks, document.Paragraph{Role: document.Plain, Text: "Scale " + scale.ID + ": " +
			strings.Join(section.LevelNames(scale), ", ") + " (" + string(scale.Source) + ")."})
	}
	var list []string
	for _, n := range s.Notes {
		about := !strings.HasPrefix(n.Path, "/coefficients/") && !strings.HasPrefix(n.Path, "/comparisons/") &&
			!strings.HasPrefix(n.Path, "/items/") && !strings.HasPrefix(n.Path, "/levels/") &&
			!strings.HasPrefix(n.Path, "/pairs/") && !strings.HasPrefix(n.Path, "/tests/")
		text := n.Text
		if n.Fix != "" {
			text += " (" + n.Fix + ")"
		}
		if about && !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	if len(list) > 0 {
		blocks = append(blocks, document.List{Items: list})
	}
	blocks = append(blocks, document.Paragraph{Role: document.Aside, Text: "What a coefficient is and when it misleads: calibrate stats explain fleiss_kappa"})
	return blocks
}
