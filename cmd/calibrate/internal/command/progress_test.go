package command

import (
	"bytes"
	"context"
	"errors"
	"io"
	"testing"
	"time"

	"github.com/cb401426/calibrate/calibrate/input"
)

func TestProgressText(t *testing.T) {
	for _, tt := range []struct {
		state input.Progress
		want  string
	}{
		{input.Progress{}, "calibrate: reading"},
		{input.Progress{Rows: 3_400_000, Share: 0.25}, "calibrate: 3,400,000 rows, 1,700,000 a second, 25%, 6s left"},
		{input.Progress{Rows: 999}, "calibrate: 999 rows, 499 a second"},
		{input.Progress{Rows: 1000, Share: 1, Read: true}, "calibrate: 1,000 rows read, working"},
	} {
		if got := progressText(tt.state, 2*time.Second); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.state, got, tt.want)
		}
	}
}

// What is piped gets messages and no line that moves.
func TestNoProgressWhenPiped(t *testing.T) {
	var out bytes.Buffer
	p := &progress{out: &out}
	p.start()
	p.tell(input.Progress{Rows: 5})
	if p.done != nil {
		t.Error("started though no terminal is there")
	}
	io.WriteString(p, "calibrate: a message\n")
	p.Stop()
	if out.String() != "calibrate: a message\n" {
		t.Errorf("wrote %q", out.String())
	}
}

// A pipe that nobody writes to does not hold up an interrupt.
func TestInterruptible(t *testing.T) {
	below, feed := io.Pipe()
	defer feed.Close()
	ctx, cancel := context.WithCancel(t.Context())
	r := &interruptible{ctx: ctx, below: below}
	go feed.Write([]byte("rater,score\n"))
	b := make([]byte, 100)
	if n, err := r.Read(b); err != nil || string(b[:n]) != "rater,score\n" {
		t.Fatalf("read %q, %v", b[:n], err)
	}
	cancel()
	if _, err := r.Read(b); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	ctx, cancel = context.WithCancel(t.Context())
	r = &interruptible{ctx: ctx, below: below}
	time.AfterFunc(5*time.Millisecond, cancel)
	if _, err := r.Read(b); !errors.Is(err, context.Canceled) {
		t.Errorf("error while waiting: %v", err)
	}
}
