package calibrate

import (
	"github.com/cb401426/calibrate/stats"
)

// Reasons of the report's own for a value that is absent.
const (
	// Nominal: the levels are codes without an order.
	Nominal     stats.Reason = "nominal"
	FewLessons  stats.Reason = "few_lessons"
	FewRaters   stats.Reason = "few_raters"
	SmallDesign stats.Reason = "small_design"
	// IntervalHoldsTarget: a figure is short of a standard, and its interval is
	// not.
	IntervalHoldsTarget stats.Reason = "interval_holds_target"
	// NoMaximum: the ratings are fitted without a residual.
	NoMaximum      stats.Reason = "no_maximum"
	GroupWithheld  stats.Reason = "group_withheld"
	NoScore        stats.Reason = "no_score"
	TooFewReasons  stats.Reason = "too_few_reasons"
	PooledOverKind stats.Reason = "pooled_over_indicators"
)

const NoWeights stats.Reason = "no_weights"

// RatersUnknown: the input counts ratings and does not say whose they are.
const RatersUnknown stats.Reason = "raters_unknown"
