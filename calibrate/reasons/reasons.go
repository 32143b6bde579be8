package reasons

import (
	"context"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/stats/parallel"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team"
	"github.com/cb401426/calibrate/stats/text/class"
	"github.com/cb401426/calibrate/stats/text/language"
)

// Reader is the work on what was written beside the ratings.
type Reader struct {
	Study   calibrate.Study
	Options calibrate.Options
	M       *team.Stats
	Names   []string           // pseudonyms by rater
	texts   *readTexts         // being read
	Said    *Sayings           // and read, or nil
	Reasons *calibrate.Reasons // what they show, or nil
	Notes   []calibrate.Note
}

// note adds a note with the words of its code.
func (a *Reader) note(code, path string) { a.Notes = append(a.Notes, calibrate.NewNote(code, path)) }

// Read says what the reasons show; ranked are the indicators, those furthest
// apart first.
func (a *Reader) Read(ctx context.Context, ranked []int) error {
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
	a.Said = s
	r := &calibrate.Reasons{
		RatingsWithReason: count, Missing: a.Study.Table.Ratings() - count,
		Swept: s.swept, Items: []calibrate.ReasonItem{},
	}
	for i := range s.said {
		if s.said[i].state == rating.Scored {
			countClass(s.said[i].is.Class, &r.Evidence, &r.Opinion, &r.Mixed, &r.Empty, &r.NotRead)
		}
	}
	r.Languages = s.languages()
	a.Reasons = r
	if err := a.reasonItems(ctx, r); err != nil {
		return err
	}
	r.OpinionWords = s.opinionWords()
	r.Raters = reasonRaters(a)
	r.Indicators = a.reasonIndicators(ranked)
	return nil
}

// Prepare begins to load the word lists that reasons are read with, while the
// ratings are being read.
func Prepare() { go language.English() }

// readTexts is what was written, read while other sections are computed.
type readTexts struct {
	written int // ratings with a reason
	done    parallel.Group

	said *Sayings
	cut  bool // some were left out
	err  error
}

// ReadReasons starts to read what was written.
func (a *Reader) ReadReasons(ctx context.Context) {
	a.texts = &readTexts{}
	for k := range a.Study.Table.Ratings() {
		if a.Study.Table.HasReason(k) {
			a.texts.written++
		}
	}
	if a.texts.written == 0 {
		return
	}
	r, topic := a.texts, a.topics()
	r.done.Go(func() {
		var list []said
		list, r.cut = a.everySaid(team.Ranked(a.M), mostReasons)
		r.said, r.err = sweepAndClassify(ctx, language.English(), a.Study.Table.Raters(), list, topic)
	})
}

// wait returns what was read.
func (r *readTexts) wait() (s *Sayings, cut bool, err error) {
	r.done.Wait()
	return r.said, r.cut, r.err
}

// countClass adds one to the count of a class.
func countClass(c class.Class, evidence, opinion, mixed, empty, notRead *int) {
	switch c {
	case class.Evidence:
		*evidence++
	case class.Opinion:
		*opinion++
	case class.Mixed:
		*mixed++
	case class.Unread:
		*notRead++
	default:
		*empty++
	}
}

// reasonItems pairs the reasons of each item.
func (a *Reader) reasonItems(ctx context.Context, r *calibrate.Reasons) error {
	s, sampled := a.Said, false
	chance := newStrangers(s, a.Options.Seed)
	r.AlikeByChance = chance.share
	for _, item := range s.items {
		of := s.byItem[item]
		if len(of) < 2 {
			continue
		}
		pairs, err := s.pair(ctx, of, a.Options.Seed)
		if err != nil {
			return err
		}
		sampled = sampled || pairs.sampled
		join(&r.Pairs, pairs.all)
		it := reasonItem(a, item, of, pairs, chance)
		s.shown[item] = len(r.Items)
		r.Items = append(r.Items, it)
	}
	r.Alike = alike(r.Pairs)
	if sampled {
		a.note("pairs_sampled", "/reasons/pairs")
	}
	return nil
}

// reasonItem describes the reasons of one item.
func reasonItem(a *Reader, item int32, of []int, pairs pairing, chance *strangers) calibrate.ReasonItem {
	lesson, indicator, round := ItemNames(a.Study.Table, int(item))
	it := calibrate.ReasonItem{
		Lesson: lesson, Indicator: indicator, Round: round, Reasons: len(of),
		Quadrants: pairs.all, Alike: pairs.alike(), Quotes: []calibrate.Quote{},
	}
	it.Reading, it.PValue = a.reading(item, pairs, chance)
	if !a.Options.NoQuotes {
		it.Quotes = a.Said.quotes(a.Ends(item, it.Reading.Name()))
	}
	return it
}

// ItemNames are the names of an item's lesson, indicator and round.
func ItemNames(t *rating.Table, item int) (lesson, indicator, round string) {
	it := t.Items()[item]
	return t.Lessons()[it.Lesson], t.Indicators()[it.Indicator], t.Rounds()[it.Round]
}

// reasonRaters counts what each rater wrote.
func reasonRaters(a *Reader) []calibrate.ReasonRater {
	of := make([]calibrate.ReasonRater, len(a.Names))
	for g, name := range a.Names {
		of[g].Rater = name
	}
	for k, r := range a.Study.Table.All() {
		if !a.Study.Table.HasReason(k) {
			of[r.Rater].Missing++
		}
	}
	for i := range a.Said.said {
		s := &a.Said.said[i]
		if s.state != rating.Scored {
			continue
		}
		r := &of[s.rater]
		r.Reasons++
		countClass(s.is.Class, &r.Evidence, &r.Opinion, &r.Mixed, &r.Empty, &r.NotRead)
	}
	list := []calibrate.ReasonRater{}
	for _, r := range of {
		if r.Rater != "" {
			list = append(list, r)
		}
	}
	privacy.SortByPseudonym(list, func(r calibrate.ReasonRater) string { return r.Rater })
	return list
}
