package settings

import "github.com/cb401426/calibrate/calibrate/input/source"

// Limits bound a reading.
type Limits struct {
	source.Limits
	Fast int64 // bytes of a file that is worth the fast reading
}

// DefaultLimits hold for every reading.
var DefaultLimits = Limits{Limits: source.DefaultLimits, Fast: 256 << 10}

// Bounds returns the limits of a reading.
func (o *Options) Bounds() Limits {
	if o.Limits != nil {
		return *o.Limits
	}
	return DefaultLimits
}
