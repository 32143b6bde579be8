package column

import (
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/region"
)

// profileRows is how many rows a column is judged by.
const profileRows = 3000

// New profiles the columns of labels and settles what they are whatever
// the layout.
func New(t *region.Table, labels []region.Label, rows []int) *Frame {
	f := &Frame{Table: t, Rows: rows, Sampled: region.Sample(rows, profileRows)}
	f.Columns = make([]Column, len(labels))
	for i, l := range labels {
		f.Columns[i] = Column{Label: l, profile: profileOf(t, f.Sampled, l.Index), Named: header.Namings(l.Text), Pos: i}
	}
	for i := range f.Columns {
		settle(f, &f.Columns[i])
	}
	sideNotes(f)
	shareCodes(f)
	untickedBoxes(f)
	reasonsBeside(f)
	settleBeside(f)
	settleSummaries(f)
	settleComputed(f)
	settleUnlike(f)
	return f
}
