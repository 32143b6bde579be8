package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall/js"
	"time"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
)

// main serves the page in a browser, whose program this is: the page calls
// calibrate(arguments, done) as a shell runs a command, one at a time, and done
// is called with the exit code, standard output and the messages. Files are
// those of the page's own file system, in memory.
func main() {
	saveTime()
	js.Global().Set("calibrate", js.FuncOf(func(_ js.Value, args []js.Value) any {
		go runForPage(arguments(args[0]), args[1])
		return nil
	}))
	js.Global().Set("calibrateOffers", offers())
	select {}
}

// enoughMemory is what a run may take before memory is collected. A browser has
// one thread for the run and the collector: it has to wait for each.
const enoughMemory = 1 << 30

// saveTime puts off collecting memory to the end of a run.
func saveTime() {
	_ = os.Setenv("GOGC", "off") // what sizes of files would set
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(enoughMemory)
}

// arguments are the words of a command line.
func arguments(list js.Value) []string {
	words := make([]string, list.Length())
	for i := range words {
		words[i] = list.Index(i).String()
	}
	return words
}

// collectAfter is how long after a run its memory is collected.
const collectAfter = 2 * time.Second

// runForPage runs a command and tells the page how it went.
func runForPage(words []string, done js.Value) {
	var stdout, stderr bytes.Buffer
	code := runSafely(context.Background(), words, strings.NewReader(""), &stdout, &stderr)
	output := js.Global().Get("Uint8Array").New(stdout.Len())
	js.CopyBytesToJS(output, stdout.Bytes())
	done.Invoke(code, output, stderr.String())
	time.AfterFunc(collectAfter, runtime.GC) // while the reader reads
}

// An offer is one choice of a list, by the name that its flag takes.
type offer struct {
	ID          string `json:"id"`
	Title       string `json:"title"`
	NeedsMaster bool   `json:"needs_master,omitempty"` // agreed scores beside the ratings
}

// offers is what the page lets people choose from, as JSON.
func offers() string {
	lists := struct {
		Version   string  `json:"version"`
		Standards []offer `json:"standards"`
		Rubrics   []offer `json:"rubrics"`
	}{Version: command.Version()}
	for _, s := range calibrate.Standards {
		lists.Standards = append(lists.Standards, offer{s.ID, s.Name, s.NeedsMaster})
	}
	for _, r := range rubric.Presets() {
		lists.Rubrics = append(lists.Rubrics, offer{ID: r.ID, Title: r.Name})
	}
	content, err := json.Marshal(lists)
	if err != nil {
		panic(err) // texts alone
	}
	return string(content)
}
