package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/calibrate/models"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/outfile"
	"github.com/cb401426/calibrate/stats/rasch"
	"github.com/cb401426/calibrate/stats/rating"
)

// raschFlags are the flags of rasch.
type raschFlags struct {
	anchor, anchorsOut string
	options            models.RaschOptions
	anchors            *rasch.Anchors // of the fit
}

// raschCommand fits the many-facet Rasch model.
func raschCommand(a *command.App) *cobra.Command {
	f := &raschFlags{}
	return command.Command[*models.Rasch]{
		Use:   "rasch FILE…",
		Short: "The many-facet Rasch model: severity, difficulty, fit, steps, interactions",
		Long: `Rasch puts raters, lessons, indicators and the steps of the scale on one ruler in
logits, whoever rated what: the many-facet Rasch model (Linacre 1989), for the
psychometrician. It says how well elements are told apart, whose ratings fit,
which lessons' level severity changed, and what is unexpected.

People stand under the pseudonyms of calibrate score. A file of anchors holds
names.`,
		Example: `  calibrate rasch ratings.csv
  calibrate rasch --correction jml --bias rater:indicator ratings.csv
  calibrate rasch --method mml --steps indicator -o model.html ratings.csv
  calibrate rasch --fail-under lesson.reliability=0.8 ratings.csv
  calibrate rasch --anchors-out anchors.csv fall.csv
  calibrate rasch --anchor anchors.csv spring.csv`,
		Shape:   report.Rasch,
		Gates:   &command.Gated[*models.Rasch]{Knows: models.RaschKnows, Figures: models.OfRasch, Example: "lesson.reliability=0.8"},
		Flags:   f.add,
		Check:   f.check,
		Compute: f.compute,
		Beside:  f.beside,
	}.Command(a)
}

func (f *raschFlags) add(flags *pflag.FlagSet) {
	o := &f.options
	flags.StringVar(&o.Steps, "steps", rasch.Common, "whose steps are their own: common, indicator or rater")
	flags.StringVar(&o.Method, "method", "jml", "jml, joint, or mml, marginal over the lessons: for many lessons with few ratings")
	flags.StringVar(&o.Correction, "correction", "none", "none, or jml: draw joint estimates together by 1 − parameters/ratings")
	flags.StringVar(&o.Errors, "errors", "model", "model, or real: errors wider by the root of an infit above 1")
	flags.StringVar(&o.Noncentered, "noncentered", "none", "none: every facet has mean 0; or lesson: lessons hold the constant")
	flags.StringSliceVar(&o.Bias, "bias", nil, "interactions: rater:indicator, rater:lesson, rater:round, rater:COLUMN")
	flags.StringVar(&f.anchor, "anchor", "", "a file of measures to hold fixed, from --anchors-out")
	flags.StringVar(&f.anchorsOut, "anchors-out", "", "write the measures to a file, to hold fixed later; it has names")
	flags.BoolVar(&o.Names, "names", false, "show names beside the pseudonyms")
	command.AddConfidence(flags, &o.Confidence)
	command.AddSeed(flags, &o.Seed)
}

func (f *raschFlags) check(j *command.Job) (err error) {
	j.Options.WithoutReasons = true
	if err := command.CheckConfidence(f.options.Confidence); err != nil {
		return err
	}
	for flag, choice := range map[string]struct {
		value string
		of    []string
	}{
		"steps":       {f.options.Steps, []string{rasch.Common, rasch.Indicator, rasch.Rater}},
		"method":      {f.options.Method, []string{"jml", "mml"}},
		"correction":  {f.options.Correction, []string{"none", "jml"}},
		"errors":      {f.options.Errors, []string{"model", "real"}},
		"noncentered": {f.options.Noncentered, []string{"none", rasch.Lesson}},
	} {
		if !slices.Contains(choice.of, choice.value) {
			return command.Usage(fmt.Errorf("--%s %s is none of %s", flag, choice.value, strings.Join(choice.of, ", ")), "")
		}
	}
	if f.anchor != "" {
		if f.options.Anchors, err = readAnchors(f.anchor); err != nil {
			return command.Unread(err)
		}
	}
	if err := command.NotOver("--anchors-out", f.anchorsOut, append([]string{f.anchor}, j.Paths...)); err != nil {
		return err
	}
	return nil
}

