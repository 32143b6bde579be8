package section

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// discuss names the indicators to take up first.
func discuss(r *calibrate.Report) []document.Block {
	list := document.List{Ordered: true, Heads: true}
	for _, p := range ByRank(r.Indicators) {
		if p.Discuss {
			list.Items = append(list.Items, Label(p)+": "+spreadWords(r, p)+wins(r, p))
		}
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []document.Block{list}
}

// ByRank returns the places with those furthest apart first.
func ByRank(places []calibrate.Breakdown) []calibrate.Breakdown {
	places = slices.Clone(places)
	slices.SortFunc(places, func(a, b calibrate.Breakdown) int { return cmp.Compare(a.Rank, b.Rank) })
	return places
}

// spreadWords says who said what, where an indicator is a single item: over
// lessons the counts would be of ratings, not of people.
func spreadWords(r *calibrate.Report, p calibrate.Breakdown) string {
	if p.Items == 1 {
		return spreadOfPlace(r, p) + "."
	}
	return fmt.Sprintf("any two of you gave the same rating %s of the time.", wording.Percent(p.Exact.Value))
}

// wins says what agreeing on a place would bring.
func wins(r *calibrate.Report, p calibrate.Breakdown) string {
	now := r.Alignment.Exact.Value
	if !p.Settled.Exact.OK() || !now.OK() || wording.Percent(now) == wording.Percent(p.Settled.Exact) {
		return ""
	}
	return fmt.Sprintf(" Agreeing here would bring the team from %s to %s.", wording.Percent(now), wording.Percent(p.Settled.Exact))
}
