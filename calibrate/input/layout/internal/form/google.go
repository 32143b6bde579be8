package form

import (
	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/region"
)

// Google is the sheet behind a Google form.
var Google = Export{
	ID: "google_forms", Title: "a Google form's sheet",
	Sign: func(t *region.Table) *Signature { return signGoogle(t, false) },
}

// GoogleZip is the CSV that Google Forms itself offers, in a zip file:
// its times name the zone.
var GoogleZip = Export{
	ID: "google_forms_zip", Title: "a Google form's download",
	Sign: func(t *region.Table) *Signature { return signGoogle(t, true) },
}

// zipTime is how a download writes the time of an answer.
var zipTime = cell.NewPattern(`^\d{4}/\d{1,2}/\d{1,2} .*(?:GMT|UTC|[A-Z]{3,4})(?:[+-]\d.*)?$`)

// stamp are the words for the first column, in the languages of Google Forms.
const stamp = "timestamp|zeitstempel|marca temporal|horodateur|carimbo de data hora|informazioni cronologiche|tijdstempel"

func signGoogle(t *region.Table, zip bool) *Signature {
	h := findHeader(t, stamp)
	if h < 0 || findColumn(t, h, stamp) != 0 || isLong(t, h) {
		return nil
	}
	s := &Signature{Labels: plainLabels(t, h), Rows: dataRows(t, h+1), Sure: 0.97, Why: "its first column is the time of the answer"}
	times, zipped := 0, 0
	for _, row := range s.Rows {
		if text := t.Sheet.At(row, 0); zipTime.MatchString(text) {
			zipped++
		} else if cell.IsTime(text) {
			times++
		}
	}
	if times+zipped == 0 && len(s.Rows) > 0 || (zipped > times) != zip {
		return nil
	}
	s.Labels[0].Field = layout.Time
	return s
}
