package template

import (
	"errors"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/spelling"
	"github.com/cb401426/calibrate/stats/rating"
)

// A Form is what a template asks each rater, for a page to fill in. Answers
// read without a flag as the columns rater, lesson, indicator, score, reason.
type Form struct {
	Rubric  string
	Raters  []string // to choose one's name from; none to type it
	Lessons []string
	Asks    []FormAsk
}

// A FormAsk is one indicator, with the levels to choose from.
type FormAsk struct {
	Indicator   string
	Levels      []FormLevel
	NotObserved string // the score of a rater who could not rate
}

// A FormLevel is a score as it is written, and the rubric's words for it, if it
// has any.
type FormLevel struct{ Score, Words string }

// Form returns the form of a template of ratings.
func (t *Template) Form() (*Form, error) {
	all, err := t.indicators()
	if err != nil {
		return nil, err
	}
	if t.IsSurvey() {
		return nil, errors.New("a survey has no page to rate on: write it as csv or xlsx")
	}
	f := &Form{Rubric: t.Rubric.Name}
	var titles []string
	for _, in := range all {
		titles = append(titles, spelling.IndicatorTitle(in))
		words := map[float64]string{}
		for _, w := range in.Words {
			words[w.Level] = w.Text
		}
		scores := t.levels(in)
		ask := FormAsk{Indicator: cell.Clean(spelling.IndicatorTitle(in)), NotObserved: scores[len(scores)-1]}
		for i, level := range t.Rubric.ScaleOf(in).Rating(rating.Declared).Levels {
			ask.Levels = append(ask.Levels, FormLevel{scores[i], words[level.Value]})
		}
		f.Asks = append(f.Asks, ask)
	}
	for _, name := range t.Raters {
		f.Raters = append(f.Raters, cell.Clean(name))
	}
	for _, name := range t.Lessons {
		f.Lessons = append(f.Lessons, cell.Clean(name))
	}
	err = errors.Join(distinct("lesson", t.Lessons), distinct("indicator", titles))
	if len(t.Raters) > 0 {
		err = errors.Join(err, distinct("rater", t.Raters))
	}
	return f, err
}
