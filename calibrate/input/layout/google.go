package layout

import "github.com/cb401426/calibrate/calibrate/input/cell"

// googleLayout is the sheet behind a Google form.
var googleLayout = Layout{
	ID: "google_forms", Title: "a Google form's sheet",
	sign: func(t *table) *signature { return signGoogle(t, false) },
}

// googleZipLayout is the CSV that Google Forms itself offers, in a zip file:
// its times name the zone.
var googleZipLayout = Layout{
	ID: "google_forms_zip", Title: "a Google form's download",
	sign: func(t *table) *signature { return signGoogle(t, true) },
}

// zipTime is how a download writes the time of an answer.
var zipTime = cell.NewPattern(`^\d{4}/\d{1,2}/\d{1,2} .*(?:GMT|UTC|[A-Z]{3,4})(?:[+-]\d.*)?$`)

// stamp are the words for the first column, in the languages of Google Forms.
const stamp = "timestamp|zeitstempel|marca temporal|horodateur|carimbo de data hora|informazioni cronologiche|tijdstempel"

func signGoogle(t *table, zip bool) *signature {
	h := findHeader(t, stamp)
	if h < 0 || findColumn(t, h, stamp) != 0 || isLong(t, h) {
		return nil
	}
	s := &signature{labels: plainLabels(t, h), rows: dataRows(t, h+1), sure: 0.97, why: "its first column is the time of the answer"}
	times, zipped := 0, 0
	for _, row := range s.rows {
		if text := t.sheet.At(row, 0); zipTime.MatchString(text) {
			zipped++
		} else if cell.IsTime(text) {
			times++
		}
	}
	if times+zipped == 0 && len(s.rows) > 0 || (zipped > times) != zip {
		return nil
	}
	s.labels[0].field = Time
	return s
}
