package input

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

// meters returns the meter of every indicator: of the scale that the user
// declared, else of the rubric, else of what the words and numbers show.
func (r *reader) meters() []*meter {
	n := r.indicators.count()
	out := make([]*meter, n)
	switch {
	case r.options.Scale != nil:
		m := newMeter(rubric.ScaleOf(*r.options.Scale), rating.Declared)
		m.scale = *r.options.Scale
		for i := range out {
			out[i] = m
		}
		return out
	case r.options.Rubric != nil:
		r.result.Rubric = r.options.Rubric
		return r.rubricMeters(r.options.Rubric, rating.Declared)
	}
	return r.shownMeters()
}

// shownMeters returns the meters that the cells themselves show. Indicators
// with words are on one scale if one fits them all, else each on its own;
// those with numbers alone share the scale of the numbers that occur.
func (r *reader) shownMeters() []*meter {
	all := r.gather()
	out := make([]*meter, len(all))
	r.optionMeters(out)
	if r.detectRubric(all, out) {
		return out
	}
	var worded []int
	for i, e := range all {
		if out[i] != nil {
			continue
		}
		if len(e.words) > 0 || len(e.labels) > 0 || e.no && len(e.numbers) == 0 {
			worded = append(worded, i)
		}
	}
	if len(worded) > 0 {
		r.wordMeters(all, worded, out)
	}
	r.numberMeters(all, out)
	return out
}

// wordMeters finds the scales of indicators with words.
func (r *reader) wordMeters(all []evidence, worded []int, out []*meter) {
	pooled := pool(all, worded)
	if m, _ := r.wordMeter(pooled); m != nil {
		r.noteScale(m)
		for _, i := range worded {
			out[i] = m
		}
		return
	}
	meters := map[string]*meter{}
	for _, i := range worded {
		m, doubtful := r.wordMeter(all[i])
		if m == nil {
			out[i] = r.wordless(all[i], doubtful)
			continue
		}
		if meters[m.scale.ID] == nil {
			r.noteScale(m)
			meters[m.scale.ID] = m
		}
		out[i] = meters[m.scale.ID]
	}
}

// noteScale says which scale was recognised by its words.
func (r *reader) noteScale(m *meter) {
	if m.scale.Source == rating.Detected {
		r.journal.add(place{}, "detected_scale", m.scale.ID, "", "the words are those of the scale %s", describe(m.scale))
	}
}

// wordMeter returns the one scale that fits the words, or those between which
// the words do not decide.
func (r *reader) wordMeter(e evidence) (*meter, []candidate) {
	if e.no && len(e.words)+len(e.numbers)+len(e.labels) == 0 {
		return nil, nil // NO alone may be No or not observed
	}
	found := candidates(e)
	if different := distinctScales(found, e); len(different) > 1 {
		return nil, different
	}
	if len(found) > 0 {
		return found[0].meter, nil
	}
	return learned(e), nil
}

// learned returns the scale of words that stand beside their numbers
// somewhere, or of Roman numbers; nil where a word does neither.
func learned(e evidence) *meter {
	m := openMeter()
	for word, values := range e.labels {
		for _, v := range values {
			m.learn(e.written[word], v)
		}
	}
	for word, written := range e.words {
		if _, ok := m.words[word]; ok && !m.doubtful[word] {
			continue
		}
		if _, ok := roman[written]; !ok {
			return nil
		}
	}
	if e.no && len(e.numbers) == 0 && len(e.words) == 0 {
		return nil
	}
	return m
}

// wordless returns a meter that refuses the words of an indicator, saying
// why.
func (r *reader) wordless(e evidence, doubtful []candidate) *meter {
	m := openMeter()
	v := verdict{code: "unknown_label", text: "%q is no level of a scale that is known"}
	switch {
	case len(e.numbers) > 0:
		v = verdict{code: "not_a_score", text: "%q is not a score: the others are numbers"}
	case len(doubtful) > 1:
		var ids, names []string
		for _, c := range doubtful[:min(len(doubtful), 4)] {
			ids = append(ids, fmt.Sprintf("%s (%s)", c.meter.scale.ID, describeWords(c.scale)))
			if c.rubric != nil {
				names = append(names, "--rubric "+c.rubric.ID)
			}
		}
		v = verdict{code: "ambiguous_label", text: "%q can be read on several scales: " + strings.ReplaceAll(strings.Join(ids, " or "), "%", "%%")}
		v.hint = strings.Join(append(names, `--scale "…" with the levels from low to high`), " or ")
	}
	for word, written := range e.words {
		w := v
		w.text = fmt.Sprintf(v.text, shorten(written))
		m.refused[word] = w
	}
	if e.no {
		m.refused["no"] = verdict{code: "ambiguous_no", text: "NO may be No or Not Observed"}
	}
	return m
}

// describeWords lists the labels of a scale.
func describeWords(s rubric.Scale) string {
	var all []string
	for _, level := range s.Levels {
		all = append(all, level.Label)
	}
	return strings.Join(all, ", ")
}

// numberMeters gives the indicators that are left the scale of the numbers
// that occur.
func (r *reader) numberMeters(all []evidence, out []*meter) {
	m := openMeter()
	for i := range out {
		if out[i] == nil {
			out[i] = m
		}
	}
}

// pool puts the evidence of several indicators together.
func pool(all []evidence, which []int) evidence {
	p := newEvidence()
	for _, i := range which {
		maps.Copy(p.numbers, all[i].numbers)
		maps.Copy(p.words, all[i].words)
		for word, spelling := range all[i].written { // the first in order, whatever the order of the indicators
			if before, ok := p.written[word]; !ok || spelling < before {
				p.written[word] = spelling
			}
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
	out := make([]*meter, r.indicators.count())
	made := map[string]*meter{}
	missing := map[string]bool{}
	for _, word := range rub.NotObserved {
		missing[fold(word)] = true
	}
	for i := range out {
		in, known := rub.Match(r.indicators.name(int32(i)))
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
			r.journal.add(place{}, "reversed", in.ID, "", "%s runs the other way: its scores are turned round", r.indicators.name(int32(i)))
		}
		out[i] = made[key]
		if !known && len(rub.Indicators) > 0 {
			r.journal.add(place{}, "unknown_indicator", r.indicators.name(int32(i)), "",
				"%q is no indicator of %s: read on its first scale", r.indicators.name(int32(i)), rub.ID)
		}
	}
	return out
}
