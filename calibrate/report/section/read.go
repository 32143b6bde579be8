package section

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
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
		blocks = append(blocks, document.Paragraph{Role: document.Plain, Text: "Scale " + s.ID + ": " +
			strings.Join(LevelNames(s), ", ") + " (" + string(s.Source) + ")."})
	}
	blocks = append(blocks, document.Paragraph{Role: document.Plain, Text: fmt.Sprintf("Layout %s, seed %d, ratings %s.",
		in.Layout, r.Settings.Seed, shortHash(r))})
	if notes := notes(r); len(notes) > 0 {
		blocks = append(blocks, document.Paragraph{Role: document.Plain, Text: "Notes:"}, document.List{Items: notes})
	}
	return blocks
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
			s += ", " + strconv.Itoa(places[key]) + " times"
		}
		list = append(list, s)
	}
	return list
}
