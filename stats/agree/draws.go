package agree

import (
	"context"
	"sync"

	"github.com/cb401426/calibrate/stats"
)

// mostShared bounds the replicates times patterns of draws that are kept.
const mostShared = 1 << 22

// draws keeps how often each pattern stands in the replicates of a plan, so
// that coefficients of the same ratings share them.
type draws struct {
	mu   sync.Mutex
	made map[drawKey]func() ([][]float64, error)
}

// drawKey is what the draws hang on.
type drawKey struct {
	frame      *frame
	unit       stats.Unit
	replicates int
	seed       uint64
}

// of returns the draws of a key, which the first to ask makes. Where that one
// was interrupted, others draw for themselves.
func (d *draws) of(ctx context.Context, key drawKey, draw func() ([][]float64, error)) ([][]float64, error) {
	d.mu.Lock()
	made, ok := d.made[key]
	if !ok {
		made = sync.OnceValues(draw)
		if d.made == nil {
			d.made = map[drawKey]func() ([][]float64, error){}
		}
		d.made[key] = made
	}
	d.mu.Unlock()
	drawn, err := made()
	if err != nil && ctx.Err() == nil {
		return draw()
	}
	return drawn, err
}
