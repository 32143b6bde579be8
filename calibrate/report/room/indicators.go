package room

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/report/section"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
)

// mostNamed is how many indicators a title names.
const mostNamed = 4

// missing are the indicators that miss the standard, those furthest apart
// first.
func missing(r *calibrate.Report) []calibrate.Breakdown {
	return slices.DeleteFunc(section.ByRank(r.Indicators), func(p calibrate.Breakdown) bool { return !p.Meets.No() })
}

func indicatorsTitle(r *calibrate.Report) string {
	list := missing(r)
	meets := 0
	for _, p := range r.Indicators {
		if p.Meets.Yes() {
			meets++
		}
	}
	switch rest := len(r.Indicators) - len(list); {
	case len(list) == 0 && meets == len(r.Indicators):
		return "Every indicator meets the standard"
	case len(list) == 0:
		return "How everyone rated each indicator"
	case rest == 0:
		return "Every indicator splits the team"
	case len(list) > mostNamed:
		return fmt.Sprintf("%s of %d indicators split the team", wording.Capital(wording.Number(len(list))), len(r.Indicators))
	default:
		return fmt.Sprintf("%s %s the team; %s", ids(list), wording.Plural(len(list), "splits", "split"), others(rest, meets))
	}
}

// others says how it stands with the indicators that do not miss the standard.
func others(rest, meets int) string {
	switch {
	case meets == 0 && rest == 1:
		return "the other one cannot be told"
	case meets == 0:
		return "the other " + wording.Number(rest) + " cannot be told"
	case meets < rest:
		return fmt.Sprintf("%s of the other %s %s the standard", wording.Number(meets), wording.Number(rest), wording.Plural(meets, "meets", "meet"))
	case rest == 1:
		return "the other one meets the standard"
	}
	return "the other " + wording.Number(rest) + " meet the standard"
}

// ids lists indicators by id.
func ids(places []calibrate.Breakdown) string {
	var list []string
	for _, p := range places {
		list = append(list, p.ID)
	}
	return wording.List(list)
}

// indicators shows how everyone's ratings spread on each, beside the rule of
// the standard and chance.
func indicators(r *calibrate.Report) []document.Block {
	if len(r.Indicators) == 0 {
		return nil
	}
	places := section.ByRank(r.Indicators)
	by := ruleOf(r)
	stacked := "what people said"
	if r.Input.Lessons > 1 {
		stacked = "any two raters of a lesson"
	}
	table := document.TableOf("indicators", places, []document.ColumnOf[calibrate.Breakdown]{
		{Title: "indicator", Cell: func(p calibrate.Breakdown) document.Cell { return document.Text(section.Label(p)) }},
		{Title: stacked, Cell: func(p calibrate.Breakdown) document.Cell { return stackOf(r, p, by) }},
		{Title: by.title, Cell: func(p calibrate.Breakdown) document.Cell { return document.Share{Number: by.mark(p).Value} }},
		{Title: "standard", Cell: func(p calibrate.Breakdown) document.Cell { return document.Meets{Answer: p.Meets} }},
	}).Marked(func(i int) bool { return places[i].Meets.No() })
	blocks := append([]document.Block{table}, ruleWords(r)...)
	if s := section.BoundarySentence(r); s != "" {
		blocks = append(blocks, prose("%s", s))
	}
	if list := disputed(r); len(list) == 1 {
		x := list[0]
		blocks = append(blocks, prose("On %s%s %s.", x.Indicator, section.InLesson(r, x.Lesson, ""), section.SpreadOf(r, x.Indicator, x.Levels, x.NotObserved)))
	}
	return blocks
}

// mostListed is how many are told about one by one.
const mostListed = 5

// stackOf is what people gave an indicator: of one lesson how many chose each
// level, of several how often two raters of a lesson were how far apart, for
// lessons differ and that is no disagreement.
func stackOf(r *calibrate.Report, p calibrate.Breakdown, by indicatorRule) document.Stack {
	s := document.Stack{Rule: by.mark(p), About: by.about}
	if r.Input.Lessons > 1 {
		s.Shares = true
		same, within := p.Exact.Value, p.WithinOne.Value
		near := within.Map(func(v float64) float64 { return max(0, v-same.Or(0)) })
		for i, x := range []struct {
			name, sign string
			share      stats.Number
		}{{"same rating", "=", same}, {"one level apart", "-", near}, {"two or more apart", "#", p.TwoApart.Value}} {
			if v, ok := x.share.Value(); ok {
				s.Parts = append(s.Parts, document.StackPart{
					Name: x.name, Sign: x.sign, Step: 2 - i, Steps: 3, Size: v, Text: wording.Percent(x.share),
				})
			}
		}
		return s
	}
	labels, signs := section.LevelLabels(r, p.Scale)
	for i, n := range p.Distribution {
		s.Parts = append(s.Parts, document.StackPart{
			Name: labels[i], Sign: signs[i], Step: i, Steps: len(labels), Size: float64(n), Text: wording.Whole(n),
		})
	}
	for _, x := range []struct {
		name, sign string
		kind       document.PartKind
		n          int
	}{
		{"not observed", "/", document.NotObservedPart, p.NotObserved},
		{"left blank", "_", document.BlankPart, p.Blank},
		{"no row", ".", document.AbsentPart, p.Absent},
	} {
		s.Parts = append(s.Parts, document.StackPart{Name: x.name, Sign: x.sign, Kind: x.kind, Size: float64(x.n), Text: wording.Whole(x.n)})
	}
	return s
}

// ratersForRule is how many raters an indicator takes to be held against the
// standard.
const ratersForRule = 3

// ruleWords name the rule that indicators miss, and say what chance would give.
func ruleWords(r *calibrate.Report) []document.Block {
	var said []string
	if r.Input.Raters < ratersForRule {
		said = append(said, "An indicator takes three raters to hold it against the standard.")
	}
	list, by := missing(r), ruleOf(r)
	if len(list) > 0 {
		said = append(said, by.missed(list))
	}
	said = append(said, by.byChance(r, list)...)
	if len(said) == 0 {
		return nil
	}
	return []document.Block{prose("%s", strings.Join(said, " "))}
}

// missVerb is who misses the standard.
func missVerb(list []calibrate.Breakdown) string {
	if len(list) > mostNamed {
		return wording.Capital(wording.Number(len(list))) + " indicators miss"
	}
	return ids(list) + " " + wording.Plural(len(list), "misses", "miss")
}
