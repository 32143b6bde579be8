package input

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/spelling"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

// A meter turns the tokens of an indicator into scores on its scale.
type meter struct {
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
	refused  map[string]verdict // folded words that cannot be read, and why
}

// newMeter returns the meter of a scale.
func newMeter(s rubric.Scale, source rating.Source) *meter {
	m := emptyMeter(s.Rating(source))
	for _, level := range s.Levels {
		for _, name := range level.Names() {
			m.learn(name, level.Value)
		}
	}
	return m
}

// emptyMeter returns a meter without words.
func emptyMeter(s rating.Scale) *meter {
	return &meter{
		scale: s, words: map[string]float64{}, written: map[string]string{},
		doubtful: map[string]bool{}, refused: map[string]verdict{},
	}
}

// openMeter returns a meter of the numbers that occur.
func openMeter() *meter {
	m := emptyMeter(rating.NewScale("observed", rating.Observed))
	m.open = true
	return m
}

// learn adds a word for a level. A word for two levels is for neither.
func (m *meter) learn(word string, value float64) {
	key := cell.Fold(word)
	if before, ok := m.words[key]; ok && before != value {
		m.doubtful[key] = true
	}
	m.words[key] = value
	if shown := cell.Clean(word); m.written[key] == "" || shown < m.written[key] {
		m.written[key] = shown
	}
}

// A verdict is what a token comes to on a scale.
type verdict struct {
	state rating.State
	value float64
	code  string // of the problem, if it has one
	text  string
	hint  string
	cures []problem.Cure
	told  bool // the problem was told already, for all cells together
}

