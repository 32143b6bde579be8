package catalogue

import (
	"sync"

	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/icc"
	"github.com/cb401426/calibrate/stats/rank"
	"github.com/cb401426/calibrate/stats/rating"
)

// Data is a Matrix prepared for all coefficients, so that they share the work
// of counting. It is safe for concurrent use.
type Data struct {
	*agree.Data
	// Made when they are first asked for.
	icc  func() *icc.Data
	rank func() *rank.Data
}

// Prepare returns the Data of m.
func Prepare(m *rating.Matrix) *Data {
	return &Data{
		Data: agree.Prepare(m),
		icc:  sync.OnceValue(func() *icc.Data { return icc.Prepare(m) }),
		rank: sync.OnceValue(func() *rank.Data { return rank.Prepare(m) }),
	}
}
