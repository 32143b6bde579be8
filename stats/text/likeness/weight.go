package likeness

import (
	"math"

	"github.com/cb401426/calibrate/stats/text/language"
)

// How much a feature of each kind counts beside a word, and how large a share
// of reasons is taken to use one that no list names.
const (
	numberFactor  = 0.8
	timeFactor    = 1.2
	quoteFactor   = 0.7
	conceptFactor = 1.5
	countFactor   = 0.8
	verdictFactor = 0.3 // likeness rests on what was seen, not on the verdict
	rareShare     = 0.01
	conceptShare  = 0.05
)

// priorItems is the number of items that the general share of a feature
// counts for beside the file's own.
const priorItems = 20

// weightOf returns what a feature says that occurs in some of a file's items:
// minus the logarithm of its share,
//
//	p = (items with it + 20 × its general share) / (items + 20)
//
// less one, so that what a third of all items use says nothing, times the
// factor of its kind. The general share stands for further items
// (an inverse document frequency with a prior), so that a file of a single
// item has a background too.
func weightOf(lang *language.Language, name string, with, items int) float64 {
	share, factor := general(lang, name)
	p := (float64(with) + priorItems*share) / (float64(items) + priorItems)
	return factor * max(0, -math.Log(min(1, p))-1)
}

// general returns the share of a feature in any file and the factor of its
// kind.
func general(lang *language.Language, name string) (share, factor float64) {
	key, share, factor := name, rareShare, 1.0
	switch name[0] {
	case ofNumber:
		key, factor = name[1:], numberFactor
	case ofCount:
		factor = countFactor
	case ofTime:
		factor = timeFactor
	case ofQuote:
		factor = quoteFactor
	case language.OfConcept:
		share, factor = conceptShare, conceptFactor
	default:
		if lang.Judges(name) {
			factor = verdictFactor
		}
	}
	if known, ok := lang.Share(key); ok {
		share = known
	}
	return share, factor
}
