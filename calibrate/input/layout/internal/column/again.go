package column

import (
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
)

// stageHeaders are headers of a column that says before or after the talk.
var stageHeaders = []string{"stage", "vote", "votes", "ballot", "vote stage", "stage of vote", "before or after the talk", "before or after"}

// tellsVotes reports whether a column says of every row whether it was rated
// before the talk or after it: by its header, or by cells that say so whatever
// the header is.
func tellsVotes(_ *Frame, c *Column) (layout.Field, string) {
	called := slices.Contains(stageHeaders, header.Key(c.Text))
	if c.Filled == 0 || c.Numbers > 0 || c.More || !called && (len(c.Distinct) != 2 || namesMore(c)) {
		return "", ""
	}
	met := map[string]bool{}
	for text := range c.Distinct {
		vote := header.VoteOf(text)
		if vote == "" {
			return "", ""
		}
		met[vote] = true
	}
	if !called && len(met) < 2 {
		return "", ""
	}
	return layout.Stage, "it says before or after the talk"
}

// namesMore reports whether a header surely names who rated or what.
func namesMore(c *Column) bool {
	return slices.ContainsFunc(c.Named, func(n header.Naming) bool {
		return n.Sure > 0.9 && slices.Contains([]layout.Field{layout.Lesson, layout.Indicator, layout.Rater, layout.Score, layout.Reason, layout.Round}, n.Field)
	})
}

// How the cells of a column, or the headers of two, say that the same was rated
// again on another occasion: a training between, not a talk.
var (
	beforehand = header.WordSet(`pre prior preliminary`)
	afterwards = header.WordSet(`post following revised revision`)
)

// isOccasion reports whether a column says of each row whether it is from before
// or after something: all its cells begin with a word for the one or the other.
func isOccasion(c *Column) bool {
	if c.More || len(c.Distinct) < 2 || len(c.Distinct) > 4 || namesMore(c) {
		return false
	}
	before, after := false, false
	for text := range c.Distinct {
		words := cell.Words(text)
		if len(words) == 0 || len(words) > 4 || !beforehand[words[0]] && !afterwards[words[0]] {
			return false
		}
		before, after = before || beforehand[words[0]], after || afterwards[words[0]]
	}
	return before && after
}

// Words in headers that are of a vote alone or after the talk: numbers may count
// anything, and a consensus is an answer key.
var (
	alone     = header.WordSet(`before initial independent`)
	discussed = header.WordSet(`after final revote`)
)

// votesAgain takes out of the scores those that were given again, by their word
// and by what they are of: after a talk, as what counts was given alone, or
// before an occasion, as the last round is read.
func votesAgain(f *Frame, words map[string][]int, stem map[int]string) {
	for _, x := range []struct {
		drop, keep map[string]bool
		why        string
	}{
		{discussed, alone, "it was given after the talk, and what is read was given before it"},
		{beforehand, afterwards, "it was given again afterwards, and of several rounds the last is read"},
	} {
		kept := map[string]bool{}
		for word := range x.keep {
			for _, i := range words[word] {
				kept[stem[i]] = true
			}
		}
		for word := range x.drop {
			if slices.ContainsFunc(words[word], func(i int) bool { return !kept[stem[i]] || f.Columns[i].User }) {
				continue
			}
			for _, i := range words[word] {
				f.Columns[i].notScored(layout.LeftOut, x.why)
			}
		}
	}
}
