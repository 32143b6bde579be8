package reasons

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team"
	"github.com/cb401426/calibrate/stats/text"
	"github.com/cb401426/calibrate/stats/text/class"
	"github.com/cb401426/calibrate/stats/text/token"
)

// Limits on words: hints, not a dictionary.
const (
	mostOpinionWords = 12
	mostMarkedPlaces = 3  // indicators whose sides are compared
	mostMarkingWords = 8  // a side
	mostOtherReasons = 50 // of other indicators, that say what everyone writes
)

// opinionWords counts what made statements an opinion, the commonest first. Words
// without content ("just", "were") lead to it in a sentence and say nothing
// alone.
func (s *Sayings) opinionWords() []calibrate.WordCount {
	count := map[string]int{}
	for i := range s.said {
		seen := map[string]bool{}
		for _, st := range s.said[i].statementsOf(class.Opinion) {
			for _, w := range st.Words {
				w = strings.ToLower(w)
				if !seen[w] && len(w) <= longestQuote/4 && !s.lang.Tags(w).Any(token.Function) {
					count[w]++
				}
				seen[w] = true
			}
		}
	}
	list := make([]calibrate.WordCount, 0, len(count))
	for w, n := range count {
		list = append(list, calibrate.WordCount{Word: w, Count: n})
	}
	slices.SortFunc(list, func(x, y calibrate.WordCount) int {
		return cmp.Or(cmp.Compare(y.Count, x.Count), strings.Compare(x.Word, y.Word))
	})
	return list[:min(len(list), mostOpinionWords)]
}

// languages counts the languages of the reasons of ratings with a score, the
// commonest first; those that say nothing are in none.
func (s *Sayings) languages() []calibrate.LanguageCount {
	count := map[string]int{}
	for i := range s.said {
		if x := &s.said[i]; x.state == rating.Scored && x.is.Class != class.Empty {
			count[x.is.Language]++
		}
	}
	list := make([]calibrate.LanguageCount, 0, len(count))
	for language, n := range count {
		list = append(list, calibrate.LanguageCount{Language: language, Reasons: n})
	}
	slices.SortFunc(list, func(x, y calibrate.LanguageCount) int {
		return cmp.Or(cmp.Compare(y.Reasons, x.Reasons), strings.Compare(x.Language, y.Language))
	})
	return list
}

// reasonIndicators describes the reasons for each indicator.
func (a *Reader) reasonIndicators(ranked []int) []calibrate.ReasonIndicator {
	t := a.Study.Table
	of := make([]calibrate.ReasonIndicator, len(t.Indicators()))
	said := make([][]int, len(of))
	for i := range a.Said.said {
		x := &a.Said.said[i]
		if x.state != rating.Scored {
			continue
		}
		in := t.Items()[x.item].Indicator
		said[in] = append(said[in], i)
		r := &of[in]
		r.Reasons++
		countClass(x.is.Class, &r.Evidence, &r.Opinion, &r.Mixed, &r.Empty, &r.NotRead)
	}
	for k, r := range t.All() {
		if !t.HasReason(k) {
			of[t.Items()[r.Item].Indicator].Missing++
		}
	}
	a.lookElsewhere(of, said)
	a.mark(of, said, ranked)
	list := []calibrate.ReasonIndicator{}
	for in, r := range of {
		if r.Indicator = t.Indicators()[in]; r.Reasons+r.Missing > 0 {
			list = append(list, r)
		}
	}
	return list
}

// lookElsewhere finds the rubric's words in the reasons: those of other
// indicators, and those copied. A rubric without names has none.
func (a *Reader) lookElsewhere(of []calibrate.ReasonIndicator, said [][]int) {
	t := a.Study.Table
	var lines []text.Indicator
	for in, id := range t.Indicators() {
		of[in].Elsewhere = []calibrate.Elsewhere{}
		line := text.Indicator{ID: id, Name: a.Study.Names[id]}
		for _, l := range t.Scales()[t.ScaleOf(int32(in))].Levels {
			if words := a.Study.WordsOf(id, l.Value); words != "" {
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
	rubric := text.NewRubric(a.Said.lang, lines)
	for in, list := range said {
		for _, i := range list {
			words := a.Said.said[i].text
			if !a.Said.said[i].evident() && rubric.Copied(words) != nil {
				of[in].Copied++
			}
			if found := rubric.Elsewhere(t.Indicators()[in], words); len(found) > 0 {
				belongs(&of[in], found[0])
			}
		}
		slices.SortStableFunc(of[in].Elsewhere, func(x, y calibrate.Elsewhere) int {
			return cmp.Or(cmp.Compare(y.Reasons, x.Reasons), rating.CompareNatural(x.Indicator, y.Indicator))
		})
	}
}

// belongs counts a reason that may belong to another indicator.
func belongs(r *calibrate.ReasonIndicator, b text.Belonging) {
	at := slices.IndexFunc(r.Elsewhere, func(e calibrate.Elsewhere) bool { return e.Indicator == b.ID })
	if at < 0 {
		at = len(r.Elsewhere)
		r.Elsewhere = append(r.Elsewhere, calibrate.Elsewhere{Indicator: b.ID, Words: []string{}})
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
func (a *Reader) mark(of []calibrate.ReasonIndicator, said [][]int, ranked []int) {
	marked := 0
	for in := range of {
		of[in].Boundary, of[in].Low, of[in].High = []float64{}, []calibrate.MarkingWord{}, []calibrate.MarkingWord{}
	}
	for _, in := range ranked {
		if low, high, apart := team.Boundary(a.M, a.M.OfIndicator[in]); apart {
			of[in].Boundary = []float64{low, high}
			if marked < mostMarkedPlaces && markLine(a, &of[in], said, in) {
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
func markLine(a *Reader, r *calibrate.ReasonIndicator, said [][]int, in int) bool {
	var low, high, others []int
	for k, list := range said {
		for _, i := range list {
			switch v := a.Said.said[i].score; {
			case k != in:
				others = append(others, i)
			case v < r.Boundary[1]:
				low = append(low, i)
			default:
				high = append(high, i)
			}
		}
	}
	others = evenly(others, mostOtherReasons, a.Options.Seed)
	marks := text.LogOdds(a.Said.lang, a.Said.bare(high), a.Said.bare(low), a.Said.bare(others))
	if marks.Reason != "" {
		return false
	}
	for _, m := range marks.First[:min(len(marks.First), mostMarkingWords)] {
		r.High = append(r.High, calibrate.MarkingWord{Word: m.Word, LogOdds: m.LogOdds, Z: m.Z, Here: m.First, There: m.Second})
	}
	for _, m := range marks.Second[:min(len(marks.Second), mostMarkingWords)] {
		r.Low = append(r.Low, calibrate.MarkingWord{Word: m.Word, LogOdds: -m.LogOdds, Z: -m.Z, Here: m.Second, There: m.First})
	}
	return true
}

// sweepMarks are what a sweeper puts in the place of a name: no word of the
// rater's.
var sweepMarks = strings.NewReplacer("[name]", "", "[e-mail]", "")

// bare returns the swept texts without the marks of sweeping.
func (s *Sayings) bare(list []int) []string {
	texts := make([]string, len(list))
	for k, i := range list {
		texts[k] = sweepMarks.Replace(s.said[i].text)
	}
	return texts
}
