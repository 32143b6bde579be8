package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// update writes the golden files anew.
var update = flag.Bool("update", false, "write the golden files anew")

// TestMain is the program itself where it goes by its name, and puts it under
// that name on the path of the tests.
func TestMain(m *testing.M) {
	if strings.TrimSuffix(filepath.Base(os.Args[0]), ".exe") == "calibrate" {
		main()
	}
	os.Exit(withProgram(m.Run))
}

// moduleRoot is the directory of go.mod, absolute, as scripts change the working
// directory.
var moduleRoot string

// programFile is the program as a file, for what starts it as a process.
var programFile string

// withProgram runs the tests with the program on the path.
func withProgram(tests func() int) int {
	var err error
	if moduleRoot, err = filepath.Abs("../.."); err != nil {
		log.Fatal(err)
	}
	own, err := os.Executable()
	if err != nil {
		log.Fatal(err)
	}
	folder, err := os.MkdirTemp("", "calibrate-program")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	programFile = filepath.Join(folder, "calibrate"+strings.TrimPrefix(filepath.Ext(own), ".test"))
	if err := os.Symlink(own, programFile); err != nil {
		log.Fatal(err)
	}
	os.Setenv("PATH", folder+string(filepath.ListSeparator)+os.Getenv("PATH"))
	return tests()
}

// TestScripts runs the commands as users do; see testdata/script. A line that
// begins with calibrate is run within the test, which takes a tenth of the time;
// one with exec is a process of its own, for what hangs on that: the
// environment, standard input, a shell.
func TestScripts(t *testing.T) {
	t.Parallel()
	samples := filepath.Join(moduleRoot, "testdata")
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join(samples, "script"),
		UpdateScripts: *update,
		Setup: func(e *testscript.Env) error {
			e.Setenv("TESTDATA", samples)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"calibrate": succeeds, "exits": exits, "each": each},
	})
}

// succeeds runs the program, which must exit with 0, or with another code where
// the line begins with an exclamation mark.
func succeeds(ts *testscript.TestScript, neg bool, args []string) {
	if got := runWithin(ts, args); (got == 0) == neg {
		ts.Fatalf("exit code %d", got)
	}
}

// exits runs the program, which must end with the given code: exits 3 calibrate …,
// or exits 3 exec calibrate …
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 || args[1] == "exec" && len(args) < 3 {
		ts.Fatalf("usage: exits code [exec] command [argument]…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if args[1] != "exec" {
		got = runWithin(ts, args[2:])
	} else if err := ts.Exec(args[2], args[3:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d\nstderr: %s", got, want, ts.ReadFile("stderr"))
	}
}

// each runs the program with every choice of words, which all must succeed; what
// they print follows each other: each 'score|check' 'json|csv' calibrate {1} --format {2} file.
func each(ts *testscript.TestScript, neg bool, args []string) {
	program := slices.Index(args, "calibrate")
	if neg || program < 1 {
		ts.Fatalf("usage: each choices… calibrate [argument]…")
	}
	runs := [][]string{args[program+1:]}
	for i, choices := range args[:program] {
		var more [][]string
		for _, choice := range strings.Split(choices, "|") {
			for _, args := range runs {
				var chosen []string
				for _, arg := range args {
					replaced := strings.ReplaceAll(arg, fmt.Sprintf("{%d}", i+1), choice)
					if arg == replaced {
						chosen = append(chosen, arg)
					} else {
						chosen = append(chosen, strings.Fields(replaced)...)
					}
				}
				more = append(more, chosen)
			}
		}
		runs = more
	}
	for _, args := range runs {
		if got := runWithin(ts, args); got != 0 {
			ts.Fatalf("calibrate %s: exit code %d", strings.Join(args, " "), got)
		}
	}
}

// inFolder guards the working directory, of which a process has one.
var inFolder sync.Mutex

// runWithin runs the program in the script's folder and returns its exit code.
func runWithin(ts *testscript.TestScript, args []string) int {
	return runIn(ts.MkAbs("."), args, ts.Stdout(), ts.Stderr())
}

// runIn runs the program in a folder and returns its exit code.
func runIn(dir string, args []string, stdout, stderr io.Writer) int {
	inFolder.Lock()
	defer inFolder.Unlock()
	before, err := os.Getwd()
	if err == nil {
		err = os.Chdir(dir)
	}
	if err != nil {
		log.Panic(err)
	}
	defer os.Chdir(before)
	return runSafely(context.Background(), args, strings.NewReader(""), stdout, stderr)
}
