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

// lessonsForPairs is the number of lessons from which on an indicator is held
// against the standard by pairs of raters.
const lessonsForPairs = 5

// An indicatorRule is what the standard asks of each indicator.
type indicatorRule struct {
	asks   string // of the standard, behind what it asks of the team
	title  string // of the column with the figure
	about  string // what the figure is
	misses string // who misses it, in a sentence
	chance string // behind the share that ratings at random would have
	atMost bool   // the less, the better
	mark   func(calibrate.Breakdown) document.Mark
}

// ruleOf is the rule of the report's standard: its first figure, beside the
// agreed scores or, from five lessons on, between two raters; in fewer lessons
// how many are on one level.
func ruleOf(r *calibrate.Report) indicatorRule {
	ask := calibrate.Criterion{Figure: calibrate.ExactFigure}
	if list := r.Verdict.Standard.Criteria; len(list) > 0 {
		ask = list[0]
	}
	kind, _ := calibrate.FigureKindOf(ask.Figure)
	byKey := r.Master != nil && ask.Figure == calibrate.MasterFigure
	if !byKey && (r.Input.Lessons < lessonsForPairs || !kind.BetweenRaters()) {
		return onOneLevel
	}
	short := "less than "
	if ask.AtMost {
		short = "more than "
	}
	by := indicatorRule{
		asks: ", also on each indicator", title: strings.TrimSuffix(kind.Title, " (exact)"), chance: "of the pairs " + kind.What, atMost: ask.AtMost,
		misses: fmt.Sprintf(kind.Says, "any two of you", short+wording.PercentOf(ask.Target)),
		mark: func(p calibrate.Breakdown) document.Mark {
			figure := p.Figures.Named(kind.ID)
			return document.Mark{Value: figure.Value, Chance: figure.Chance, Target: stats.Of(ask.Target)}
		},
	}
	switch {
	case byKey:
		by.title, by.chance = "near agreed score", "of the ratings "+kind.What
		by.mark = func(p calibrate.Breakdown) document.Mark {
			mark := document.Mark{Target: stats.Of(ask.Target)}
			for _, x := range r.Master.Indicators {
				if x.ID == p.ID {
					mark.Value, mark.Chance = x.WithinOne.Value, x.WithinOne.Chance
				}
			}
			return mark
		}
	case kind.ID == calibrate.ExactFigure:
		by.chance = "of the pairs alike"
	}
	by.about = by.title
	return by
}

// onOneLevel is the rule of few lessons.
var onOneLevel = indicatorRule{
	asks: "; on each indicator three quarters of the raters on one level", title: "on one level", about: "largest share on one level",
	misses: "fewer than three quarters of the raters chose the same level", chance: "on one level",
	mark: func(p calibrate.Breakdown) document.Mark {
		return document.Mark{Value: p.CommonestShare, Chance: p.CommonestChance, Target: stats.Of(section.CommonestTarget)}
	},
}

// figure is what an indicator has of the rule, as it is told.
func (by indicatorRule) figure(p calibrate.Breakdown) string {
	if by.title == onOneLevel.title && oneItem(p) {
		return fmt.Sprintf("%d of %d", slices.Max(p.Distribution), p.Ratings)
	}
	return wording.Percent(by.mark(p).Value)
}

// missed names the rule that indicators miss, with the figure of each.
func (by indicatorRule) missed(list []calibrate.Breakdown) string {
	var figures []string
	for _, p := range list[:min(len(list), mostListed)] {
		figures = append(figures, p.ID+" "+by.figure(p))
	}
	if rest := len(list) - len(figures); rest > 0 {
		figures = append(figures, wording.Number(rest)+" more")
	}
	return fmt.Sprintf("%s the standard: %s (%s).", missVerb(list), by.misses, strings.Join(figures, ", "))
}

// byChance says what ratings at random would come to, and which of the
// indicators that miss the standard do no better.
func (by indicatorRule) byChance(r *calibrate.Report, missing []calibrate.Breakdown) []string {
	for _, p := range r.Indicators {
		if chance := by.mark(p).Chance; chance.OK() {
			return []string{"Ratings handed out at random would come to about " + wording.Percent(chance) + " " + by.chance + "." + by.noBetter(missing)}
		}
	}
	return nil
}

func (by indicatorRule) noBetter(missing []calibrate.Breakdown) string {
	var list []string
	for _, p := range missing {
		mark := by.mark(p)
		v, ok := mark.Value.Value()
		chance, known := mark.Chance.Value()
		if ok && known && (v == chance || (v > chance) == by.atMost) {
			list = append(list, p.ID)
		}
	}
	switch n := len(list); {
	case n == 0:
		return ""
	case n == len(missing) && n > 1:
		return " Those that miss are no better."
	case n > mostNamed:
		return fmt.Sprintf(" %s of those that miss are no better.", wording.Capital(wording.Number(n)))
	default:
		return fmt.Sprintf(" %s %s no better.", wording.List(list), wording.Plural(n, "is", "are"))
	}
}
