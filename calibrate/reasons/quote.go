package reasons

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/text"
	"github.com/cb401426/calibrate/stats/text/class"
	"github.com/cb401426/calibrate/stats/text/likeness"
)

// Quotes are short: enough to know what was meant.
const (
	longestQuote   = 280 // letters
	mostQuoteWords = 12
	mostCandidates = 12 // reasons a side that are compared for a pair
)

// Ends are two reasons that stand for an item: of a low and of a high rater,
// or of two of the same rating. Either is -1 where there is none.
type Ends struct{ Low, High int }

// Ends chooses the two reasons of an item that show best what may be the
// matter. For disputed facts they are the contradiction; for the same rating,
// two of that rating; else one of either side of the boundary: those that name
// something seen first, then from the far ends, then alike where the reasons
// are alike and else not, then those that tell most. Where nothing was seen
// there are none.
func (a *Reader) Ends(item int32, reading string) Ends {
	if a.Said == nil {
		return Ends{-1, -1}
	}
	s := a.Said
	switch calibrate.Quadrant(reading) {
	case calibrate.NothingSeen:
		return Ends{-1, -1}
	case calibrate.FactsDisputed:
		return a.disputed(item)
	case calibrate.Lucky:
		list := s.best(a.commonest(item), reading)
		return s.choose(list, list, reading)
	}
	lows, highs := a.sides(item, func(*said) bool { return true })
	if len(lows)+len(highs) == 0 {
		list := s.best(s.byItem[item], reading)
		return s.choose(list, list, reading)
	}
	return s.choose(s.best(lows, reading), s.best(highs, reading), reading)
}

// commonest are the reasons for the level that most reasons of an item are for,
// the lower of two.
func (a *Reader) commonest(item int32) []int {
	of := map[uint16][]int{}
	var most []int
	for _, i := range a.Said.byItem[item] {
		level := a.Said.said[i].level
		of[level] = append(of[level], i)
	}
	for _, list := range of {
		if len(list) > len(most) || len(list) == len(most) && a.Said.said[list[0]].level < a.Said.said[most[0]].level {
			most = list
		}
	}
	return most
}

// ItemOf is what the reasons of an item show, or nil.
func (a *Reader) ItemOf(item int) *calibrate.ReasonItem {
	if a.Said == nil {
		return nil
	}
	if k, ok := a.Said.shown[int32(item)]; ok {
		return &a.Reasons.Items[k]
	}
	return nil
}

// ScoreOf is the score that a reason was given for, or none.
func (a *Reader) ScoreOf(reason int) stats.Number {
	if reason < 0 {
		return stats.None(calibrate.NoScore)
	}
	return a.Said.said[reason].scored()
}

// QuotesOf returns the quotes of the ends, the low one first.
func (a *Reader) QuotesOf(e Ends) []calibrate.Quote {
	if a.Said == nil {
		return []calibrate.Quote{}
	}
	return a.Said.quotes(e)
}

// UnseenEnds are a reason for a level and one of somebody who could not
// observe the item.
func (a *Reader) UnseenEnds(item int32, level float64) Ends {
	if a.Said == nil {
		return Ends{-1, -1}
	}
	s := a.Said
	var of []int
	for _, i := range s.byItem[item] {
		if s.said[i].score == level {
			of = append(of, i)
		}
	}
	return s.choose(s.best(of, ""), s.best(s.unseen[item], ""), "")
}

// best returns the candidates for a quote, the best first.
func (s *Sayings) best(list []int, reading string) []int {
	ranked := make([]quality, len(list))
	for k, i := range list {
		ranked[k] = s.quality(i, reading)
	}
	slices.SortStableFunc(ranked, quality.compare)
	best := make([]int, min(len(list), mostCandidates))
	for k := range best {
		best[k] = ranked[k].of
	}
	return best
}

// quality is how well a reason serves as a quote.
type quality struct {
	of                  int // the reason
	evident, kept, fits bool
	telling             int
	mixed               uint64 // of the text: what orders equals
}

