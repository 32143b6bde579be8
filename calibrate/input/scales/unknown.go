package scales

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/settings"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

// labelValue returns the number of a token that holds one.
func labelValue(t cell.Token) (float64, bool) {
	return t.Value, t.Kind == cell.Number || t.Kind == cell.Labelled
}

// A find is some cells that one message is about.
type find struct {
	count    int
	examples []string
	first    problem.Place
}

// find returns the cells that pass a test.
func (r *finder) find(test func(indicator int32, t cell.Token) bool) find {
	var f find
	for i := range r.Count {
		c := r.At(i)
		if !test(c.Indicator, r.Tokens[c.Text]) {
			continue
		}
		at := r.Place(i)
		if f.count == 0 {
			f.first = at
		}
		if f.count++; len(f.examples) < 3 {
			f.examples = append(f.examples, fmt.Sprintf("row %d, %q", at.Row, layout.Shorten(at.Header)))
		}
	}
	return f
}

// where says how many cells there are, with examples.
func (f find) where() string {
	switch {
	case f.count == 1:
		return "1 cell"
	case f.count <= len(f.examples):
		return fmt.Sprintf("%d cells: %s", f.count, strings.Join(f.examples, "; "))
	}
	return fmt.Sprintf("%d cells: %s and others", f.count, strings.Join(f.examples, "; "))
}

// farNumbers refuses numbers that stand far from the others, in one message.
func (r *finder) farNumbers(m *Meter) {
	far := farNumbers(m.seen)
	if len(far) == 0 {
		return
	}
	slices.Sort(far)
	var shown []string
	for _, v := range far {
		shown = append(shown, formatNumber(v))
		m.refused[formatNumber(v)] = Verdict{Code: "far_number", Told: true}
	}
	rest := maps.Clone(m.seen)
	for _, v := range far {
		delete(rest, v)
	}
	values := slices.Sorted(maps.Keys(rest))
	f := r.find(func(_ int32, t cell.Token) bool {
		v, ok := labelValue(t)
		return ok && slices.Contains(far, v)
	})
	flags := "--missing " + strings.Join(shown, ",")
	words := slices.Clone(shown)
	cures := []problem.Cure{
		{Flags: flags, Says: "if that stands for a missing score", Apply: func(o *settings.Options) { o.Missing = append(slices.Clone(o.Missing), words...) }},
		{Flags: "--scale observed", Says: "if it is a level", Apply: func(o *settings.Options) { o.Levels = settings.ObservedLevels }},
	}
	verb := "is"
	if len(far) > 1 {
		verb = "are"
	}
	r.journal.Offer(f.first, "far_number", strings.Join(shown, ", "), "", cures, "%s %s far from the other scores, %s to %s (%s)",
		strings.Join(shown, ", "), verb, formatNumber(values[0]), formatNumber(values[len(values)-1]), f.where())
}

// unknownWords gives indicators whose words are no levels a meter that refuses
// them, and says so once, with the flag that cures it.
func (r *finder) unknownWords(all []evidence, which []int, out []*Meter) {
	if len(which) == 0 {
		return
	}
	var among, alone, doubtful []int // words among numbers; words alone; words of several scales
	for _, i := range which {
		m := openMeter()
		out[i] = m
		for word := range all[i].words {
			m.refused[word] = Verdict{Code: "unknown_label", Told: true}
		}
		if all[i].no {
			m.refused["no"] = Verdict{Code: "ambiguous_no", Told: true}
		}
		_, candidates := wordMeter(all[i], false)
		switch {
		case len(all[i].numbers) > 0:
			among = append(among, i)
		case len(candidates) > 1:
			doubtful = append(doubtful, i)
		default:
			alone = append(alone, i)
		}
	}
	if len(among) > 0 {
		r.wordsAmongNumbers(pool(all, among), among)
	}
	if len(doubtful) > 0 {
		p := pool(all, doubtful)
		_, candidates := wordMeter(p, false)
		if len(candidates) < 2 {
			_, candidates = wordMeter(all[doubtful[0]], false)
		}
		r.doubtfulWords(p, candidates, doubtful)
	}
	if len(alone) > 0 {
		r.wordsAlone(pool(all, alone), alone)
	}
}

// findWords returns the cells with some words of some indicators.
func (r *finder) findWords(words map[string]string, no bool, which []int) find {
	of := map[int32]bool{}
	for _, i := range which {
		of[int32(i)] = true
	}
	return r.find(func(indicator int32, t cell.Token) bool {
		if !of[indicator] || t.Kind != cell.Word {
			return false
		}
		key := cell.Fold(t.Label)
		_, ok := words[key]
		return ok || no && key == "no"
	})
}

