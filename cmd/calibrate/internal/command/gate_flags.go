package command

import (
	"errors"
	"fmt"

	"github.com/spf13/pflag"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/gates"
)

// Gated says which figures of a result gates can hold, and which there are.
type Gated[T any] struct {
	Knows   gates.Vocabulary
	Figures func(T) []gates.Figure
	Example string
}

// holder is a result whose JSON says which gates were held.
type holder interface {
	Hold([]calibrate.Gate, []calibrate.Note)
}

// gateFlags are --fail-under and --fail-over.
type gateFlags struct {
	under, over string
	list        []gates.Gate
	held        []calibrate.Gate
}

func (f *gateFlags) add(flags *pflag.FlagSet, example string) {
	flags.StringVar(&f.under, "fail-under", "", "exit 1 where a figure is below: "+example)
	flags.StringVar(&f.over, "fail-over", "", "exit 1 where a figure is above, as fail-under")
}

// Parse reads the gates. One that was given and is empty, such as "$UNSET",
// must not switch them off.
func (f *gateFlags) parse(flags *pflag.FlagSet, knows gates.Vocabulary, example string) error {
	f.list = nil
	for _, x := range []struct {
		name, text string
		atMost     bool
	}{{"fail-under", f.under, false}, {"fail-over", f.over, true}} {
		if !flags.Changed(x.name) {
			continue
		}
		list, err := gates.Parse(x.text, x.atMost, knows)
		if err != nil {
			return Usage(fmt.Errorf("--%s: %w", x.name, err), "for example --fail-under "+example+"; docs/pipelines.md lists the figures")
		}
		f.list = append(f.list, list...)
	}
	return nil
}

// hold holds the gates against the figures of a result.
func (f *gateFlags) hold(result any, figures []gates.Figure) error {
	if len(f.list) == 0 {
		return nil
	}
	var err error
	var unknown *gates.UnknownError
	if f.held, err = gates.Hold(f.list, figures); errors.As(err, &unknown) {
		return Usage(err, "")
	}
	if h, ok := result.(holder); ok {
		h.Hold(f.held, gates.Notes(f.held))
	}
	return err
}

// unmet is the error of gates that are not met.
func (f *gateFlags) unmet() error {
	if lines := gates.Unmet(f.held); len(lines) > 0 {
		return unmetError(lines)
	}
	return nil
}
