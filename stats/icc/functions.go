package icc

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// OneWay returns ICC(1), of one rating by raters of each item's own. The error
// is that of Options.Check.
func OneWay(m *rating.Matrix, o stats.Options) (stats.Result, error) { return icc11.Of(m, o) }

// OneWayMean returns ICC(k), ICC(1) of the mean of as many ratings as there are
// raters. The error is that of Options.Check.
func OneWayMean(m *rating.Matrix, o stats.Options) (stats.Result, error) { return icc1k.Of(m, o) }

// OneWayMeanK0 returns ICC(1) of the mean of as many ratings as an item has on
// average. The error is that of Options.Check.
func OneWayMeanK0(m *rating.Matrix, o stats.Options) (stats.Result, error) { return icc1k0.Of(m, o) }

// Agreement returns ICC(A,1), of one rating, raters' severity counted as error.
// The error is that of Options.Check.
func Agreement(m *rating.Matrix, o stats.Options) (stats.Result, error) { return iccA1.Of(m, o) }

// AgreementMean returns ICC(A,k), ICC(A,1) of the mean of as many ratings as
// there are raters. The error is that of Options.Check.
func AgreementMean(m *rating.Matrix, o stats.Options) (stats.Result, error) { return iccAk.Of(m, o) }

// AgreementMeanK0 returns ICC(A,1) of the mean of as many ratings as an item
// has on average. The error is that of Options.Check.
func AgreementMeanK0(m *rating.Matrix, o stats.Options) (stats.Result, error) { return iccAk0.Of(m, o) }

// Consistency returns ICC(C,1), of one rating, raters' severity taken out. The
// error is that of Options.Check.
func Consistency(m *rating.Matrix, o stats.Options) (stats.Result, error) { return iccC1.Of(m, o) }

// ConsistencyMean returns ICC(C,k), ICC(C,1) of the mean of as many ratings as
// there are raters. The error is that of Options.Check.
func ConsistencyMean(m *rating.Matrix, o stats.Options) (stats.Result, error) { return iccCk.Of(m, o) }

// ConsistencyMeanK0 returns ICC(C,1) of the mean of as many ratings as an item
// has on average. The error is that of Options.Check.
func ConsistencyMeanK0(m *rating.Matrix, o stats.Options) (stats.Result, error) {
	return iccCk0.Of(m, o)
}

// LinConcordance returns Lin's concordance correlation of two raters. The error
// is that of Options.Check.
func LinConcordance(m *rating.Matrix, o stats.Options) (stats.Result, error) { return linCCC.Of(m, o) }
