package scales

import (
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/stats/rating"
)

// labelledMeters reads indicators whose words all stand beside their numbers:
// On the scale of the numbers where the words agree, else each with words of
// its own.
func labelledMeters(all []evidence, worded []int, numbers *Meter, out []*Meter) bool {
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
	if m, _ := wordMeter(p, false); m != nil && !m.open {
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
func (r *finder) wordMeters(all []evidence, worded []int, out []*Meter, romans bool) {
	pooled := pool(all, worded)
	if m, _ := wordMeter(pooled, romans); m != nil {
		r.noteScale(m)
		for _, i := range worded {
			out[i] = m
		}
		return
	}
	meters := map[string]*Meter{}
	var unknown []int
	for _, i := range worded {
		m, _ := wordMeter(all[i], romans)
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
func (r *finder) noteScale(m *Meter) {
	if m.scale.Source == rating.Detected {
		r.journal.Add(problem.Place{}, "detected_scale", m.scale.ID, "", "the words are those of the scale %s", describe(m.scale))
	}
}

// wordMeter returns the one scale that fits the words, or those between which
// the words do not decide.
func wordMeter(e evidence, romans bool) (*Meter, []candidate) {
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
func learned(e evidence, romans bool) *Meter {
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
