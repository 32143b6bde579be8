package team

import (
	"github.com/cb401426/calibrate/stats/rating"
)

// Measured is a table measured with the defaults.
func Measured(t *rating.Table) *Stats { return New(t, Options{Confidence: 0.95}) }
