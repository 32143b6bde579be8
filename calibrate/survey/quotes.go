package survey

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/survey/answers"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/gap"
	"github.com/cb401426/calibrate/stats/text/class"
	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/sweep"
)

// A quote from an end is shown where at least this many people stand there:
// with fewer it would tell whose arrow is whose.
const (
	fewestAtEnd = 3
	mostQuotes  = 2 // from each end
	longest     = 280
)

// quotes returns reasons from both ends of what is not shared.
func quotes(d *answers.Dimension, of *Dimension) []Quote {
	list := []Quote{}
	by := d.Should
	switch of.Reading {
	case gap.SeeDifferently:
		by = d.Is
	case gap.Opposite, gap.WantDifferently:
	default:
		return list
	}
	middle := (d.Low + d.High) / 2
	if v, ok := mean(by).Value(); ok {
		middle = v
	}
	for _, end := range []string{"low", "high"} {
		people := 0
		var said []string
		for p, a := range by {
			v, ok := a.Value()
			if !ok || (v < middle) != (end == "low") || v == middle {
				continue
			}
			people++
			if reason := strings.TrimSpace(d.Reasons[p]); reason != "" && !slices.Contains(said, reason) {
				said = append(said, reason)
			}
		}
		if people < fewestAtEnd {
			continue
		}
		byTelling(said)
		for _, reason := range said[:min(mostQuotes, len(said))] {
			list = append(list, Quote{End: end, Text: reason})
		}
	}
	return list
}

// mostGeneral bounds the quotes out of what people wrote of all at once.
const mostGeneral = 4

// general returns what tells most of what people wrote of all dimensions at
// once. Fewer than five who wrote would know who wrote what.
func general(a *answers.Answers) []Quote {
	said := slices.Clone(a.General)
	list := []Quote{}
	if len(said) < fewest {
		return list
	}
	byTelling(said)
	said = slices.Compact(said)
	for _, reason := range said[:min(mostGeneral, len(said))] {
		list = append(list, Quote{Text: reason})
	}
	return list
}

// byTelling sorts reasons, what tells most first.
func byTelling(said []string) {
	slices.SortFunc(said, func(a, b string) int { return cmp.Or(-cmp.Compare(telling(a), telling(b)), cmp.Compare(a, b)) })
}

// telling is how much a reason tells: what was seen before what is thought of
// it, then the longer.
func telling(said string) int {
	n := min(len(said), longest)
	switch class.Classify(language.English(), said).Class {
	case class.Evidence:
		n += 2 * longest
	case class.Mixed:
		n += longest
	}
	return n
}

// swept returns the answers with the names of people taken out of what they
// wrote.
func swept(a *answers.Answers) *answers.Answers {
	texts := slices.Clone(a.General)
	for i := range a.Dimensions {
		texts = append(texts, a.Dimensions[i].Reasons...)
	}
	s := sweep.NewSweeper(language.English(), a.People, texts)
	out := *a
	out.General = slices.Clone(a.General)
	for k, said := range out.General {
		out.General[k] = s.Sweep(said).Text
	}
	out.Dimensions = slices.Clone(a.Dimensions)
	for i := range out.Dimensions {
		d := &out.Dimensions[i]
		d.Reasons = slices.Clone(d.Reasons)
		for p, said := range d.Reasons {
			if said != "" {
				d.Reasons[p] = s.Sweep(said).Text
			}
		}
	}
	return &out
}

// mean is the mean of the answers that were given.
func mean(list []stats.Number) stats.Number {
	sum, n := 0.0, 0.0
	for _, a := range list {
		if v, ok := a.Value(); ok {
			sum += v
			n++
		}
	}
	if n == 0 {
		return stats.None(stats.NoPairs)
	}
	return stats.Of(sum / n)
}
