package statistics

import (
	"context"
	"fmt"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats/agree"
)

// paradoxical are the coefficients that fall where one level prevails.
var paradoxical = []string{
	"fleiss_kappa", "krippendorff_alpha", "cohen_kappa", "conger_kappa", "scott_pi", "light_kappa", "van_oest",
}

// prevalence explains, with the ratings' own counts, a kappa that is low
// although agreement is high: a note at the first such coefficient of a part.
func prevalence(ctx context.Context, e *estimation) error {
	for _, p := range e.parts {
		at := slices.IndexFunc(e.out.Coefficients, func(c calibrate.Coefficient) bool {
			return slices.Contains(paradoxical, c.ID) && c.Scale == p.scale && c.Of == p.of
		})
		if at < 0 {
			continue
		}
		v, err := p.agreement().Prevalence(ctx)
		if err != nil {
			return err
		}
		if v.Paradox {
			n := calibrate.NewNote("prevalence", pointer("coefficients", at, ""))
			n.Text = paradox(v, p.data.Matrix().Values()[v.Commonest])
			e.extra = append(e.extra, n)
		}
	}
	return nil
}

// paradox words what prevalence does to kappa.
func paradox(v agree.Prevalence, level float64) string {
	s := fmt.Sprintf("kappa is low (%.2f) although agreement is high (%s): %d of %d ratings are %s, "+
		"so ratings dealt out at random would agree %s of the time; ",
		v.Kappa.Or(0), wording.PercentOf(v.Observed.Or(0)), v.AtCommonest, v.Ratings, wording.Level(level),
		wording.PercentOf(v.Chance.Or(0)))
	s += fmt.Sprintf("of %.0f pairs %.0f are apart, where by chance %.0f would be, and kappa sees only how much fewer that is; ",
		v.Pairs, v.PairsApart, v.PairsApartByChance)
	if gwet, ok := v.Gwet.Value(); ok {
		s += fmt.Sprintf("Gwet's AC1, whose chance falls where one level prevails, is %.2f; ", gwet)
	}
	if even, ok := v.Even.Value(); ok {
		s += fmt.Sprintf("Brennan and Prediger's, whose chance is even over the levels, is %.2f; ", even)
	}
	return s + "the agreement is real, but these ratings can hardly show whether raters tell the other levels apart"
}
