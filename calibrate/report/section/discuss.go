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
	list := document.List{Ordered: true}
	for _, p := range ByRank(r.Indicators) {
		if p.Discuss {
			spread := document.Histogram{Counts: p.Distribution, Labels: levelsOf(r, p.Scale)}
			list.Items = append(list.Items, Label(p)+": "+spread.Words()+wins(r, p))
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

// wins says what settling a place would win.
func wins(r *calibrate.Report, p calibrate.Breakdown) string {
	if !p.Settled.Exact.OK() || !r.Alignment.Exact.Value.OK() {
		return ""
	}
	return fmt.Sprintf(". If settled, %s of pairs would agree instead of %s.",
		wording.Percent(p.Settled.Exact), wording.Percent(r.Alignment.Exact.Value))
}
