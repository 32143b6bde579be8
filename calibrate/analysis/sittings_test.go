package analysis

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats/rating"
)

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
	f, err := os.Open(filepath.Join("..", "..", "testdata", "reasons", "voices", "planted.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	reports := map[string]*calibrate.Report{}
	right, partly := 0, 0
	for _, row := range rows[1:] {
		file, indicator, planted := row[0], row[1], row[2]
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
	if right < len(rows)-2 {
		t.Errorf("%d of %d are read as they were planted", right, len(rows)-1)
	}
}

func fiveLevels(records []rating.Record) calibrate.Study {
	b := rating.NewBuilder()
	for _, r := range records {
		b.Add(r)
	}
	return calibrate.Study{Table: b.Build([]rating.Scale{rating.NewScale("five", rating.Declared, 1, 2, 3, 4, 5)}, nil), Layout: "long"}
}
