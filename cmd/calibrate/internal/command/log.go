package command

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cb401426/calibrate/calibrate/input/problem"
)

// logFormat is whether messages are JSON lines.
type logFormat bool

func (f *logFormat) String() string {
	if *f {
		return "json"
	}
	return "text"
}

func (f *logFormat) Type() string { return "text|json" }

func (f *logFormat) Set(s string) error {
	if s != "text" && s != "json" {
		return errors.New("there are text and json")
	}
	*f = s == "json"
	return nil
}

// AddLogFormat defines --log-format. What goes wrong before it is parsed is
// written as it says all the same.
func AddLogFormat(root *cobra.Command, a *App, args []string) {
	root.PersistentFlags().Var(&a.log, "log-format", "messages on standard error: text, or json, an object a line")
	_ = a.log.Set(os.Getenv(environment + "LOG_FORMAT"))
	for i, arg := range args {
		if arg == "--log-format=json" || arg == "--log-format" && i+1 < len(args) && args[i+1] == "json" {
			a.log = true
		}
	}
}

// A logLine is a message as JSON. A problem of the input has its code and
// place.
type logLine struct {
	Level    string `json:"level"` // info, or error, with the exit code that it ends with
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
	Code     string `json:"code,omitempty"`
	File     string `json:"file,omitempty"`
	Row      int    `json:"row,omitempty"`
	Column   string `json:"column,omitempty"`
	Value    string `json:"value,omitempty"`
	ExitCode int    `json:"exit_code,omitempty"`
}

// line writes a message on standard error.
func (a *App) line(l logLine) {
	if a.log {
		e := json.NewEncoder(a.Stderr)
		e.SetEscapeHTML(false)
		_ = e.Encode(l)
		return
	}
	fmt.Fprintf(a.Stderr, "calibrate: %s\n", l.Message)
	if l.Hint != "" {
		fmt.Fprintf(a.Stderr, "hint: %s\n", l.Hint)
	}
}

// Say writes a message on standard error.
func (a *App) Say(message string, args ...any) {
	a.line(logLine{Level: "info", Message: fmt.Sprintf(message, args...)})
}

// Complain writes an error to stderr, each fault on a line, then a hint.
func (a *App) Complain(err error, code int) {
	var faults *problem.Faults
	var unmet unmetError
	var usage UsageError
	switch {
	case errors.Is(err, ErrSaid):
	case errors.As(err, &faults):
		for _, fault := range *faults {
			a.line(a.lineOf(fault, code))
		}
	case errors.As(err, &unmet):
		for _, line := range unmet {
			a.line(logLine{Level: "error", Message: line, ExitCode: code})
		}
	default:
		l := logLine{Level: "error", Message: err.Error(), ExitCode: code}
		if errors.As(err, &usage) {
			l.Hint = usage.hint
		}
		a.line(l)
	}
}

// lineOf is a problem of the input as a message; as text it holds its place
// and hint.
func (a *App) lineOf(p problem.Problem, code int) logLine {
	l := logLine{Level: "error", Message: p.String(), ExitCode: code}
	if a.log {
		l.Message, l.Hint, l.Code = p.Text, p.Hint, p.Code
		l.File, l.Row, l.Column, l.Value = p.File, p.Row, strings.TrimSpace(p.Column), p.Value
	}
	return l
}
