package command

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"sync"
	"time"

	"golang.org/x/term"

	"github.com/cb401426/calibrate/calibrate/input"
)

const (
	progressAfter = time.Second // what is over sooner shows none
	progressEvery = 200 * time.Millisecond
)

// progress is standard error, with a line below it that says how far a long
// run is. It is wiped before anything else is written.
type progress struct {
	out io.Writer

	mu      sync.Mutex
	started time.Time
	state   input.Progress
	shown   bool
	done    chan struct{} // nil: not running
}

// onTerminal reports whether a line on w can be wiped.
func onTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd())) && os.Getenv("TERM") != "dumb"
}

// start shows the line from a second on.
func (p *progress) start() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.done != nil || !onTerminal(p.out) {
		return
	}
	p.started, p.done = time.Now(), make(chan struct{})
	go p.run(p.done)
}

func (p *progress) run(done chan struct{}) {
	tick := time.NewTicker(progressEvery)
	defer tick.Stop()
	for {
		select {
		case <-done:
			return
		case <-tick.C:
			p.show(done)
		}
	}
}

// Show writes the line anew, unless it is to go.
func (p *progress) show(done chan struct{}) {
	p.mu.Lock()
	defer p.mu.Unlock()
	passed := time.Since(p.started)
	if p.done != done || passed < progressAfter {
		return
	}
	fmt.Fprint(p.out, wipe+progressText(p.state, passed))
	p.shown = true
}

// wipe goes to the start of the line and clears it.
const wipe = "\r\x1b[K"

// tell notes how far the reading is.
func (p *progress) tell(state input.Progress) {
	p.mu.Lock()
	p.state = state
	p.mu.Unlock()
}

// Stop takes the line away.
func (p *progress) Stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.done == nil {
		return
	}
	close(p.done)
	p.done = nil
	if p.shown {
		fmt.Fprint(p.out, wipe)
		p.shown = false
	}
}

// Write writes a message, in place of the line: all messages go through here,
// and are safe for a terminal.
func (p *progress) Write(b []byte) (int, error) {
	p.Stop()
	if _, err := io.WriteString(p.out, Safe(string(b))); err != nil {
		return 0, err
	}
	return len(b), nil
}

// progressText says how far a run is after some time.
func progressText(p input.Progress, passed time.Duration) string {
	rows := grouped(p.Rows) + " rows"
	rate := grouped(int64(float64(p.Rows)/passed.Seconds())) + " a second"
	switch {
	case p.Rows == 0:
		return "calibrate: reading"
	case p.Read:
		return "calibrate: " + rows + " read, working"
	case p.Share <= 0:
		return "calibrate: " + rows + ", " + rate
	}
	left := time.Duration(float64(passed) * (1 - p.Share) / p.Share).Round(time.Second)
	return fmt.Sprintf("calibrate: %s, %s, %d%%, %s left", rows, rate, int(100*p.Share), left)
}

// grouped writes a number with its thousands apart.
func grouped(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
