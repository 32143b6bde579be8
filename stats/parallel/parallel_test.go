package parallel_test

import (
	"errors"
	"testing"

	"golang.org/x/sync/errgroup"

	"github.com/cb401426/calibrate/stats/parallel"
)

func TestSafely(t *testing.T) {
	var g errgroup.Group
	g.Go(parallel.Safely(func() error { panic("worker") }))
	g.Go(parallel.Safely(func() error { return nil }))
	var fault *parallel.Fault
	if err := g.Wait(); !errors.As(err, &fault) || fault.Value != "worker" {
		t.Errorf("%v", err)
	}
}

func TestGroup(t *testing.T) {
	defer func() {
		fault, ok := recover().(*parallel.Fault)
		if !ok || fault.Value != "inner" {
			t.Errorf("raised %v", fault)
		}
	}()
	var outer parallel.Group
	outer.Go(func() {
		var inner parallel.Group
		inner.Go(func() { panic("inner") })
		inner.Wait()
	})
	for range 3 {
		outer.Go(func() {})
	}
	outer.Wait()
	t.Error("no panic")
}
