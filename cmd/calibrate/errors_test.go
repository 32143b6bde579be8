package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/sync/errgroup"

	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/cb401426/calibrate/stats/parallel"
)

// A worker's panic is an error of the program, wherever it is met: its exit
// code is neither that of usage nor of input, and no trace is shown.
func TestFault(t *testing.T) {
	var g errgroup.Group
	g.Go(parallel.Safely(func() error { panic("worker") }))
	err := g.Wait()
	for _, met := range []error{err, command.Unread(err), command.UsageError{Err: err}, fmt.Errorf("part: %w", err)} {
		if code := command.ExitCode(t.Context(), met); code != command.ExitOther {
			t.Errorf("%v: exit code %d", met, code)
		}
	}
	if !strings.Contains(err.Error(), "a fault of the program, not of your files: worker") {
		t.Error(err)
	}
	var said bytes.Buffer
	code := runSafely(t.Context(), []string{"score", "-"}, panicking{}, &bytes.Buffer{}, &said)
	if code == command.ExitUsage || strings.Contains(said.String(), "goroutine") {
		t.Errorf("exit code %d: %s", code, said.String())
	}
}

// panicking is an input whose reader has a fault.
type panicking struct{}

func (panicking) Read([]byte) (int, error) { panic("reader") }
