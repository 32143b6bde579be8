package calibrate

import (
	"context"
	"sync"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/text"
)

// Reasons is what the raters wrote beside their ratings. The counts of
// classes are reasons of ratings with a score; pairs are two such reasons for
// the same item that both say something.
type Reasons struct {
	RatingsWithReason int       `json:"ratings_with_reason"`
	Missing           int       `json:"missing"` // ratings without one
	Pairs             Quadrants `json:"pairs"`
	// Alike is the share of the pairs whose reasons are alike; AlikeByChance
	// that of reasons for different items.
	Alike         stats.Number      `json:"alike"`
	AlikeByChance stats.Number      `json:"alike_by_chance"`
	Evidence      int               `json:"evidence"`
	Opinion       int               `json:"opinion"`
	Mixed         int               `json:"mixed"`
	Empty         int               `json:"empty"`
	Swept         int               `json:"swept"` // names and addresses
	OpinionWords  []WordCount       `json:"opinion_words"`
	Items         []ReasonItem      `json:"items"`
	Indicators    []ReasonIndicator `json:"indicators"`
	Raters        []ReasonRater     `json:"raters"`
}

// A ReasonItem is the reasons for one item, of which there are two or more.
type ReasonItem struct {
	Lesson    string    `json:"lesson" csv:"lesson"`
	Indicator string    `json:"indicator" csv:"indicator"`
	Round     string    `json:"round,omitempty" csv:"round"`
	Reasons   int       `json:"reasons" csv:"reasons"`
	Quadrants Quadrants `json:"quadrants" csv:"quadrants"`
	// Alike is the share of alike pairs among the reasons that name something
	// seen, and PValue that of deals of the file's reasons that are as alike.
	Alike  stats.Number `json:"alike" csv:"alike"`
	PValue stats.Number `json:"p_value" csv:"p_value"`
	// Reading is the quadrant that the item may be in.
	Reading Label   `json:"reading" csv:"reading"`
	Quotes  []Quote `json:"quotes" csv:"-"`
}

// A Quote is a part of a reason, swept, and the score it was given for; without
// one it is of somebody who could not observe it.
type Quote struct {
	Score stats.Number `json:"score"`
	Text  string       `json:"text"`
	Class text.Class   `json:"class"`
	Words []string     `json:"words"` // what led to the class
}

// A ReasonRater counts what one rater wrote. It is no mark: whoever writes
// little may rate well.
type ReasonRater struct {
	Rater    string `json:"rater" csv:"rater"`
	Reasons  int    `json:"reasons" csv:"reasons"`
	Missing  int    `json:"missing" csv:"missing"`
	Evidence int    `json:"evidence" csv:"evidence"`
	Opinion  int    `json:"opinion" csv:"opinion"`
	Mixed    int    `json:"mixed" csv:"mixed"`
	Empty    int    `json:"empty" csv:"empty"`
}

// written is the work on what was written beside the ratings.
type written struct {
	study   Study
	options Options
	m       *measures
	names   []string   // pseudonyms by rater
	texts   *readTexts // being read
	said    *sayings   // and read, or nil
	reasons *Reasons   // what they show, or nil
	notes   []Note
}

// note adds a note with the words of its code.
func (a *written) note(code, path string) { a.notes = append(a.notes, NewNote(code, path)) }

// read says what the reasons show; ranked are the indicators, those furthest
// apart first.
func (a *written) read(ctx context.Context, ranked []int) error {
	count := a.texts.written
	if count == 0 {
		a.note("no_reasons", "/reasons")
		return nil
	}
	s, cut, err := a.texts.wait()
	if err != nil {
		return err
	}
	if cut {
		a.note("reasons_left_out", "/reasons")
	}
	a.said = s
	r := &Reasons{
		RatingsWithReason: count, Missing: a.study.Table.Ratings() - count,
		Swept: s.swept, Items: []ReasonItem{},
	}
	for i := range s.said {
		if s.said[i].state == rating.Scored {
			countClass(s.said[i].is.Class, &r.Evidence, &r.Opinion, &r.Mixed, &r.Empty)
		}
	}
	a.reasons = r
	if err := a.reasonItems(ctx, r); err != nil {
		return err
	}
	r.OpinionWords = s.opinionWords()
	r.Raters = a.reasonRaters()
	r.Indicators = a.reasonIndicators(ranked)
	return nil
}

