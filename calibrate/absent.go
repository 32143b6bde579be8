package calibrate

import (
	"github.com/cb401426/calibrate/stats"
)

// Named returns the Label of a name.
func Named(name string) Label { return Label{name: name} }

// NoLabel returns an absent Label with its reason.
func NoLabel(why stats.Reason) Label { return Label{reason: why} }
