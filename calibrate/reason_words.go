package calibrate

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/text"
)

// A WordCount is a word, or a few, and the reasons that use it.
type WordCount struct {
	Word  string `json:"word"`
	Count int    `json:"count"`
}

// A ReasonIndicator is what the reasons for one indicator show.
type ReasonIndicator struct {
	Indicator string `json:"indicator" csv:"indicator"`
	Reasons   int    `json:"reasons" csv:"reasons"`
	Missing   int    `json:"missing" csv:"missing"`
	Evidence  int    `json:"evidence" csv:"evidence"`
	Opinion   int    `json:"opinion" csv:"opinion"`
	Mixed     int    `json:"mixed" csv:"mixed"`
	Empty     int    `json:"empty" csv:"empty"`
	// Copied counts reasons that are the rubric's words with nothing seen.
	Copied int `json:"copied" csv:"copied"`
	// Elsewhere are the indicators in whose words some reasons speak.
	Elsewhere []Elsewhere `json:"elsewhere" csv:"-"`
	// Boundary are the two levels between which most pairs are apart, Low and
	// High the words that mark the reasons of those on either side. They are
	// empty where too little is written.
	Boundary []float64     `json:"boundary" csv:"-"`
	Low      []MarkingWord `json:"low" csv:"-"`
	High     []MarkingWord `json:"high" csv:"-"`
}

// Elsewhere says that reasons may belong to another indicator.
type Elsewhere struct {
	Indicator string   `json:"indicator"`
	Reasons   int      `json:"reasons"`
	Words     []string `json:"words"`
}

// A MarkingWord marks the reasons of those on one side of a line: LogOdds is
// weighted by what everyone writes, Z is it in standard errors.
type MarkingWord struct {
	Word    string  `json:"word"`
	LogOdds float64 `json:"log_odds"`
	Z       float64 `json:"z"`
	Here    int     `json:"here"`  // reasons on this side that use it
	There   int     `json:"there"` // and on the other
}

// Limits on words: hints, not a dictionary.
const (
	mostOpinionWords = 12
	mostMarkedPlaces = 3  // indicators whose sides are compared
	mostMarkingWords = 8  // a side
	mostOtherReasons = 50 // of other indicators, that say what everyone writes
)

// opinionWords counts what made statements an opinion, the commonest first.
func (s *sayings) opinionWords() []WordCount {
	count := map[string]int{}
	for i := range s.said {
		seen := map[string]bool{}
		for _, st := range s.said[i].statementsOf(text.Opinion) {
			for _, w := range st.Words {
				w = strings.ToLower(w)
				if !seen[w] && len(w) <= longestQuote/4 {
					count[w]++
				}
				seen[w] = true
			}
		}
	}
	list := make([]WordCount, 0, len(count))
	for w, n := range count {
		list = append(list, WordCount{w, n})
	}
	slices.SortFunc(list, func(x, y WordCount) int {
		return cmp.Or(cmp.Compare(y.Count, x.Count), strings.Compare(x.Word, y.Word))
	})
	return list[:min(len(list), mostOpinionWords)]
}

// reasonIndicators describes the reasons for each indicator.
func (a *written) reasonIndicators(ranked []int) []ReasonIndicator {
	t := a.study.Table
	of := make([]ReasonIndicator, len(t.Indicators()))
	said := make([][]int, len(of))
	for i := range a.said.said {
		x := &a.said.said[i]
		if x.state != rating.Scored {
			continue
		}
		in := t.Items()[x.item].Indicator
		said[in] = append(said[in], i)
		r := &of[in]
		r.Reasons++
		countClass(x.is.Class, &r.Evidence, &r.Opinion, &r.Mixed, &r.Empty)
	}
	for k, r := range t.All() {
		if !t.HasReason(k) {
			of[t.Items()[r.Item].Indicator].Missing++
		}
	}
	a.lookElsewhere(of, said)
	a.mark(of, said, ranked)
	list := []ReasonIndicator{}
	for in, r := range of {
		if r.Indicator = t.Indicators()[in]; r.Reasons+r.Missing > 0 {
			list = append(list, r)
		}
	}
	return list
}

