package command

import (
	"context"
	"errors"
	"slices"
	"strings"
	"unicode"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/input/large"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/stats/parallel"
)

// Exit codes.
const (
	ExitDone        = 0
	ExitUnmet       = 1
	ExitUsage       = 2
	ExitInput       = 3
	ExitOther       = 4
	ExitInterrupted = 130
)

// An ExitMeaning says what an exit code means.
type ExitMeaning struct {
	Code  int    `json:"code"`
	Means string `json:"means"`
}

// ExitCodes is the closed list of the exit codes.
var ExitCodes = []ExitMeaning{
	{ExitDone, "done; a reader that goes away, as in `… | head`, changes neither this nor any code below"},
	{ExitUnmet, "a gate (`--fail-under`, `--fail-over`) is not met, or its figure is not available; the report is written all the same"},
	{ExitUsage, "usage: a flag, a value, a flag that is given twice, and what a flag names and is not there: a column, round, sheet, rubric, master or schema"},
	{ExitInput, "input missing, unreadable or invalid; nothing is written"},
	{ExitOther, "output, a full temporary folder, a fault of the program (one line, no trace), or anything else"},
	{128 + 1, "hung up (SIGHUP)"},
	{ExitInterrupted, "interrupted (SIGINT)"},
	{128 + 15, "terminated (SIGTERM)"},
}

// UsageError is a mistake in the command line, with what to do.
type UsageError struct {
	Err  error
	hint string
}

func (e UsageError) Error() string { return e.Err.Error() }
func (e UsageError) Unwrap() error { return e.Err }

// Usage is a mistake in the command line, with what to do.
func Usage(err error, hint string) error { return UsageError{Err: err, hint: hint} }

// analysisError is an error of the analysis, with what to do where the command
// line asked for what the ratings do not have.
func analysisError(err error) error {
	var unknown *calibrate.UnknownColumnError
	var keyless *calibrate.NeedsMasterError
	switch {
	case errors.As(err, &unknown):
		return Usage(err, "see what was read with calibrate check")
	case errors.As(err, &keyless):
		return Usage(err, "name it with --master")
	}
	return err
}

// inputError is trouble with what was to be read.
type inputError struct{ error }

func (e inputError) Unwrap() error { return e.error }

// Unread is trouble with what was to be read.
func Unread(err error) error { return inputError{error: err} }

// unmetError says which gates are not met, each on a line.
type unmetError []string

func (e unmetError) Error() string { return strings.Join(e, "\n") }

// ExitCode maps an error to the exit code.
func ExitCode(ctx context.Context, err error) int {
	var usage UsageError
	var read inputError
	var unmet unmetError
	var kept *large.KeepError
	var fault *parallel.Fault
	switch {
	case err == nil:
		return ExitDone
	case ctx.Err() != nil:
		return ExitInterrupted
	case errors.As(err, &fault), errors.As(err, &kept):
		return ExitOther
	case errors.As(err, &unmet):
		return ExitUnmet
	case errors.As(err, &usage), asked(err):
		return ExitUsage
	case errors.As(err, &read):
		return ExitInput
	}
	return ExitOther
}

// asked reports whether all that is wrong with the input is that a flag names
// what it does not have: a round, a sheet or a column.
func asked(err error) bool {
	var faults *problem.Faults
	if !errors.As(err, &faults) || len(*faults) == 0 {
		return false
	}
	for _, p := range *faults {
		if !slices.Contains([]string{"no_such_round", "no_such_sheet", "no_such_column"}, p.Code) {
			return false
		}
	}
	return true
}

// ErrSaid is an error whose words the result holds already.
var ErrSaid = errors.New("said in the result")

// Safe makes a message safe to show on a terminal, whatever of the data is in
// it: control characters, a terminal's escapes among them, become a visible
// mark, and what turns the direction of the text is dropped.
func Safe(message string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.Is(unicode.Bidi_Control, r):
			return -1
		case unicode.IsControl(r):
			return unicode.ReplacementChar
		case r == '\u2028' || r == '\u2029': // ends of lines to some terminals
			return ' '
		}
		return r
	}, strings.ToValidUTF8(message, "\ufffd"))
}
