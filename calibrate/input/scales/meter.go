package scales

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

// A Meter turns the tokens of an indicator into scores on its scale.
type Meter struct {
	scale    rating.Scale
	open     bool               // observed: any number is a level
	seen     map[float64]int    // of an open scale: the numbers in the whole input
	used     map[float64]int    // likewise: the scores that are read
	halves   int                // scores between the whole points
	roman    bool               // Roman numbers are levels
	shared   bool               // its range is that of all meters like it
	words    map[string]float64 // folded word to value
	written  map[string]string  // folded word to how it is written
	doubtful map[string]bool    // words for several levels
	missing  map[string]bool    // folded words of those who could not rate
	blank    bool               // an empty cell says that the rater could not rate
	unmarked bool               // an empty cell is the lowest level
	reversed bool
	refused  map[string]Verdict // folded words that cannot be read, and why
}

// newMeter returns the meter of a scale.
func newMeter(s rubric.Scale, source rating.Source) *Meter {
	m := emptyMeter(s.Rating(source))
	for _, level := range s.Levels {
		for _, name := range level.Names() {
			m.learn(name, level.Value)
		}
	}
	return m
}

// emptyMeter returns a meter without words.
func emptyMeter(s rating.Scale) *Meter {
	return &Meter{
		scale: s, words: map[string]float64{}, written: map[string]string{},
		doubtful: map[string]bool{}, refused: map[string]Verdict{},
	}
}

// openMeter returns a meter of the numbers that occur.
func openMeter() *Meter {
	m := emptyMeter(rating.NewScale("observed", rating.Observed))
	m.open = true
	return m
}

// learn adds a word for a level. A word for two levels is for neither.
func (m *Meter) learn(word string, value float64) {
	key := cell.Fold(word)
	if before, ok := m.words[key]; ok && before != value {
		m.doubtful[key] = true
	}
	m.words[key] = value
	if shown := cell.Clean(word); m.written[key] == "" || shown < m.written[key] {
		m.written[key] = shown
	}
}

// A Verdict is what a token comes to on a scale.
type Verdict struct {
	State rating.State
	Value float64
	Code  string // of the problem, if it has one
	Text  string
	Hint  string
	Cures []problem.Cure
	Told  bool // the problem was told already, for all cells together
}

// Read returns the score that a token stands for.
func (m *Meter) Read(t cell.Token) Verdict {
	if v, ok := m.refused[cell.Fold(t.Label)]; ok && t.Kind == cell.Word {
		return v
	}
	if v, ok := m.refused[formatNumber(t.Value)]; ok && t.Kind == cell.Number {
		return v
	}
	if value, ok := m.words[cell.Fold(t.Label)]; ok && t.Kind != cell.Labelled && t.Label != "" {
		if m.doubtful[cell.Fold(t.Label)] {
			return Verdict{
				Code: "ambiguous_label", Text: fmt.Sprintf("%q stands for several levels of the scale %s", t.Label, m.scale.ID),
				Hint: "write the number with it",
			}
		}
		return m.scored(value)
	}
	switch {
	case (t.Kind == cell.Blank || t.Kind == cell.Gap) && m.unmarked:
		return m.scored(m.scale.Min())
	case (t.Kind == cell.Blank || t.Kind == cell.Gap) && m.blank:
		return Verdict{State: rating.NotObserved}
	case t.Kind == cell.Blank || t.Kind == cell.Gap:
		return Verdict{State: rating.Blank}
	case t.Kind == cell.NotSeen || m.missing[cell.Fold(t.Label)] && t.Label != "":
		return Verdict{State: rating.NotObserved}
	case t.Kind == cell.Number:
		return m.number(t)
	case t.Kind == cell.Labelled:
		return m.labelled(t)
	case t.Kind == cell.Word:
		return m.word(t)
	}
	return faultOf(t)
}

// number reads a plain number.
func (m *Meter) number(t cell.Token) Verdict {
	if _, ok := m.scale.Index(t.Value); !ok && !m.open {
		return m.offScale(t)
	}
	return m.scored(t.Value)
}

// labelled reads a number with its word; the two have to agree.
func (m *Meter) labelled(t cell.Token) Verdict {
	if value, ok := m.words[cell.Fold(t.Label)]; ok && value != t.Value && !m.doubtful[cell.Fold(t.Label)] {
		return Verdict{Code: "label_mismatch", Text: fmt.Sprintf("%q is level %v of the scale %s, and the number says %v",
			t.Label, value, m.scale.ID, t.Value)}
	}
	return m.number(t)
}

// word reads a word that is no level: a Roman number, or NO on a form of
// numbers.
func (m *Meter) word(t cell.Token) Verdict {
	if value, ok := roman[t.Label]; ok && (m.roman || len(t.Label) > 1) {
		if _, on := m.scale.Index(value); on || m.open {
			return m.scored(value)
		}
	}
	if cell.Fold(t.Label) == "no" {
		return Verdict{State: rating.NotObserved, Code: "not_observed_no", Text: "NO on a scale without No: read as not observed"}
	}
	return m.unknown(t)
}

// scored returns the verdict of a level, turned round where the indicator is.
func (m *Meter) scored(value float64) Verdict {
	if m.reversed {
		value = 2*m.scale.Min() + m.scale.Range() - value
	}
	return Verdict{State: rating.Scored, Value: value}
}

// roman are the numbers up to ten as capitals.
var roman = map[string]float64{
	"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10,
}
