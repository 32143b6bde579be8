package main

import (
	"context"
	"errors"
	"slices"
	"strings"
	"unicode"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/input"
	"github.com/cb401426/calibrate/stats/parallel"
)

// Exit codes.
const (
	exitDone        = 0
	exitUnmet       = 1
	exitUsage       = 2
	exitInput       = 3
	exitOther       = 4
	exitInterrupted = 130
)

// usageError is a mistake in the command line, with what to do.
type usageError struct {
	err  error
	hint string
}

func (e usageError) Error() string { return e.err.Error() }
func (e usageError) Unwrap() error { return e.err }

// analysisError is an error of the analysis, with what to do where the command
// line asked for what the ratings do not have.
func analysisError(err error) error {
	var unknown *calibrate.UnknownColumnError
	var keyless *calibrate.NeedsMasterError
	switch {
	case errors.As(err, &unknown):
		return usageError{err, "see what was read with calibrate check"}
	case errors.As(err, &keyless):
		return usageError{err, "name it with --master"}
	}
	return err
}

// inputError is trouble with what was to be read.
type inputError struct{ error }

func (e inputError) Unwrap() error { return e.error }

// unmetError says which gates are not met, each on a line.
type unmetError []string

func (e unmetError) Error() string { return strings.Join(e, "\n") }

// exitCode maps an error to the exit code.
func exitCode(ctx context.Context, err error) int {
	var usage usageError
	var read inputError
	var unmet unmetError
	var kept *input.KeepError
	var fault *parallel.Fault
	switch {
	case err == nil:
		return exitDone
	case ctx.Err() != nil:
		return exitInterrupted
	case errors.As(err, &fault), errors.As(err, &kept):
		return exitOther
	case errors.As(err, &unmet):
		return exitUnmet
	case errors.As(err, &usage), asked(err):
		return exitUsage
	case errors.As(err, &read):
		return exitInput
	}
	return exitOther
}

// asked reports whether all that is wrong with the input is that a flag names
// what it does not have: a round, a sheet or a column.
func asked(err error) bool {
	var faults *input.Faults
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

// errSaid is an error whose words the result holds already.
var errSaid = errors.New("said in the result")

// safe makes a message safe to show on a terminal, whatever of the data is in
// it: control characters, a terminal's escapes among them, become a visible
// mark, and what turns the direction of the text is dropped.
func safe(message string) string {
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