// Prepare begins to load the word lists that reasons are read with, while the
// ratings are being read.
func Prepare() { go text.English() }

// readTexts is what was written, read while other sections are computed.
type readTexts struct {
	written int // ratings with a reason
	done    sync.WaitGroup

	said *sayings
	cut  bool // some were left out
	err  error
}

// readReasons starts to read what was written.
func (a *written) readReasons(ctx context.Context) {
	a.texts = &readTexts{}
	for k := range a.study.Table.Ratings() {
		if a.study.Table.HasReason(k) {
			a.texts.written++
		}
	}
	if a.texts.written == 0 {
		return
	}
	r, topic := a.texts, a.topics()
	r.done.Go(func() {
		var list []said
		list, r.cut = a.everySaid(a.m.ranked(), mostReasons)
		r.said, r.err = sweepAndClassify(ctx, text.English(), a.study.Table.Raters(), list, topic)
	})
}

// wait returns what was read.
func (r *readTexts) wait() (s *sayings, cut bool, err error) {
	r.done.Wait()
	return r.said, r.cut, r.err
}

// countClass adds one to the count of a class.
func countClass(c text.Class, evidence, opinion, mixed, empty *int) {
	switch c {
	case text.Evidence:
		*evidence++
	case text.Opinion:
		*opinion++
	case text.Mixed:
		*mixed++
	default:
		*empty++
	}
}

// reasonItems pairs the reasons of each item.
func (a *written) reasonItems(ctx context.Context, r *Reasons) error {
	s, sampled := a.said, false
	chance := newStrangers(s, a.options.Seed)
	r.AlikeByChance = chance.share
	for _, item := range s.items {
		of := s.byItem[item]
		if len(of) < 2 {
			continue
		}
		pairs, err := s.pair(ctx, of, a.options.Seed)
		if err != nil {
			return err
		}
		sampled = sampled || pairs.sampled
		r.Pairs.join(pairs.all)
		it := a.reasonItem(item, of, pairs, chance)
		s.shown[item] = len(r.Items)
		r.Items = append(r.Items, it)
	}
	r.Alike = r.Pairs.alike()
	if sampled {
		a.note("pairs_sampled", "/reasons/pairs")
	}
	return nil
}

// reasonItem describes the reasons of one item.
func (a *written) reasonItem(item int32, of []int, pairs pairing, chance *strangers) ReasonItem {
	lesson, indicator, round := itemNames(a.study.Table, int(item))
	it := ReasonItem{
		Lesson: lesson, Indicator: indicator, Round: round, Reasons: len(of),
		Quadrants: pairs.all, Alike: pairs.seen.alike(), Quotes: []Quote{},
	}
	it.Reading, it.PValue = chance.reading(pairs, a.m.items[item].exact)
	if !a.options.NoQuotes {
		it.Quotes = a.said.quotes(a.ends(item, it.Reading.Name()))
	}
	return it
}

// itemNames are the names of an item's lesson, indicator and round.
func itemNames(t *rating.Table, item int) (lesson, indicator, round string) {
	it := t.Items()[item]
	return t.Lessons()[it.Lesson], t.Indicators()[it.Indicator], t.Rounds()[it.Round]
}

// reasonRaters counts what each rater wrote.
func (a *written) reasonRaters() []ReasonRater {
	of := make([]ReasonRater, len(a.names))
	for g, name := range a.names {
		of[g].Rater = name
	}
	for k, r := range a.study.Table.All() {
		if !a.study.Table.HasReason(k) {
			of[r.Rater].Missing++
		}
	}
	for i := range a.said.said {
		s := &a.said.said[i]
		if s.state != rating.Scored {
			continue
		}
		r := &of[s.rater]
		r.Reasons++
		countClass(s.is.Class, &r.Evidence, &r.Opinion, &r.Mixed, &r.Empty)
	}
	list := []ReasonRater{}
	for _, r := range of {
		if r.Rater != "" {
			list = append(list, r)
		}
	}
	sortByPseudonym(list, func(r ReasonRater) string { return r.Rater })
	return list
}
