//go:build unix

package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestSignals ends runs that wait or compute: each within half a second, with
// the exit code of the signal, and nothing left behind.
func TestSignals(t *testing.T) {
	t.Parallel()
	ratings := filepath.Join(moduleRoot, "testdata/samples/walkthrough.csv")
	for name, test := range map[string]struct {
		signal syscall.Signal
		args   []string
		code   int
	}{
		"waits for input":        {syscall.SIGINT, []string{"score", "fifo"}, 130},
		"waits for standard in":  {syscall.SIGTERM, []string{"score", "-"}, 143},
		"waits for a rubric":     {syscall.SIGHUP, []string{"score", "--rubric", "fifo", ratings}, 129},
		"waits for a reader":     {syscall.SIGTERM, []string{"score", "-o", "fifo", "--format", "json", ratings}, 143},
		"waits for a master":     {syscall.SIGINT, []string{"score", "--master", "fifo", ratings}, 130},
		"waits for a report":     {syscall.SIGINT, []string{"render", "fifo"}, 130},
		"waits for a key":        {syscall.SIGTERM, []string{"anonymize", "--key-file", "fifo", ratings}, 143},
		"computes a bootstrap":   {syscall.SIGINT, []string{"stats", "--bootstrap", "1000000", ratings}, 130},
		"computes another":       {syscall.SIGTERM, []string{"score", "--bootstrap", "1000000", "-o", "out.json", ratings}, 143},
		"reads without an end":   {syscall.SIGINT, []string{"check", "--memory", "64GiB", "/dev/urandom"}, 130},
		"makes a large workbook": {syscall.SIGHUP, []string{"template", "--rubric", "fft-2013", "--raters", "many.txt", "--lessons", "L1,L2,L3", "-o", "out.xlsx"}, 129},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if signal.Ignored(test.signal) {
				t.Skip("who runs the tests ignores it, as nohup does, and the program then does too")
			}
			dir := t.TempDir()
			if err := syscall.Mkfifo(filepath.Join(dir, "fifo"), 0o600); err != nil {
				t.Skip(err)
			}
			os.WriteFile(filepath.Join(dir, "many.txt"), []byte(numbers(2000)), 0o600)
			for wait := 300 * time.Millisecond; ; wait *= 2 {
				code, took, said := interrupted(t, programFile, dir, test.args, test.signal, wait)
				if code == -1 && wait < 4*time.Second {
					continue // it had not begun
				}
				if code != test.code || took > time.Second { // half of it, and as much for a busy machine
					t.Errorf("exit code %d, want %d, after %v: %s", code, test.code, took, said)
				}
				break
			}
			if entries, _ := os.ReadDir(dir); len(entries) != 2 {
				t.Errorf("left %v", entries)
			}
		})
	}
}

// interrupted starts a run, sends it a signal after a while and says how it
// ended.
func interrupted(t *testing.T, program, dir string, args []string, signal os.Signal, wait time.Duration) (code int, took time.Duration, said string) {
	t.Helper()
	cmd := exec.Command(programFile, args...)
	var stderr bytes.Buffer
	cmd.Dir, cmd.Stderr = dir, &stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(wait)
	start := time.Now()
	if err := cmd.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	cmd.Wait()
	return cmd.ProcessState.ExitCode(), time.Since(start), stderr.String()
}

// numbers is a list of names.
func numbers(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Rater %d\n", i)
	}
	return b.String()
}

// kills is how often TestKills kills each run. It was run with 20 once.
var kills = flag.Int("kills", 1, "how often TestKills kills each run")

// TestKills kills runs while they write. Whatever output was asked for is there
// whole, as it was before, or not at all; and the next run takes away what was
// left.
func TestKills(t *testing.T) {
	t.Parallel()
	ratings := filepath.Join(moduleRoot, "testdata/samples/walkthrough.csv")
	dir := t.TempDir()
	spring := filepath.Join(moduleRoot, "testdata/rounds/spring.csv")
	survey := filepath.Join(moduleRoot, "testdata/survey/team.csv")
	outputs := [][]string{
		{"score", "-o", "r.json", "--key", "r.csv", ratings}, {"score", "-o", "r.html", ratings}, {"score", "-o", "r.xlsx", ratings},
		{"score", "-o", "r.md", "--individual", "sheets", ratings}, {"score", "-o", "tables/", "--format", "csv", ratings},
		{"score", "-o", "r.json.gz", "--key", "key.json", ratings}, {"stats", "-o", "s.json", ratings},
		{"anonymize", "-o", "a.csv", "--key-file", "k", ratings}, {"archive", "-o", "lines.jsonl", "--by", "role", ratings},
		{"trend", "-o", "trend.json", ratings, spring}, {"reasons", "-o", "reasons.csv", ratings}, {"plan", "-o", "plan.html", ratings},
		{"rasch", "-o", "rasch.json", spring}, {"latent", "-o", "latent.json", spring}, {"survey", "-o", "survey.html", survey},
		{"check", "-o", "check.json", "--settings-out", "settings.yaml", ratings}, {"agenda", "-o", "agenda.html", ratings},
		{"simulate", "-o", "simulated.csv", "--truth", "truth.json"},
		{"template", "-o", "t.xlsx", "--rubric", "fft-2013", "--raters", "Ana", "--lessons", "L1"},
		{"template", "-o", "t.html", "--rubric", "fft-2013", "--lessons", "L1"},
		{"render", "-o", "again.html", "--format", "html", "r.json"},
	}
	run := func(outputs [][]string) {
		for _, args := range outputs {
			var said bytes.Buffer
			if code := runIn(dir, args, &said, &said); code != 0 {
				t.Fatalf("%v: exit code %d: %s", args, code, said.String())
			}
		}
	}
	run(outputs)
	want := whole(t, dir)
	left := 0
	for round := range *kills {
		for i, args := range outputs {
			killAsItWrites(t, dir, args, time.Duration((round+i)%5)*200*time.Microsecond)
			for path, content := range whole(t, dir) {
				if strings.Contains(path, ".calibrate-") {
					left++
				} else if want[path] != content {
					t.Fatalf("%s was left with %d bytes, and has %d", path, len(content), len(want[path]))
				}
			}
		}
	}
	t.Logf("%d temporary files were met", left)
	run(outputs[3:5]) // into every folder
	for path := range whole(t, dir) {
		if strings.Contains(path, ".calibrate-") {
			t.Errorf("%s was left", path)
		}
	}
}

// killAsItWrites starts a run and kills it a while after its first temporary
// file is there.
func killAsItWrites(t *testing.T, dir string, args []string, after time.Duration) {
	t.Helper()
	cmd := exec.Command(programFile, args...)
	cmd.Dir = dir
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		cmd.Wait()
	}()
	mine := fmt.Sprintf(".calibrate-%d-*", cmd.Process.Pid)
	for begun := false; !begun; {
		select {
		case <-ended:
			return
		case <-time.After(400 * time.Microsecond):
			here, _ := filepath.Glob(filepath.Join(dir, mine))
			below, _ := filepath.Glob(filepath.Join(dir, "*", mine))
			begun = len(here)+len(below) > 0
		}
	}
	time.Sleep(after)
	cmd.Process.Kill()
	<-ended
}

// whole reads every file below a folder.
func whole(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		all[path] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
