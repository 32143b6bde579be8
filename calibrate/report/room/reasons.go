package room

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/report/section"
	"github.com/cb401426/calibrate/calibrate/wording"
)

func reasonsTitle(r *calibrate.Report) string {
	w := r.Reasons
	seen := w.Evidence + w.Mixed
	switch {
	case w.RatingsWithReason == 0:
		return "Nobody wrote a reason"
	case seen == w.RatingsWithReason:
		return "Every reason names something seen or heard"
	case 2*seen >= w.RatingsWithReason:
		return "Most reasons name something seen or heard"
	}
	return "Most reasons do not name what was seen or heard"
}

// reasonWords say of indicators what their reasons may mean.
var reasonWords = []struct {
	id    calibrate.Quadrant
	words string
}{
	{calibrate.FactsDisputed, "On %s people disagree about what happened: look at the video again."},
	{calibrate.NoticedDifferently, "On %s people may have noticed different things."},
	{calibrate.UnclearLine, "On %s people wrote about the same things: the boundary between the levels may be unclear."},
	{calibrate.PartlyAlike, "On %s the reasons are partly alike."},
	{calibrate.Lucky, "On %s many gave the same rating for different reasons."},
	{calibrate.NothingSeen, "On %s people agree, and nobody wrote what was seen."},
	{calibrate.Shared, "On %s people agree, and for like reasons."},
}

// reasons says what was written, and what it may mean for what to talk about.
func reasons(r *calibrate.Report) []document.Block {
	w := r.Reasons
	if w == nil {
		return nil
	}
	said := []string{written(w) + "."}
	for _, q := range reasonWords {
		var ids []string
		for _, x := range section.FirstItems(r) {
			if x.Reading.OK() && x.Reading.Name() == string(q.id) {
				ids = append(ids, x.Indicator+section.InLesson(r, x.Lesson, x.Round))
			}
		}
		if len(ids) > 0 {
			said = append(said, fmt.Sprintf(q.words, wording.List(ids)))
		}
	}
	blocks := []document.Block{prose("%s", strings.Join(said, " "))}
	for _, x := range section.FirstItems(r) {
		if len(x.Quotes) > 1 {
			where := x.Indicator + section.InLesson(r, x.Lesson, x.Round)
			blocks = append(blocks, prose("What was written on %s, from both ends:", where))
			return append(blocks, section.Quotes(r, x.Indicator, x.Quotes)...)
		}
	}
	return blocks
}

// written says how much was written, and of what kind.
func written(w *calibrate.Reasons) string {
	all := w.RatingsWithReason + w.Missing
	if w.RatingsWithReason == 0 {
		return "None of " + wording.Count(all, "rating") + " has a reason"
	}
	s := fmt.Sprintf("%s of %s %s a reason: %s something seen or heard", wording.Whole(w.RatingsWithReason),
		wording.Count(all, "rating"), wording.Plural(w.RatingsWithReason, "has", "have"), verb(w.Evidence+w.Mixed, "names", "name"))
	if w.Opinion > 0 {
		s += ", " + verb(w.Opinion, "is", "are") + " opinion alone"
	}
	return s
}

// verb is a number with its verb: "65 name", "one names".
func verb(n int, one, many string) string {
	if n == 0 {
		return "none " + one
	}
	return wording.Number(n) + " " + wording.Plural(n, one, many)
}
