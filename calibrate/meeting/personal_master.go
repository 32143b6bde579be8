package meeting

import (
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/team"
)

// againstMaster compares a rater with the answer key, nil without one.
func againstMaster(k *team.Master, rater int32, standard *calibrate.Standard) *calibrate.PersonalMaster {
	if k == nil {
		return nil
	}
	x := &calibrate.PersonalMaster{Meets: calibrate.NoAnswer(stats.NotApplicable)}
	var sum team.Shares
	difference := 0.0
	sheets := map[[2]int32][2]float64{} // lesson and round: near, rated
	for _, c := range k.All() {
		row, _ := k.M.Table.Row(c.Item)
		at := slices.Index(row, rater)
		if at < 0 {
			continue
		}
		x.Items++
		sum = sum.Plus(c.Near[at], 1)
		difference += (c.Scores[at] - c.Score) / k.M.ScaleOf(c.Item).Step
		it := k.M.Table.Items()[c.Item]
		s := sheets[[2]int32{it.Lesson, it.Round}]
		sheets[[2]int32{it.Lesson, it.Round}] = [2]float64{s[0] + c.Near[at].WithinOne(), s[1] + 1}
	}
	over := func(v float64) stats.Number {
		if x.Items == 0 {
			return stats.None(team.NoMaster)
		}
		return stats.Of(v / float64(x.Items))
	}
	x.Exact, x.WithinOne, x.TwoApart, x.Difference = over(sum.Exact()), over(sum.WithinOne()), over(sum.TwoApart()), over(difference)
	x.Team = k.Figures(k.M.All()).Exact.Value
	if standard.NeedsMaster && x.Items > 0 {
		x.Standard = standard.ID
		x.Meets = calibrate.YesNo(sum.WithinOne() >= team.SheetShare*float64(x.Items)-1e-9)
		if standard.NoIndicators { // each sheet by itself
			good := true
			for _, s := range sheets {
				good = good && s[0] >= team.SheetShare*s[1]-1e-9
			}
			x.Meets = calibrate.YesNo(good)
		}
	}
	return x
}