// wordsAmongNumbers says that words stand where the other cells are numbers.
func (r *finder) wordsAmongNumbers(e evidence, which []int) {
	f := r.findWords(e.words, e.no, which)
	words := slices.SortedFunc(maps.Values(e.words), rating.CompareNatural)
	if e.no {
		words = append(words, "No")
	}
	var cures []problem.Cure
	if len(words) <= 4 {
		missing := slices.Clone(words)
		cures = []problem.Cure{{
			Flags: "--missing " + layout.ShellWord(strings.Join(words, ",")), Says: "if that stands for a missing score",
			Apply: func(o *settings.Options) { o.Missing = append(slices.Clone(o.Missing), missing...) },
		}}
	}
	text := fmt.Sprintf("%s is not a score: the others are numbers (%s)", problem.QuoteSome(words), f.where())
	if len(words) > 1 {
		text = fmt.Sprintf("%s are not scores: the others are numbers (%s)", problem.QuoteSome(words), f.where())
	}
	r.journal.Offer(f.first, "not_a_score", words[0], "", cures, "%s", text)
}

// doubtfulWords says that words can be read on several scales.
func (r *finder) doubtfulWords(e evidence, candidates []candidate, which []int) {
	f := r.findWords(e.words, e.no, which)
	words := slices.SortedFunc(maps.Values(e.words), rating.CompareNatural)
	var ids []string
	var cures []problem.Cure
	for _, c := range candidates[:min(len(candidates), 3)] {
		ids = append(ids, fmt.Sprintf("%s (%s)", c.meter.scale.ID, describeWords(c.scale)))
		scale := scaleFlag(c.scale)
		if parsed, err := rubric.ParseScale(scale); err == nil {
			cures = append(cures, problem.Cure{Flags: "--scale " + layout.ShellWord(scale), Says: "for " + c.meter.scale.ID, Apply: func(o *settings.Options) { o.Scale = &parsed }})
		}
	}
	r.journal.Offer(f.first, "ambiguous_label", words[0], "", cures,
		"%s can be read on several scales: %s (%s)", problem.QuoteSome(words), strings.Join(ids, " or "), f.where())
}

// scaleFlag writes a scale as --scale takes it.
func scaleFlag(s rubric.Scale) string {
	var all []string
	for _, level := range s.Levels {
		all = append(all, formatNumber(level.Value)+"="+level.Label)
	}
	return strings.Join(all, ",")
}

// describeWords lists the labels of a scale.
func describeWords(s rubric.Scale) string {
	var all []string
	for _, level := range s.Levels {
		all = append(all, level.Label)
	}
	return strings.Join(all, ", ")
}

// wordsAlone says that the words are no levels of a scale that is known, and
// offers the order that they probably have, or none.
func (r *finder) wordsAlone(e evidence, which []int) {
	f := r.findWords(e.words, e.no, which)
	words := slices.SortedFunc(maps.Values(e.words), rating.CompareNatural)
	if e.no && len(words) == 0 {
		yesNo, _ := rubric.ParseScale("Yes,No")
		r.journal.Offer(f.first, "ambiguous_no", "No", "", []problem.Cure{
			{Flags: "--scale Yes,No", Says: "if it is No", Apply: func(o *settings.Options) { o.Scale = &yesNo }},
			{Flags: "--missing No", Says: "if it means not observed", Apply: func(o *settings.Options) { o.Missing = append(slices.Clone(o.Missing), "No") }},
		}, "NO may be No or Not Observed (%s)", f.where())
		return
	}
	if e.no {
		words = append(words, "No")
	}
	if len(words) > mostWords {
		r.journal.Add(f.first, "unknown_label", words[0], "", "%d different words, which are no levels of a scale that is known: %s (%s)",
			len(words), problem.QuoteSome(words), f.where())
		return
	}
	ordered, known := orderWords(words)
	var cures []problem.Cure
	flag := strings.Join(ordered, ",")
	if grades(words) { // A is the best
		slices.Reverse(ordered)
		best := strings.Join(ordered, ",")
		if parsed, err := rubric.ParseScale(best); err == nil {
			cures = append(cures, problem.Cure{Flags: "--scale " + layout.ShellWord(best), Says: "if " + ordered[len(ordered)-1] + " is the best", Apply: func(o *settings.Options) { o.Scale = &parsed }})
		}
	}
	if parsed, err := rubric.ParseScale(flag); err == nil {
		says := "if that is their order from low to high"
		if !known {
			says = "with the words in their order from low to high"
		}
		cures = append(cures, problem.Cure{Flags: "--scale " + layout.ShellWord(flag), Says: says, Apply: func(o *settings.Options) { o.Scale = &parsed }})
	}
	cures = append(cures, problem.Cure{Flags: "--scale nominal", Says: "if they have no order", Apply: func(o *settings.Options) { o.Levels = settings.NominalLevels }})
	if !known {
		slices.Reverse(cures)
	}
	r.journal.Offer(f.first, "unknown_label", words[0], "", cures, "%s are no levels of a scale that is known (%s)", problem.QuoteSome(words), f.where())
}

// grades reports whether words are the letters of school grades.
func grades(words []string) bool {
	for _, w := range words {
		if len(w) != 1 || !strings.Contains("ABCDEF", strings.ToUpper(w)) {
			return false
		}
	}
	return len(words) > 1
}

// mostWords is the number of different words up to which they can be levels.
const mostWords = 20
