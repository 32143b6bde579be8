package command

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/pflag"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report"
)

// Flags that several commands have, each defined and checked in one way.

func AddConfidence(flags *pflag.FlagSet, to *float64) {
	flags.Float64Var(to, "confidence", calibrate.DefaultConfidence, "of the intervals, 0.5 to 0.999")
}

// CheckConfidence holds a confidence against its range.
func CheckConfidence(c float64) error {
	if err := calibrate.CheckConfidence(c); err != nil {
		return Usage(err, "")
	}
	return nil
}

func AddSeed(flags *pflag.FlagSet, to *uint64) {
	flags.Uint64Var(to, "seed", 1, "of everything that is drawn at random")
}

// AddQuotes defines --quotes, and --no-quotes as a name of none.
func AddQuotes(flags *pflag.FlagSet, none *bool) {
	flags.Var((*quotes)(none), "quotes", "what was written: all or none")
	flags.BoolVar(none, "no-quotes", false, "a name of --quotes none")
}

// quotes is whether quotes are left out, as --quotes says it.
type quotes bool

func (q *quotes) String() string {
	if *q {
		return "none"
	}
	return "all"
}

func (q *quotes) Type() string { return "all|none" }

func (q *quotes) Set(s string) error {
	if s != "all" && s != "none" {
		return errors.New("there are all and none")
	}
	*q = s == "none"
	return nil
}

// AddFull defines the choice between the two readings of a report.
func AddFull(flags *pflag.FlagSet, full *bool) {
	flags.BoolVar(full, "full", false, "everything, for the facilitator and the statistician")
}

// Readings are the two readings of a report.
func Readings(full bool) report.Shape[*calibrate.Report] {
	if full {
		return report.Full
	}
	return report.Room
}

func AddStandard(flags *pflag.FlagSet, to *string) {
	flags.StringVar(to, "standard", calibrate.Standards[0].ID, standardsHelp())
}

// standardsHelp names the standards, those that need an answer key apart.
func standardsHelp() string {
	var free, keyed []string
	for _, standard := range calibrate.Standards {
		if standard.NeedsMaster {
			keyed = append(keyed, standard.ID)
		} else {
			free = append(free, standard.ID)
		}
	}
	return "the rule of the verdict: " + strings.Join(free, ", ") + ", exact=0.8,two-apart=0.05; with --master also " + strings.Join(keyed, ", ")
}

// ParseStandard returns the standard with a name, or one's own.
func ParseStandard(name string) (*calibrate.Standard, error) {
	standard, err := calibrate.ParseStandard(name)
	if err != nil {
		return nil, Usage(err, "")
	}
	return standard, nil
}

// CheckReplicates holds a number of bootstrap replicates against its range.
func CheckReplicates(n int) error {
	if err := calibrate.CheckReplicates(n); err != nil {
		return Usage(err, "see --bootstrap")
	}
	return nil
}

// NotOver refuses to write over what is to be read.
func NotOver(flag, output string, paths []string) error {
	for _, path := range paths {
		if output != "" && SameFile(output, path) {
			return Usage(fmt.Errorf("%s would write over %s, which is to be read", flag, path), "name another file")
		}
	}
	return nil
}

func SameFile(a, b string) bool {
	x, err := os.Stat(a)
	y, err2 := os.Stat(b)
	return err == nil && err2 == nil && os.SameFile(x, y)
}