func (f *raschFlags) compute(ctx context.Context, j *command.Job) (r *models.Rasch, err error) {
	command.SpareMemory(j.Reading.Table.Ratings())
	r, f.anchors, err = models.FitRasch(ctx, j.Reading.Study(), f.options)
	if err != nil && ctx.Err() == nil {
		return nil, command.Usage(err, "run calibrate rasch --help for the flags")
	}
	return r, err
}

// beside is the file of anchors, where it was asked for.
func (f *raschFlags) beside(context.Context, *command.Job, *models.Rasch) ([]outfile.File, error) {
	if f.anchorsOut == "" {
		return nil, nil
	}
	var content bytes.Buffer
	if err := format.WriteRows(&content, anchorRows(f.anchors)); err != nil {
		return nil, err
	}
	return []outfile.File{{Path: f.anchorsOut, Content: content.Bytes(), Mode: 0o600}}, nil
}

// An anchorRow is a line of a file of anchors: the measure of an element; the
// threshold of a level, where Facet is "step" and Element the steps' group; or
// the constant.
type anchorRow struct {
	Facet   string `csv:"facet"`
	Element string `csv:"element"`
	Level   string `csv:"level"`
	Measure string `csv:"measure"`
}

const (
	stepRows     = "step"
	constantRows = "constant"
)

// anchorRows lists anchors in a fixed order.
func anchorRows(a *rasch.Anchors) []anchorRow {
	number := func(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
	rows := []anchorRow{{constantRows, "", "", number(a.Constant)}}
	for _, facet := range sortedKeys(a.Measures) {
		for _, element := range sortedKeys(a.Measures[facet]) {
			rows = append(rows, anchorRow{facet, element, "", number(a.Measures[facet][element])})
		}
	}
	for _, group := range sortedKeys(a.Thresholds) {
		var levels []float64
		for level := range a.Thresholds[group] {
			levels = append(levels, level)
		}
		slices.Sort(levels)
		for _, level := range levels {
			rows = append(rows, anchorRow{stepRows, group, number(level), number(a.Thresholds[group][level])})
		}
	}
	return rows
}

func sortedKeys[T any](m map[string]T) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, rating.CompareNatural)
	return keys
}

// readAnchors reads a file of anchors. Lines may be left out: what they named
// is then estimated.
func readAnchors(path string) (*rasch.Anchors, error) {
	content, err := source.ReadFile(path, source.LargeFile)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", path, wording.Plain(err))
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte("\ufeff"))))
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if len(rows) < 2 || !slices.Equal(rows[0], []string{"facet", "element", "level", "measure"}) {
		return nil, fmt.Errorf("%s: no anchors: the columns are facet, element, level, measure, as calibrate rasch --anchors-out writes them", path)
	}
	a := &rasch.Anchors{Measures: map[string]map[string]float64{}, Thresholds: map[string]map[float64]float64{}}
	var faults []error
	for i, row := range rows[1:] {
		if err := addAnchor(a, anchorRow{row[0], strings.TrimPrefix(row[1], "'"), row[2], row[3]}); err != nil {
			faults = append(faults, fmt.Errorf("%s:%d: %w", path, i+2, err))
		}
	}
	return a, errors.Join(faults...)
}

func addAnchor(a *rasch.Anchors, row anchorRow) error {
	v, err := strconv.ParseFloat(strings.TrimPrefix(row.Measure, "'"), 64)
	if err != nil || v-v != 0 {
		return fmt.Errorf("column measure: %q is not a number", row.Measure)
	}
	switch row.Facet {
	case constantRows:
		a.Constant = v
	case stepRows:
		level, err := strconv.ParseFloat(row.Level, 64)
		if err != nil {
			return fmt.Errorf("column level: %q is not a number", row.Level)
		}
		if a.Thresholds[row.Element] == nil {
			a.Thresholds[row.Element] = map[float64]float64{}
		}
		a.Thresholds[row.Element][level] = v
	case rasch.Rater, rasch.Lesson, rasch.Indicator, rasch.Round:
		if a.Measures[row.Facet] == nil {
			a.Measures[row.Facet] = map[string]float64{}
		}
		a.Measures[row.Facet][row.Element] = v
	default:
		return fmt.Errorf("column facet: %q is none of rater, lesson, indicator, round, step, constant", row.Facet)
	}
	return nil
}