// quality rates a reason. For an unclear boundary a reason that also says what
// was made of it tells more; else evidence alone does.
func (s *Sayings) quality(i int, reading string) quality {
	x := &s.said[i]
	boundary := calibrate.Quadrant(reading) == calibrate.UnclearLine
	hash := fnv.New64a()
	hash.Write([]byte(x.text))
	return quality{
		of: i, evident: x.evident(), kept: x.is.Class == class.Evidence && !boundary || x.is.Class == class.Mixed && boundary,
		fits:    utf8.RuneCountInString(x.text) <= longestQuote,
		telling: text.Telling(s.lang, x.text), mixed: hash.Sum64(),
	}
}

// compare orders the better first: what names something seen, quotations,
// counts and times. Equals go by neither the person nor the alphabet.
func (q quality) compare(r quality) int {
	return cmp.Or(first(q.evident, r.evident), first(q.kept, r.kept), first(q.fits, r.fits),
		cmp.Compare(r.telling, q.telling), cmp.Compare(q.mixed, r.mixed))
}

// first orders what is so before what is not.
func first(x, y bool) int {
	switch {
	case x && !y:
		return -1
	case y && !x:
		return 1
	}
	return 0
}

// choose takes a pair of candidates. The lists are in order of quality, which
// decides between equal pairs.
func (s *Sayings) choose(lows, highs []int, reading string) Ends {
	chosen := Ends{-1, -1}
	if len(lows) > 0 {
		chosen.Low = lows[0]
	}
	if len(highs) > 0 {
		chosen.High = highs[0]
	}
	if chosen.Low < 0 || chosen.High < 0 {
		return chosen
	}
	alike := calibrate.Quadrant(reading) == calibrate.Shared || calibrate.Quadrant(reading) == calibrate.UnclearLine
	var best []float64
	for k, i := range lows {
		for l, j := range highs {
			if i == j {
				continue
			}
			x, y := &s.said[i], &s.said[j]
			near := nearness(s.corpus.Similarity(i, j))
			if !alike {
				near = -near
			}
			rank := []float64{oneIf(x.evident()) + oneIf(y.evident()), y.score - x.score, near, float64(-k - l)}
			if best == nil || slices.Compare(rank, best) > 0 {
				best, chosen = rank, Ends{i, j}
			}
		}
	}
	if best == nil { // one reason for both
		chosen.High = -1
	}
	return chosen
}

// nearness is 2 for reasons that are alike, 1 for partly and 0 for unlike ones:
// among those the telling pair is better than the nearest.
func nearness(similarity float64) float64 {
	return oneIf(similarity >= likeness.Cut) + oneIf(similarity >= partly)
}

// oneIf is 1 for what is so.
func oneIf(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// quotes returns the quotes of the ends, the low one first.
func (s *Sayings) quotes(e Ends) []calibrate.Quote {
	list := []calibrate.Quote{}
	for _, i := range []int{e.Low, e.High} {
		if i >= 0 {
			list = append(list, s.said[i].quote())
		}
	}
	return list
}

// quote returns a reason as it may be shown.
func (s *said) quote() calibrate.Quote {
	q := calibrate.Quote{Score: s.scored(), Text: s.excerpt(), Class: s.is.Class, Words: []string{}}
	for _, st := range s.is.Statements {
		for _, w := range st.Words {
			if !slices.Contains(q.Words, w) && len(q.Words) < mostQuoteWords {
				q.Words = append(q.Words, shortened(w, longestQuote/4))
			}
		}
	}
	return q
}

// excerpt is a reason in a line. Of a long one it is what stands from its
// first evidence on, cut at a word.
func (s *said) excerpt() string {
	whole := inLine(s.text)
	if utf8.RuneCountInString(whole) <= longestQuote {
		return whole
	}
	if list := s.statementsOf(class.Evidence, class.Mixed); len(list) > 0 {
		if at := strings.Index(whole, inLine(list[0].Text)); at > 0 {
			return shortened("… "+whole[at:], longestQuote)
		}
	}
	return shortened(whole, longestQuote)
}

// inLine writes a text in one line.
func inLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// shortened cuts a text to so many letters, at a word where one ends near.
func shortened(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	cut := 0
	for n := 0; n < most-2; n++ {
		_, size := utf8.DecodeRuneInString(s[cut:])
		cut += size
	}
	if at := strings.LastIndexByte(s[:cut], ' '); at > cut*2/3 {
		cut = at
	}
	return strings.TrimRight(s[:cut], " ") + " …"
}
