package analysis

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/text/texttest"
)

// plantedFile says what was built into each sitting.
const plantedFile = "voices/planted.csv"

// readingOfPlanted is how the items of a planted structure are to be read.
var readingOfPlanted = map[string][]calibrate.Quadrant{
	"shared": {calibrate.Shared, calibrate.PartlyAlike}, "different": {calibrate.Lucky}, "boundary": {calibrate.UnclearLine},
	"noticed": {calibrate.NoticedDifferently}, "disputed": {calibrate.FactsDisputed}, "nothing_seen": {calibrate.NothingSeen},
}

// differs are the readings that say that reasons differ.
var differs = []string{string(calibrate.Lucky), string(calibrate.NoticedDifferently)}

// TestPlanted: what was built into the sittings is found. Reasons that are more
// alike than chance are never told to differ, nor those of a shared item: such
// as are not alike enough are partly alike.
func TestPlanted(t *testing.T) {
	rows := texttest.Rows(t, plantedFile)
	reports := map[string]*calibrate.Report{}
	right, partly := 0, 0
	for _, row := range rows {
		file, indicator, planted := row["session"], row["indicator"], row["planted"]
		if reports[file] == nil {
			reports[file] = analysed(t, fiveLevels(recordsOf(t, "voices/"+file)), calibrate.Options{Seed: 1})
		}
		for _, x := range reports[file].Reasons.Items {
			if x.Indicator != indicator {
				continue
			}
			ok := false
			for _, q := range readingOfPlanted[planted] {
				ok = ok || x.Reading.Name() == string(q)
			}
			if ok {
				right++
			}
			if x.Reading.Name() == string(calibrate.PartlyAlike) {
				partly++
			}
			if (planted == "shared" || x.PValue.Or(1) <= 0.05) && slices.Contains(differs, x.Reading.Name()) {
				t.Errorf("%s, %s: p %v, read as %s", file, indicator, x.PValue, x.Reading.Name())
			}
			t.Logf("%v %-20s %-34s %-13s read as %-20s p %.3f alike %.2f", ok, file, indicator, planted, x.Reading.Name(), x.PValue.Or(9), x.Alike.Or(9))
		}
	}
	if partly == 0 {
		t.Error("no item is read as partly alike")
	}
	if right < len(rows)-1 {
		t.Errorf("%d of %d are read as they were planted", right, len(rows))
	}
}

func fiveLevels(records []rating.Record) calibrate.Study {
	b := rating.NewBuilder()
	for _, r := range records {
		b.Add(r)
	}
	return calibrate.Study{Table: b.Build([]rating.Scale{rating.NewScale("five", rating.Declared, 1, 2, 3, 4, 5)}, nil), Layout: "long"}
}

// TestSharedInPartOfATeam: with five drawn of each team, at most one in ten of
// its shared items is read as different reasons. docs/reasons.md has the shares
// of four, five and six, of more draws.
func TestSharedInPartOfATeam(t *testing.T) {
	const draws, part = 4, 5
	wrong, all := 0, 0
	random := rand.New(rand.NewPCG(1, part))
	shared := sharedOf(t)
	for _, file := range slices.Sorted(maps.Keys(shared)) {
		records := recordsOf(t, "voices/"+file)
		var raters []string
		for _, r := range records {
			if !slices.Contains(raters, r.Rater) {
				raters = append(raters, r.Rater)
			}
		}
		for range draws {
			random.Shuffle(len(raters), func(i, j int) { raters[i], raters[j] = raters[j], raters[i] })
			drawn := slices.DeleteFunc(slices.Clone(records), func(r rating.Record) bool { return !slices.Contains(raters[:part], r.Rater) })
			for _, x := range analysed(t, fiveLevels(drawn), calibrate.Options{Seed: 1}).Reasons.Items {
				if slices.Contains(shared[file], x.Indicator) {
					all++
					wrong += oneIf(slices.Contains(differs, x.Reading.Name()))
				}
			}
		}
	}
	if t.Logf("%d of %d", wrong, all); all < 50 || wrong*10 > all {
		t.Errorf("%d of %d shared items are read as different reasons", wrong, all)
	}
}

// sharedOf lists the items of each sitting that were planted as shared.
func sharedOf(t *testing.T) map[string][]string {
	t.Helper()
	of := map[string][]string{}
	for _, row := range texttest.Rows(t, plantedFile) {
		if row["planted"] == "shared" {
			of[row["session"]] = append(of[row["session"]], row["indicator"])
		}
	}
	return of
}

func oneIf(b bool) int {
	if b {
		return 1
	}
	return 0
}
