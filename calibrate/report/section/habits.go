package section

import (
	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
)

// habits lists what stands out in single raters, each with its evidence.
func habits(r *calibrate.Report) []document.Block {
	list := document.List{}
	for _, x := range r.Raters {
		for _, f := range x.Findings {
			list.Items = append(list.Items, who(x)+": "+f.Text+". "+f.Evidence+".")
		}
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []document.Block{
		list,
		document.Paragraph{Role: document.Aside, Text: "A habit is no fault, and one who stands apart may be right. Each kind is found in a team without it at most one time in twenty."},
	}
}