// lookElsewhere finds the rubric's words in the reasons: those of other
// indicators, and those copied. A rubric without names has none.
func (a *written) lookElsewhere(of []ReasonIndicator, said [][]int) {
	t := a.study.Table
	var lines []text.Indicator
	for in, id := range t.Indicators() {
		of[in].Elsewhere = []Elsewhere{}
		line := text.Indicator{ID: id, Name: a.study.Names[id]}
		for _, l := range t.Scales()[t.ScaleOf(int32(in))].Levels {
			if words := a.study.wordsOf(id, l.Value); words != "" {
				line.Levels = append(line.Levels, words)
			}
		}
		if line.Name != "" || len(line.Levels) > 0 {
			lines = append(lines, line)
		}
	}
	if len(lines) == 0 {
		return
	}
	rubric := text.NewRubric(a.said.lang, lines)
	for in, list := range said {
		for _, i := range list {
			words := a.said.said[i].text
			if !a.said.said[i].evident() && rubric.Copied(words) != nil {
				of[in].Copied++
			}
			if found := rubric.Elsewhere(t.Indicators()[in], words); len(found) > 0 {
				of[in].belongs(found[0])
			}
		}
		slices.SortStableFunc(of[in].Elsewhere, func(x, y Elsewhere) int {
			return cmp.Or(cmp.Compare(y.Reasons, x.Reasons), rating.CompareNatural(x.Indicator, y.Indicator))
		})
	}
}

// belongs counts a reason that may belong to another indicator.
func (r *ReasonIndicator) belongs(b text.Belonging) {
	at := slices.IndexFunc(r.Elsewhere, func(e Elsewhere) bool { return e.Indicator == b.ID })
	if at < 0 {
		at = len(r.Elsewhere)
		r.Elsewhere = append(r.Elsewhere, Elsewhere{Indicator: b.ID, Words: []string{}})
	}
	e := &r.Elsewhere[at]
	e.Reasons++
	for _, w := range b.Words {
		if w = strings.ToLower(w); !slices.Contains(e.Words, w) && len(e.Words) < mostMarkingWords {
			e.Words = append(e.Words, w)
		}
	}
}

// mark finds the words that separate the reasons on either side of the line at
// stake, for the indicators furthest apart.
func (a *written) mark(of []ReasonIndicator, said [][]int, ranked []int) {
	marked := 0
	for in := range of {
		of[in].Boundary, of[in].Low, of[in].High = []float64{}, []MarkingWord{}, []MarkingWord{}
	}
	for _, in := range ranked {
		if low, high, apart := a.m.boundary(a.m.ofIndicator[in]); apart {
			of[in].Boundary = []float64{low, high}
			if marked < mostMarkedPlaces && a.markLine(&of[in], said, in) {
				marked++
			}
		}
	}
	if marked == 0 {
		a.note("too_little_text", "/reasons/indicators")
	}
}

// markLine compares the two sides of an indicator's line, and reports whether
// there is text enough.
func (a *written) markLine(r *ReasonIndicator, said [][]int, in int) bool {
	var low, high, others []int
	for k, list := range said {
		for _, i := range list {
			switch v := a.said.said[i].score; {
			case k != in:
				others = append(others, i)
			case v < r.Boundary[1]:
				low = append(low, i)
			default:
				high = append(high, i)
			}
		}
	}
	others = evenly(others, mostOtherReasons, a.options.Seed)
	marks := text.LogOdds(a.said.lang, a.said.bare(high), a.said.bare(low), a.said.bare(others))
	if marks.Reason != "" {
		return false
	}
	for _, m := range marks.First[:min(len(marks.First), mostMarkingWords)] {
		r.High = append(r.High, MarkingWord{m.Word, m.LogOdds, m.Z, m.First, m.Second})
	}
	for _, m := range marks.Second[:min(len(marks.Second), mostMarkingWords)] {
		r.Low = append(r.Low, MarkingWord{m.Word, -m.LogOdds, -m.Z, m.Second, m.First})
	}
	return true
}

// sweepMarks are what a sweeper puts in the place of a name: no word of the
// rater's.
var sweepMarks = strings.NewReplacer("[name]", "", "[e-mail]", "")

// bare returns the swept texts without the marks of sweeping.
func (s *sayings) bare(list []int) []string {
	texts := make([]string, len(list))
	for k, i := range list {
		texts[k] = sweepMarks.Replace(s.said[i].text)
	}
	return texts
}
