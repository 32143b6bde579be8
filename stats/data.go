package stats

import (
	"reflect"
	"sync"

	"github.com/cb401426/calibrate/stats/rating"
)

// Data is a Matrix prepared for coefficients: what several of them work out
// about it is worked out once. It is safe for concurrent use.
type Data struct {
	matrix *rating.Matrix
	mu     sync.Mutex
	views  map[reflect.Type]any
}

// Prepare returns the Data of m.
func Prepare(m *rating.Matrix) *Data {
	return &Data{matrix: m, views: map[reflect.Type]any{}}
}

// Matrix returns the Matrix that the Data was prepared from.
func (d *Data) Matrix() *rating.Matrix { return d.matrix }

// View returns what prepare makes of the Matrix of d: the same one each time
// that it is asked for, one of each type.
func View[T any](d *Data, prepare func(*rating.Matrix) *T) *T {
	kind := reflect.TypeFor[T]()
	d.mu.Lock()
	defer d.mu.Unlock()
	if v, ok := d.views[kind]; ok {
		return v.(*T)
	}
	v := prepare(d.matrix)
	d.views[kind] = v
	return v
}
