package section

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// camps says whether the raters fall into two readings, and what the team
// would be without the one who weighs most.
func camps(r *calibrate.Report) []document.Block {
	if r.Camps == nil || !r.Camps.Found.OK() {
		return nil
	}
	p := wording.Decimal(r.Camps.PValue, 3)
	if r.Camps.Found.No() {
		return []document.Block{document.Paragraph{Text: fmt.Sprintf("The team does not fall into two camps (p = %s).%s", p, withoutOne(r))}}
	}
	blocks := []document.Block{document.Paragraph{Text: fmt.Sprintf("The team falls into two camps, beyond who is severe and beyond one person (p = %s). "+
		"Let someone of each say what they saw before anyone argues.", p)}}
	list := document.List{}
	for _, camp := range r.Camps.Members {
		list.Items = append(list.Items, strings.Join(camp, ", "))
	}
	blocks = append(blocks, list)
	if s := withoutOne(r); s != "" {
		blocks = append(blocks, document.Paragraph{Text: strings.TrimSpace(s)})
	}
	return blocks
}

// leastGain is how much more the others must agree for one rater's leaving to
// be worth a sentence.
const leastGain = 0.02

// withoutOne says what the others' agreement is without the rater whose
// leaving changes it most.
func withoutOne(r *calibrate.Report) string {
	exact, ok := r.Alignment.Exact.Value.Value()
	best, most := "", leastGain
	for _, w := range r.Without {
		if v, has := w.Exact.Value(); ok && has && v-exact > most {
			best, most = w.Rater, v-exact
		}
	}
	if best == "" {
		return ""
	}
	for _, w := range r.Without {
		if w.Rater == best {
			return fmt.Sprintf(" Without %s the others give the same rating %s of the time instead of %s; someone who stands apart may be right.",
				best, wording.Percent(w.Exact), wording.Percent(r.Alignment.Exact.Value))
		}
	}
	return ""
}
