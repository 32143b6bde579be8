package report

import "github.com/cb401426/calibrate/calibrate"

// habits lists what stands out in single raters, each with its evidence.
func habits(r *calibrate.Report) []Block {
	list := List{}
	for _, x := range r.Raters {
		for _, f := range x.Findings {
			list.Items = append(list.Items, who(x)+": "+f.Text+". "+f.Evidence+".")
		}
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []Block{
		list,
		Paragraph{Aside, "A habit is no fault, and one who stands apart may be right. Each kind is found in a team without it at most one time in twenty."},
	}
}
