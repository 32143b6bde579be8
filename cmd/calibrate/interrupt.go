package main

import (
	"context"
	"io"
)

// interruptible is a reader that gives up when its context ends, though the
// one below goes on waiting: a pipe that nobody writes to must not hold up an
// interrupt.
type interruptible struct {
	ctx    context.Context
	below  io.Reader
	buffer []byte
}

func (r *interruptible) Read(b []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	type result struct {
		n   int
		err error
	}
	if len(r.buffer) < len(b) {
		r.buffer = make([]byte, len(b))
	}
	// A read that is given up may still write: never into the caller's bytes.
	buffer, got := r.buffer[:len(b)], make(chan result, 1)
	go func() {
		n, err := r.below.Read(buffer)
		got <- result{n, err}
	}()
	select {
	case <-r.ctx.Done():
		return 0, r.ctx.Err()
	case x := <-got:
		return copy(b, buffer[:x.n]), x.err
	}
}
