package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/weight"
)

// parseEstimation checks the flags that say how errors are made.
func (f *statsFlags) parseEstimation() error {
	o := &f.options.Estimation
	err := errors.Join(
		oneOf("--variance", f.variance, &o.Variance, stats.Corrected, stats.Gwet, stats.Linearized, stats.Jackknife),
		oneOf("--inference", f.inference, &o.Inference, stats.OverItems, stats.OverRaters, stats.OverBoth),
		oneOf("--interval", f.interval, &o.Interval, stats.StudentT, stats.Normal),
		oneOf("--bootstrap-method", f.bootstrapMethod, &o.BootstrapMethod, stats.Percentile, stats.BCa),
	)
	if f.unit != "" {
		err = errors.Join(err, oneOf("--unit", f.unit, &o.Unit, stats.ByItem, stats.ByLesson))
	}
	if err != nil {
		return command.Usage(err, "")
	}
	if o.PopulationItems, o.PopulationRaters, err = parsePopulation(f.population); err != nil {
		return command.Usage(fmt.Errorf("--population: %w", err), "for example --population items=200,raters=30")
	}
	if err := command.CheckConfidence(o.Confidence); err != nil {
		return err
	}
	if err := command.CheckReplicates(o.Bootstrap); err != nil {
		return err
	}
	switch {
	case math.IsNaN(o.TestValue) || math.Abs(o.TestValue) >= 1:
		return command.Usage(fmt.Errorf("--test-value %v is not between -1 and 1", o.TestValue), "")
	case o.Variance == stats.Gwet && o.Unit == stats.ByLesson:
		return command.Usage(errors.New("--variance gwet knows no lessons"), "leave out --unit lesson")
	}
	return nil
}

// oneOf sets a choice to what was typed.
func oneOf[T ~string](flag, typed string, into *T, choices ...T) error {
	if slices.Contains(choices, T(typed)) {
		*into = T(typed)
		return nil
	}
	var names []string
	for _, c := range choices {
		names = append(names, string(c))
	}
	return fmt.Errorf("%s %q: there are %s", flag, typed, strings.Join(names, ", "))
}

// parsePopulation reads items=200,raters=30; either may be left out.
func parsePopulation(s string) (items, raters int, err error) {
	if s == "" {
		return 0, 0, nil
	}
	for _, part := range strings.Split(s, ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(part), "=")
		n, err := strconv.Atoi(value)
		if err != nil || n < 1 {
			return 0, 0, fmt.Errorf("%q is not of the form items=200", part)
		}
		switch name {
		case "items":
			items = n
		case "raters":
			raters = n
		default:
			return 0, 0, fmt.Errorf("%q is neither items nor raters", name)
		}
	}
	return items, raters, nil
}

// readWeights reads the matrix of custom weights: a row and a column a level,
// from the lowest, without a header.
func readWeights(path string) (*weight.Scheme, error) {
	content, err := source.ReadFile(path, source.SmallFile)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", path, wording.Plain(err))
	}
	rows, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	matrix := make([][]float64, len(rows))
	for i, row := range rows {
		for j, cell := range row {
			cell = strings.TrimSpace(strings.TrimPrefix(cell, "\ufeff"))
			w, err := strconv.ParseFloat(cell, 64)
			if err != nil {
				return nil, fmt.Errorf("%s:%d:%d: %q is not a weight", path, i+1, j+1, cell)
			}
			matrix[i] = append(matrix[i], w)
		}
	}
	scheme, err := weight.Custom(matrix)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return scheme, nil
}
