package input

// googleLayout is the sheet behind a Google form.
var googleLayout = Layout{
	ID: "google_forms", Title: "a Google form's sheet",
	recognise: func(r *recogniser) *plan { return recogniseGoogle(r, false) },
}

// googleZipLayout is the CSV that Google Forms itself offers, in a zip file:
// its times name the zone.
var googleZipLayout = Layout{
	ID: "google_forms_zip", Title: "a Google form's download",
	recognise: func(r *recogniser) *plan { return recogniseGoogle(r, true) },
}

// zipTime is how a download writes the time of an answer.
var zipTime = newPattern(`^\d{4}/\d{1,2}/\d{1,2} .*(?:GMT|UTC|[A-Z]{3,4})(?:[+-]\d.*)?$`)

// stamp are the words for the first column, in the languages of Google Forms.
const stamp = "timestamp|zeitstempel|marca temporal|horodateur|carimbo de data hora|informazioni cronologiche|tijdstempel"

func recogniseGoogle(r *recogniser, zip bool) *plan {
	s := r.sheet
	h := s.headerRow(stamp)
	if h < 0 || s.column(h, stamp) != 0 || r.isLong(h) {
		return nil
	}
	f := &frame{labels: s.plainLabels(h), rows: s.dataRows(h + 1)}
	times, zipped := 0, 0
	for _, row := range f.rows {
		if cell := s.At(row, 0); zipTime.MatchString(cell) {
			zipped++
		} else if isTime(cell) {
			times++
		}
	}
	if times+zipped == 0 && len(f.rows) > 0 || (zipped > times) != zip {
		return nil
	}
	f.labels[0].field = fieldTime
	p := &plan{sure: 0.97, why: "its first column is the time of the answer"}
	return r.formPlan(f, p)
}

// isLong reports whether a header names an indicator and a score: then a row
// is a rating, whichever form made it.
func (r *recogniser) isLong(h int) bool {
	found := map[field]bool{}
	for _, c := range r.sheet.Rows[h].Cells {
		if f, ok := named(c); ok {
			found[f] = true
		}
	}
	return found[fieldIndicator] && found[fieldScore]
}
