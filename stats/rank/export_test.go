package rank

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// ValueOf returns a coefficient's value alone.
func ValueOf(m *rating.Matrix, c *stats.Coefficient) stats.Number { return valueOf(c, newSample(m)) }

// OwnTest returns a coefficient's own test alone.
func OwnTest(m *rating.Matrix, c *stats.Coefficient) stats.Test {
	return c.Estimator.(statistic).test(newSample(m))
}