// read returns the score that a token stands for.
func (m *meter) read(t cell.Token) verdict {
	if v, ok := m.refused[cell.Fold(t.Label)]; ok && t.Kind == cell.Word {
		return v
	}
	if v, ok := m.refused[formatNumber(t.Value)]; ok && t.Kind == cell.Number {
		return v
	}
	if value, ok := m.words[cell.Fold(t.Label)]; ok && t.Kind != cell.Labelled && t.Label != "" {
		if m.doubtful[cell.Fold(t.Label)] {
			return verdict{
				code: "ambiguous_label", text: fmt.Sprintf("%q stands for several levels of the scale %s", t.Label, m.scale.ID),
				hint: "write the number with it",
			}
		}
		return m.scored(value)
	}
	switch {
	case (t.Kind == cell.Blank || t.Kind == cell.Gap) && m.unmarked:
		return m.scored(m.scale.Min())
	case (t.Kind == cell.Blank || t.Kind == cell.Gap) && m.blank:
		return verdict{state: rating.NotObserved}
	case t.Kind == cell.Blank || t.Kind == cell.Gap:
		return verdict{state: rating.Blank}
	case t.Kind == cell.NotSeen || m.missing[cell.Fold(t.Label)] && t.Label != "":
		return verdict{state: rating.NotObserved}
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
func (m *meter) number(t cell.Token) verdict {
	if _, ok := m.scale.Index(t.Value); !ok && !m.open {
		return m.offScale(t)
	}
	return m.scored(t.Value)
}

// offScale says that a number is no level.
func (m *meter) offScale(t cell.Token) verdict {
	v := verdict{code: "off_scale", text: fmt.Sprintf("%v is not on the scale %s", t.Value, describe(m.scale))}
	if wider := m.wider(t.Value); wider != "" {
		if scale, err := rubric.ParseScale(wider); err == nil {
			v.cures = append(v.cures, problem.Cure{Flags: "--scale " + wider, Says: "if that is the scale", Apply: func(o *Options) { o.Scale = &scale }})
		}
	}
	v.cures = append(v.cures, missingCure(formatNumber(t.Value)))
	return v
}

// wider writes a scale of whole numbers that reaches as far as a number near it,
// or has half points where the number is one: "" where that makes no scale.
func (m *meter) wider(v float64) string {
	low, high := m.scale.Min(), m.scale.Min()+m.scale.Range()
	if low < 0 || v < 0 || v < low-2 || v > high+2 || v*2 != math.Trunc(v*2) || low != math.Trunc(low) || high != math.Trunc(high) {
		return ""
	}
	scale := formatNumber(math.Floor(min(v, low))) + "-" + formatNumber(math.Ceil(max(v, high)))
	if v != math.Trunc(v) || len(m.scale.Whole()) < len(m.scale.Levels) {
		scale += "/0.5"
	}
	return scale
}

// missingCure is the flag that reads a cell as blank.
func missingCure(word string) problem.Cure {
	return problem.Cure{Flags: "--missing " + layout.ShellWord(layout.Quoted(word)), Says: "to read it as blank", Apply: func(o *Options) { o.Missing = append(slices.Clone(o.Missing), word) }}
}

// labelled reads a number with its word; the two have to agree.
func (m *meter) labelled(t cell.Token) verdict {
	if value, ok := m.words[cell.Fold(t.Label)]; ok && value != t.Value && !m.doubtful[cell.Fold(t.Label)] {
		return verdict{code: "label_mismatch", text: fmt.Sprintf("%q is level %v of the scale %s, and the number says %v",
			t.Label, value, m.scale.ID, t.Value)}
	}
	return m.number(t)
}

// word reads a word that is no level: a Roman number, or NO on a form of
// numbers.
func (m *meter) word(t cell.Token) verdict {
	if value, ok := roman[t.Label]; ok && (m.roman || len(t.Label) > 1) {
		if _, on := m.scale.Index(value); on || m.open {
			return m.scored(value)
		}
	}
	if cell.Fold(t.Label) == "no" {
		return verdict{state: rating.NotObserved, code: "not_observed_no", text: "NO on a scale without No: read as not observed"}
	}
	return m.unknown(t)
}

// unknown says that a word is no level, and which it may be.
func (m *meter) unknown(t cell.Token) verdict {
	v := verdict{code: "unknown_label", text: fmt.Sprintf("%q is no level of the scale %s", layout.Shorten(t.Label), describe(m.scale))}
	if len(m.words) == 0 {
		v = verdict{code: "not_a_score", text: fmt.Sprintf("%q is not a score", layout.Shorten(t.Label))}
		return v
	}
	var known []string
	for word := range m.words {
		known = append(known, word)
	}
	slices.Sort(known)
	if near := spelling.Nearest(t.Label, known); near != "" {
		v.hint = fmt.Sprintf("did you mean %q?", near)
	}
	return v
}

// scored returns the verdict of a level, turned round where the indicator is.
func (m *meter) scored(value float64) verdict {
	if m.reversed {
		value = 2*m.scale.Min() + m.scale.Range() - value
	}
	return verdict{state: rating.Scored, value: value}
}

// faultOf returns the verdict on a cell that can be no score on any scale.
func faultOf(t cell.Token) verdict {
	shown := layout.Shorten(t.Label)
	v := verdict{code: "not_a_score", text: fmt.Sprintf("%q is not a score", shown)}
	switch t.Kind {
	case cell.Two:
		what := "numbers"
		if !strings.ContainsAny(t.Label, "0123456789") {
			what, v.hint = "answers", "write the one that counts"
		}
		v.code, v.text = "two_scores", fmt.Sprintf("%q is not a score: two %s in one cell", shown, what)
	case cell.Date:
		v.code, v.text = "spreadsheet_date", fmt.Sprintf("%q is not a score but a date", shown)
	case cell.Error:
		v.code, v.text = "spreadsheet_error", fmt.Sprintf("%q is a spreadsheet's error", shown)
	}
	if n := len(t.Label); n > 1 && (strings.HasSuffix(t.Label, "+") || strings.HasSuffix(t.Label, "-")) {
		v.hint = "a plus or a minus is no level: write the level"
	}
	if !strings.ContainsAny(t.Label, "\n\"") && len(t.Label) < 40 {
		v.cures = []problem.Cure{missingCure(t.Label)}
	}
	return v
}

// describe names a scale by its levels: 1-4, or Low, Mid, High.
func describe(s rating.Scale) string {
	if len(s.Levels) == 0 {
		return "(no levels)"
	}
	whole := s.Whole()
	lo, hi := whole[0], whole[len(whole)-1]
	text := fmt.Sprintf("%v to %v", lo, hi)
	if float64(len(whole)-1) != hi-lo {
		var all []string
		for _, v := range s.Values() {
			all = append(all, fmt.Sprint(v))
		}
		text = strings.Join(all, ", ")
	} else if len(whole) < len(s.Levels) {
		text += " with half points"
	}
	if s.ID != "" && s.ID != "observed" && s.ID != text && s.Source != rating.Declared {
		return s.ID + " (" + text + ")"
	}
	return text
}

// roman are the numbers up to ten as capitals.
var roman = map[string]float64{
	"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10,
}

// evidence is what the cells of one indicator hold.
type evidence struct {
	numbers map[float64]int      // how often
	words   map[string]string    // folded to written
	labels  map[string][]float64 // folded word to the numbers beside it
	written map[string]string    // folded to one spelling
	unseen  map[string]string    // words for not observed, folded to written
	no      bool                 // a cell that says no

	cells, blank int // how many there are, and how many are empty
}

func newEvidence() evidence {
	return evidence{map[float64]int{}, map[string]string{}, map[string][]float64{}, map[string]string{}, map[string]string{}, false, 0, 0}
}

// worded reports whether words are among the cells.
func (e *evidence) worded() bool {
	return len(e.words) > 0 || len(e.labels) > 0 || e.no && len(e.numbers) == 0
}

// gather returns the evidence of every indicator, from the whole input.
func (r *reader) gather() []evidence {
	all := make([]evidence, r.indicators.Count())
	for i := range all {
		all[i] = newEvidence()
	}
	counts := map[[2]int32]int{}
	for i := range r.entries {
		n := 1
		if r.times != nil {
			n = r.times[i]
		}
		counts[[2]int32{r.entries[i].indicator, r.entries[i].text}] += n
	}
	strayLabels(r, counts)
	remarks(r, counts)
	r.twoWords()
	for key, n := range counts {
		all[key[0]].add(r.texts.tokens[key[1]], n)
	}
	return all
}

// twoWords makes two answers of a cell that joins words which are answers
// elsewhere: "Developing,Proficient".
func (r *reader) twoWords() {
	known := map[string]bool{}
	for _, t := range r.texts.tokens {
		if t.Kind == cell.Word || t.Kind == cell.Labelled {
			known[cell.Fold(t.Label)] = true
		}
	}
	for i := range r.texts.tokens {
		t := &r.texts.tokens[i]
		if t.Kind != cell.Word && t.Kind != cell.Junk {
			continue
		}
		parts := strings.FieldsFunc(t.Label, func(c rune) bool { return strings.ContainsRune(",;|/&+", c) })
		if len(parts) > 1 && !slices.ContainsFunc(parts, func(part string) bool { return !known[cell.Fold(part)] }) {
			*t = cell.Token{Kind: cell.Two, Label: t.Label}
		}
	}
}

// strayLabels makes no scores of the few cells whose words stand behind a
// number where all others are bare numbers: "2 students" is no 2. Words that
// are levels of a scale that is known stay.
func strayLabels(r *reader, counts map[[2]int32]int) {
	bare, labelled := 0, 0
	for key, n := range counts {
		switch r.texts.tokens[key[1]].Kind {
		case cell.Number:
			bare += n
		case cell.Labelled:
			labelled += n
		}
	}
	if labelled == 0 || labelled*10 > bare {
		return
	}
	for i := range r.texts.tokens {
		t := &r.texts.tokens[i]
		if t.Kind == cell.Labelled && !header.IsLevel(t.Label, r.layoutOptions()) {
			*t = cell.Token{Kind: cell.Junk, Label: r.texts.texts[i]}
		}
	}
}

// remarks takes the words behind numbers for remarks where they are no names of
// levels: the same words stand behind other numbers as well, or a number has
// more words than one level can have names.
func remarks(r *reader, counts map[[2]int32]int) {
	labels, values, cells := map[string]map[float64]bool{}, map[float64]bool{}, 0
	for key, n := range counts {
		t := r.texts.tokens[key[1]]
		if t.Kind != cell.Labelled {
			continue
		}
		if header.IsLevel(t.Label, r.layoutOptions()) {
			return
		}
		label := cell.Fold(t.Label)
		if labels[label] == nil {
			labels[label] = map[float64]bool{}
		}
		labels[label][t.Value], values[t.Value] = true, true
		cells += n
	}
	several := 0
	for _, of := range labels {
		if len(of) > 1 {
			several++
		}
	}
	if len(labels) < 2 || 2*several < len(labels) && len(labels) <= 2*len(values) {
		return
	}
	for i := range r.texts.tokens {
		if t := &r.texts.tokens[i]; t.Kind == cell.Labelled {
			*t = cell.Token{Kind: cell.Number, Value: t.Value, Loose: t.Loose}
		}
	}
	r.journal.Add(problem.Place{}, "remarks", "", "", "words stand behind the numbers of %d cells, and name no levels: the numbers are read without them", cells)
}

// add notes n cells of a token.
func (e *evidence) add(t cell.Token, n int) {
	key := cell.Fold(t.Label)
	e.cells += n
	switch t.Kind {
	case cell.Blank, cell.Gap:
		e.blank += n
	case cell.Number:
		e.numbers[t.Value] += n
	case cell.Labelled:
		e.numbers[t.Value] += n
		keepFirst(e.written, key, cell.Clean(t.Label))
		if !slices.Contains(e.labels[key], t.Value) {
			e.labels[key] = append(e.labels[key], t.Value)
		}
	case cell.NotSeen:
		keepFirst(e.unseen, key, t.Label)
	case cell.Word:
		if key == "no" {
			e.no = true
		} else {
			keepFirst(e.words, key, t.Label)
		}
	}
}

// keepFirst keeps the first spelling in order, whatever the order of the cells.
func keepFirst(into map[string]string, key, written string) {
	if before, ok := into[key]; !ok || written < before {
		into[key] = written
	}
}

// candidates returns the scales whose words include all that were written,
// and whose levels all the numbers.
func candidates(e evidence) []candidate {
	var out []candidate
	try := func(s rubric.Scale, from *rubric.Rubric) {
		m := newMeter(s, rating.Detected)
		if fits(m, e) {
			out = append(out, candidate{m, s, from})
		}
	}
	for _, s := range rubric.WordScales {
		try(s, nil)
	}
	for _, p := range rubric.Presets() {
		for _, s := range p.Scales {
			try(s, p)
		}
	}
	return likeliest(out, e)
}

// usual is the number of levels beyond which a scale of words is rare.
const usual = 5

// likeliest drops long scales where one of five levels or fewer fits, and
// scales with levels that nobody gave where one has none.
func likeliest(all []candidate, e evidence) []candidate {
	keep := func(test func(candidate) bool) {
		if slices.ContainsFunc(all, test) {
			all = slices.DeleteFunc(all, func(c candidate) bool { return !test(c) })
		}
	}
	keep(func(c candidate) bool { return len(c.scale.Levels) <= usual })
	keep(func(c candidate) bool { return c.meter.complete(e) })
	return all
}

// complete reports whether every level of a scale occurs, in words.
func (m *meter) complete(e evidence) bool {
	given := map[float64]bool{}
	for word := range e.words {
		given[m.words[word]] = true
	}
	if _, ok := m.words["no"]; ok && e.no {
		given[m.words["no"]] = true
	}
	return len(e.words) > 0 && len(given) == len(m.scale.Levels)
}

// A candidate is a scale that fits, and the rubric it comes from.
type candidate struct {
	meter  *meter
	scale  rubric.Scale
	rubric *rubric.Rubric
}

// fits reports whether a scale has all the words and numbers.
func fits(m *meter, e evidence) bool {
	for word := range e.words {
		if _, ok := m.words[word]; !ok || m.doubtful[word] {
			return false
		}
	}
	if _, ok := m.words["no"]; e.no && len(e.words) == 0 && len(e.numbers) == 0 && !ok {
		return false
	}
	for word, values := range e.labels {
		for _, v := range values {
			if known, ok := m.words[word]; !ok || known != v && !m.doubtful[word] {
				return false
			}
		}
	}
	for v := range e.numbers {
		if _, ok := m.scale.Index(v); !ok {
			return false
		}
	}
	return true
}

// distinctScales returns one candidate of each set of levels and meanings
// that the written words can have.
func distinctScales(all []candidate, e evidence) []candidate {
	seen := map[string]bool{}
	var out []candidate
	for _, c := range all {
		var key strings.Builder
		fmt.Fprint(&key, c.meter.scale.Values())
		for _, word := range slices.Sorted(mapsKeys(e.words)) {
			fmt.Fprint(&key, ";", word, c.meter.words[word])
		}
		if !seen[key.String()] {
			seen[key.String()] = true
			out = append(out, c)
		}
	}
	return out
}

// mapsKeys yields the keys of a map.
func mapsKeys[K cmp.Ordered, V any](m map[K]V) func(func(K) bool) {
	return func(yield func(K) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}
