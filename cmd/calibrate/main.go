//go:build !js

// Command calibrate says how far a team of raters is from a shared
// understanding of good instruction.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/outfile"
)

func main() { os.Exit(runInterruptibly()) }

// grace is how long an interrupted run has to end by itself.
const grace = 200 * time.Millisecond

// runInterruptibly runs the program until it is done or a signal ends it. The
// first signal is enough, whatever the program waits for or computes: what it
// has begun to write is taken away, and the exit code is that of the signal.
func runInterruptibly() int {
	// A reader that goes away, as in `calibrate … | head`, is an error of the
	// write, not the end of the program.
	signal.Ignore(syscall.SIGPIPE)
	interrupts := make(chan os.Signal, 1)
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		if !signal.Ignored(s) { // as under nohup
			signal.Notify(interrupts, s)
		}
	}
	command.LimitMemory()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	done := make(chan int, 1)
	go func() { done <- runSafely(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr) }()
	select {
	case code := <-done:
		return code
	case s := <-interrupts:
		cancel()
		select {
		case <-done:
		case <-time.After(grace):
		}
		outfile.Abandon()
		return exitSignal(s)
	}
}

// exitSignal is the exit code of a run that a signal has ended.
func exitSignal(s os.Signal) int {
	if number, ok := s.(syscall.Signal); ok {
		return 128 + int(number)
	}
	return command.ExitInterrupted
}
