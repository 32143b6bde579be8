package input

import (
	"maps"
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/settings"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

// meters returns the meter of every indicator: of the scale that the user
// declared, else of the header of a table of counts, else of the rubric, else
// of what the words and numbers show.
func (r *reader) meters() []*meter {
	out := make([]*meter, r.indicators.Count())
	all := r.gather()
	romans := romansIn(all)
	switch levels := r.headerLevels(); {
	case r.options.Scale != nil:
		m := newMeter(rubric.ScaleOf(*r.options.Scale), rating.Declared)
		m.scale, m.roman = *r.options.Scale, romans
		fill(out, m)
	case r.options.Levels == settings.NominalLevels:
		r.result.Nominal = true
		fill(out, nominalMeter(all))
	case r.options.Levels == settings.ChecklistLevels:
		fill(out, checklistMeter(rating.Declared, cell.Marks()...))
	case r.options.Rubric != nil:
		r.result.Rubric = r.options.Rubric
		out = r.rubricMeters(r.options.Rubric, rating.Declared)
	case levels != nil && r.headerMeter(levels, out):
	default:
		out = r.shownMeters(all, romans)
	}
	return out
}

// fill gives every indicator without a meter one.
func fill(out []*meter, m *meter) {
	for i := range out {
		if out[i] == nil {
			out[i] = m
		}
	}
}

// headerMeter takes the scale that the header of a table of counts names: all
// its levels, used or not, in the order of the columns.
func (r *reader) headerMeter(levels []string, out []*meter) bool {
	numbers := make([]float64, 0, len(levels))
	for _, level := range levels {
		t := r.lexers[0].Lex(level)
		if v, ok := labelValue(t); ok {
			numbers = append(numbers, v)
		}
	}
	scale := rubric.Scale{ID: "header"}
	switch known := len(numbers) == len(levels); {
	case known:
		s := rating.NewScale("header", rating.Declared, numbers...)
		m := newMeter(rubric.ScaleOf(s), rating.Declared)
		m.scale = s
		for _, level := range levels {
			if t := r.lexers[0].Lex(level); t.Label != "" {
				m.learn(t.Label, t.Value)
				if i, ok := m.scale.Index(t.Value); ok {
					m.scale.Levels[i].Label = t.Label
				}
			}
		}
		fill(out, m)
		return true
	case len(numbers) > 0 || r.knownWords(levels):
		return false // words of a scale that is known have their own values
	}
	for i, level := range levels {
		scale.Levels = append(scale.Levels, rubric.Level{Value: float64(i + 1), Label: level})
	}
	r.journal.Add(problem.Place{}, "detected_scale", "header", "", "the levels are those of the header, from low to high: %s", problem.QuoteAll(levels))
	fill(out, newMeter(scale, rating.Declared))
	return true
}

// knownWords reports whether words are the levels of one scale that is known.
func (r *reader) knownWords(levels []string) bool {
	e := newEvidence()
	for _, level := range levels {
		e.add(r.lexers[0].Lex(level), 1)
	}
	return len(candidates(e)) > 0
}

// shownMeters returns the meters that the cells themselves show. Indicators
// with words are on one scale if one fits them all, else each on its own;
// those with numbers alone share the scale of the numbers that occur, and so
// do those whose words stand beside the same numbers.
func (r *reader) shownMeters(all []evidence, romans bool) []*meter {
	out := make([]*meter, len(all))
	r.optionMeters(out)
	if r.detectRubric(all, out) {
		return out
	}
	r.checklists(all, out)
	if r.options.Levels == settings.WholeLevels {
		r.loneAnswer(all, out)
	}
	numbers := openMeter()
	numbers.roman = romans
	var worded []int
	for i := range all {
		switch {
		case out[i] != nil:
		case all[i].worded():
			worded = append(worded, i)
		default:
			out[i] = numbers
		}
	}
	if len(worded) > 0 && !r.labelledMeters(all, worded, numbers, out) {
		r.wordMeters(all, worded, out, romans)
	}
	r.pooled(all, out)
	return out
}

// pooled notes on every open meter the numbers of its indicators; those with
// labels of their own share the range of all numbers.
func (r *reader) pooled(all []evidence, out []*meter) {
	labelled := map[float64]int{}
	for i, m := range out {
		if m.open && m.shared {
			addCounts(labelled, all[i].numbers)
		}
	}
	for i, m := range out {
		if !m.open {
			continue
		}
		if m.seen == nil {
			m.seen = map[float64]int{}
			if m.shared {
				addCounts(m.seen, labelled)
			}
		}
		if !m.shared {
			addCounts(m.seen, all[i].numbers)
		}
	}
	done := map[*meter]bool{}
	for _, m := range out {
		if m.open && !done[m] && r.options.Levels == settings.WholeLevels {
			done[m] = true
			r.farNumbers(m)
		}
	}
}

func addCounts(into, from map[float64]int) {
	for v, n := range from {
		into[v] += n
	}
}

// labelledMeters reads indicators whose words all stand beside their numbers:
// on the scale of the numbers where the words agree, else each with words of
// its own.
func (r *reader) labelledMeters(all []evidence, worded []int, numbers *meter, out []*meter) bool {
	for _, i := range worded {
		e := &all[i]
		for word := range e.words {
			if len(e.labels[word]) != 1 {
				return false
			}
		}
		if len(e.labels) == 0 || e.no {
			return false
		}
	}
	p := pool(all, worded)
	if m, _ := r.wordMeter(p, false); m != nil && !m.open {
		return false // a scale that is known
	}
	if oneMeaning(p) {
		for word, values := range p.labels {
			numbers.learn(p.written[word], values[0])
		}
		for _, i := range worded {
			out[i] = numbers
		}
		return true
	}
	for _, i := range worded {
		m := openMeter()
		m.shared = true
		for word, values := range all[i].labels {
			for _, v := range values {
				m.learn(all[i].written[word], v)
			}
		}
		out[i] = m
	}
	return true
}

// oneMeaning reports whether every word stands beside one number, and every
// number beside one word.
func oneMeaning(e evidence) bool {
	of := map[float64]string{}
	for word, values := range e.labels {
		if len(values) > 1 {
			return false
		}
		if before, ok := of[values[0]]; ok && before != word {
			return false
		}
		of[values[0]] = word
	}
	return true
}

// wordMeters finds the scales of indicators with words.
func (r *reader) wordMeters(all []evidence, worded []int, out []*meter, romans bool) {
	pooled := pool(all, worded)
	if m, _ := r.wordMeter(pooled, romans); m != nil {
		r.noteScale(m)
		for _, i := range worded {
			out[i] = m
		}
		return
	}
	meters := map[string]*meter{}
	var unknown []int
	for _, i := range worded {
		m, _ := r.wordMeter(all[i], romans)
		if m == nil {
			unknown = append(unknown, i)
			continue
		}
		if meters[m.scale.ID] == nil {
			r.noteScale(m)
			meters[m.scale.ID] = m
		}
		out[i] = meters[m.scale.ID]
	}
	r.unknownWords(all, unknown, out)
}

// noteScale says which scale was recognised by its words.
func (r *reader) noteScale(m *meter) {
	if m.scale.Source == rating.Detected {
		r.journal.Add(problem.Place{}, "detected_scale", m.scale.ID, "", "the words are those of the scale %s", describe(m.scale))
	}
}

// wordMeter returns the one scale that fits the words, or those between which
// the words do not decide.
func (r *reader) wordMeter(e evidence, romans bool) (*meter, []candidate) {
	if e.no && len(e.words)+len(e.numbers)+len(e.labels) == 0 {
		return nil, nil // NO alone may be No or not observed
	}
	if loneLetter(e) {
		return nil, nil
	}
	if onlySeen(e) {
		for word, written := range e.unseen {
			e.words[word] = written
		}
	}
	found := candidates(e)
	if different := distinctScales(found, e); len(different) > 1 {
		return nil, different
	}
	if len(found) > 0 {
		return found[0].meter, nil
	}
	return learned(e, romans), nil
}

// loneLetter reports whether the only word among the cells is a letter: that
// is no vocabulary.
func loneLetter(e evidence) bool {
	if len(e.words) != 1 || len(e.labels) > 0 {
		return false
	}
	for word := range e.words {
		return len([]rune(word)) == 1 && !e.no
	}
	return false
}

// onlySeen reports whether the cells say Observed or Not Observed and nothing
// else: then both are levels.
func onlySeen(e evidence) bool {
	if len(e.words) != 1 || len(e.unseen) != 1 || len(e.numbers)+len(e.labels) > 0 || e.no {
		return false
	}
	_, seen := e.words["observed"]
	_, unseen := e.unseen["not observed"]
	return seen && unseen
}

// learned returns the scale of words that stand beside their numbers
// somewhere, or of Roman numbers; nil where a word does neither.
func learned(e evidence, romans bool) *meter {
	m := openMeter()
	m.roman = romans
	for word, values := range e.labels {
		for _, v := range values {
			m.learn(e.written[word], v)
		}
	}
	for word, written := range e.words {
		if _, ok := m.words[word]; ok && !m.doubtful[word] {
			continue
		}
		v, ok := roman[written]
		if !ok || !romans && len(written) == 1 {
			return nil
		}
		e.numbers[v]++
	}
	if e.no && len(e.numbers) == 0 && len(e.words) == 0 {
		return nil
	}
	return m
}

// romansIn reports whether two Roman numbers or more are among the words, and
// nothing but such.
func romansIn(all []evidence) bool {
	found := map[string]bool{}
	for _, e := range all {
		for _, written := range e.words {
			if _, ok := roman[written]; ok {
				found[written] = true
			}
		}
	}
	return len(found) > 1
}

// nominalMeter takes every word and number for a code of its own, in the order
// of their names, which means nothing.
func nominalMeter(all []evidence) *meter {
	which := make([]int, len(all))
	for i := range which {
		which[i] = i
	}
	e := pool(all, which)
	values := slices.Sorted(maps.Keys(e.numbers))
	next := 1.0
	if len(values) > 0 {
		next = max(next, values[len(values)-1]+1)
	}
	words := maps.Clone(e.words)
	if e.no {
		words["no"] = "No"
	}
	for range words {
		values = append(values, next)
		next++
	}
	m := emptyMeter(rating.NewScale("nominal", rating.Declared, values...))
	first := len(values) - len(words)
	for i, word := range slices.SortedFunc(maps.Keys(words), rating.CompareNatural) {
		m.learn(words[word], values[first+i])
		at, _ := m.scale.Index(values[first+i])
		m.scale.Levels[at].Label = words[word]
	}
	return m
}

// pool puts the evidence of several indicators together.
func pool(all []evidence, which []int) evidence {
	p := newEvidence()
	for _, i := range which {
		addCounts(p.numbers, all[i].numbers)
		for word, written := range all[i].words {
			keepFirst(p.words, word, written)
		}
		for word, written := range all[i].unseen {
			keepFirst(p.unseen, word, written)
		}
		for word, written := range all[i].written {
			keepFirst(p.written, word, written)
		}
		p.no = p.no || all[i].no
		for word, values := range all[i].labels {
			for _, v := range values {
				if !slices.Contains(p.labels[word], v) {
					p.labels[word] = append(p.labels[word], v)
				}
			}
		}
	}
	return p
}

// rubricMeters returns the meters of a rubric's scales.
func (r *reader) rubricMeters(rub *rubric.Rubric, source rating.Source) []*meter {
	out := make([]*meter, r.indicators.Count())
	made := map[string]*meter{}
	missing := map[string]bool{}
	for _, word := range rub.NotObserved {
		missing[cell.Fold(word)] = true
	}
	for i := range out {
		in, known := rub.Match(r.indicators.Name(int32(i)))
		key := in.Scale
		if in.Reversed {
			key += "/reversed"
		}
		if made[key] == nil {
			m := newMeter(rub.ScaleOf(in), source)
			m.missing, m.blank, m.reversed = missing, rub.BlankIsNotObserved, in.Reversed
			made[key] = m
		}
		if in.Reversed {
			r.journal.Add(problem.Place{}, "reversed", in.ID, "", "%s runs the other way: its scores are turned round", r.indicators.Name(int32(i)))
		}
		out[i] = made[key]
		if !known && len(rub.Indicators) > 0 {
			r.journal.Add(problem.Place{}, "unknown_indicator", r.indicators.Name(int32(i)), "",
				"%q is no indicator of %s: read on its first scale", r.indicators.Name(int32(i)), rub.ID)
		}
	}
	return out
}
