package room

import (
	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/report/section"
)

func groupsTitle(r *calibrate.Report) string { return "By " + r.Settings.By }

// groups shows each group that is not withheld. There is no row of a person on
// the page to join it to.
func groups(r *calibrate.Report) []document.Block {
	if r.BetweenGroups == nil {
		return nil
	}
	if len(r.Groups) == 0 {
		return []document.Block{prose("Every group has fewer than three people, so none is shown.")}
	}
	blocks := []document.Block{section.GroupTable(r)}
	for _, sentence := range section.Splits(r) {
		blocks = append(blocks, prose("%s", sentence))
	}
	return append(blocks, aside("Groups of fewer than three people are not shown, nor those that could be worked out from the others."))
}
