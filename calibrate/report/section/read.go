package section

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats/rating"
)

// read says what was read, and what is absent and why.
func read(r *calibrate.Report) []document.Block {
	in := &r.Input
	sentence := fmt.Sprintf("%s of %s by %s on %s (%s, %d with two ratings or more).",
		wording.Count(in.Ratings, "rating"), wording.Count(in.Lessons, "lesson"), wording.Count(in.Raters, "rater"),
		wording.Count(in.Indicators, "indicator"), wording.Count(in.Items, "item"), in.ItemsInPairs)
	gaps := fmt.Sprintf("Not observed: %d. Blank: %d. Without a row: %d. Duplicates: %d. Repairs: %d. Reasons: %d.",
		in.NotObserved, in.Blank, in.Absent, in.Duplicates, in.Repairs, in.Reasons)
	blocks := []document.Block{document.Paragraph{Role: document.Plain, Text: sentence}, document.Paragraph{Role: document.Plain, Text: gaps}}
	for _, s := range in.Scales {
		blocks = append(blocks, document.Paragraph{Role: document.Plain, Text: scaleRead(s)})
	}
	blocks = append(blocks, document.Paragraph{Role: document.Plain, Text: fmt.Sprintf("Layout %s, seed %d, ratings %s.",
		in.Layout, r.Settings.Seed, shortHash(r))})
	if notes := notes(r); len(notes) > 0 {
		blocks = append(blocks, document.Paragraph{Role: document.Plain, Text: "Notes:"}, document.List{Items: notes})
	}
	return blocks
}

// scaleRead says which levels a scale has and where it is from.
func scaleRead(s rating.Scale) string {
	name, names := "Scale "+s.ID, strings.Join(LevelNames(s), ", ")
	from := string(s.Source)
	if s.Source == rating.Observed {
		name, from = "Scale", "taken from the ratings"
		if s.ID != string(s.Source) {
			name += " " + s.ID
		}
	}
	if manyLevels(s) {
		names = fmt.Sprintf("%d levels from %s to %s", len(s.Levels), wording.Level(s.Levels[0].Value), wording.Level(s.Levels[len(s.Levels)-1].Value))
	}
	return name + ": " + names + " (" + from + ")."
}

// quietNotes are for programs: a person need not read why these are null.
var quietNotes = []string{"not_applicable", "no_score", "no_null", "pooled_over_indicators"}

// notes lists each code once, with the number of places it stands for.
func notes(r *calibrate.Report) []string {
	var order []string
	places := map[string]int{}
	first := map[string]calibrate.Note{}
	for _, n := range r.Notes {
		if slices.Contains(quietNotes, n.Code) {
			continue
		}
		key := n.Code + n.Text
		if places[key] == 0 {
			order = append(order, key)
			first[key] = n
		}
		places[key]++
	}
	list := make([]string, 0, len(order))
	for _, key := range order {
		n := first[key]
		s := n.Text
		if n.Fix != "" {
			s += " (" + n.Fix + ")"
		}
		if places[key] > 1 {
			s += ", in " + strconv.Itoa(places[key]) + " places"
		}
		list = append(list, s)
	}
	return list
}
