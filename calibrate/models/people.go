package models

import (
	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/privacy"
)

// people are the ids of raters by name: the pseudonyms of a report.
type people map[string]string

func idsOf(study calibrate.Study, o calibrate.Options) people {
	ids := people{}
	for _, e := range privacy.Key(study, o) {
		ids[e.Name] = e.ID
	}
	return ids
}
