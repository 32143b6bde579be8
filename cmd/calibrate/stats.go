package main

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/weight"
)

// statsFlags are the flags of stats.
type statsFlags struct {
	readFlags
	format, output, table     string
	coefficients, weights     []string
	customWeights             string
	variance, inference, unit string
	interval, bootstrapMethod string
	population                string
	benchmark                 string
	options                   calibrate.StatisticsOptions
	chosen                    *report.StatisticsFormat
}

// stats computes the coefficients alone.
func (a *app) stats() *cobra.Command {
	f := &statsFlags{}
	cmd := &cobra.Command{
		Use:   "stats FILE…",
		Short: "Every coefficient of agreement, with any weights and honest intervals",
		Long: `Stats computes coefficients of agreement, without the report around them. A FILE
of - is standard input; a file called list, explain or plan is ./list.

calibrate stats list names the coefficients and weights, and calibrate stats
explain ID says what one of them is, and when it misleads.`,
		Example: `  calibrate stats ratings.csv
  calibrate stats --coefficient all --weights all --format json ratings.csv
  calibrate stats --by indicator --coefficient krippendorff_alpha --weights quadratic ratings.csv
  calibrate stats --compare role --levels --pairs ratings.csv`,
		Args: filesWanted,
		RunE: func(cmd *cobra.Command, args []string) error {
			f.format = formatOf(cmd.Flags(), report.StatisticsFormats, f.output)
			return a.runStats(cmd.Context(), f, args)
		},
	}
	f.readFlags.add(cmd)
	f.addStats(cmd)
	cmd.AddCommand(a.statsList(), a.statsExplain(), a.statsPlan())
	return cmd
}

// addStats defines the flags of stats alone.
func (f *statsFlags) addStats(cmd *cobra.Command) {
	flags, e := cmd.Flags(), &f.options.Estimation
	flags.StringSliceVar(&f.coefficients, "coefficient", nil, "all, or a list of ids; see calibrate stats list")
	flags.StringSliceVar(&f.weights, "weights", nil, "all, or a list such as identity,quadratic,power:1.5")
	flags.StringVar(&f.customWeights, "custom-weights", "", "a CSV file with the matrix of the weights called custom")
	flags.StringVar(&f.options.By, "by", "", "indicator, lesson, round or a column: the coefficients of each part")
	flags.StringVar(&f.options.Compare, "compare", "", "a column, indicator, lesson or round whose parts to compare, or coefficients")
	flags.BoolVar(&f.options.Items, "items", false, "add the agreement on each item")
	flags.BoolVar(&f.options.Levels, "levels", false, "add the agreement on each level")
	flags.BoolVar(&f.options.Pairs, "pairs", false, "add the agreement of each two raters")
	flags.BoolVar(&f.options.Tests, "tests", false, "add tests of whether raters use the levels alike")
	flags.StringVar(&f.benchmark, "benchmark", "", "bands to place coefficients in: "+benchmarkIDs()+", or your own: good=0.75,fair=0.4,poor=-1")
	flags.StringVar(&f.variance, "variance", string(stats.Corrected), "standard error: corrected, gwet as published, linearised or jackknife")
	flags.StringVar(&f.inference, "inference", string(stats.OverItems), "what is a sample: items, raters or both")
	flags.StringVar(&f.unit, "unit", "", "what intervals speak of: item or lesson (default: lessons with five or more)")
	flags.StringVar(&f.population, "population", "", "sizes of finite populations, such as items=200,raters=30")
	flags.StringVar(&f.interval, "interval", string(stats.StudentT), "distribution of intervals: t or normal")
	flags.Float64Var(&e.Confidence, "confidence", calibrate.DefaultConfidence, "of the intervals, 0.5 to 0.999")
	flags.Float64Var(&e.TestValue, "test-value", 0, "the value that p tests against")
	flags.IntVar(&e.Bootstrap, "bootstrap", 0, "replicates for intervals; 0 means none")
	flags.StringVar(&f.bootstrapMethod, "bootstrap-method", string(stats.Percentile), "limits of the bootstrap: percentile or bca")
	flags.Uint64Var(&e.Seed, "seed", 1, "of everything that is drawn at random")
	flags.BoolVar(&f.options.Names, "names", false, "show names in place of pseudonyms")
	flags.StringVar(&f.format, "format", report.StatisticsFormats[0].ID, "how to show it: text, json or csv")
	flags.StringVar(&f.table, "table", "", tablesHelp(report.StatisticsTables))
	flags.StringVarP(&f.output, "output", "o", "", "write to a file")
}

// runStats reads, estimates and writes.
func (a *app) runStats(ctx context.Context, f *statsFlags, paths []string) error {
	if err := f.parseStats(paths); err != nil {
		return err
	}
	f.readFlags.options.WithoutReasons = true
	reading, err := f.read(ctx, a, paths)
	if err != nil {
		return err
	}
	s, err := calibrate.Estimate(ctx, studyOf(reading), f.options)
	if err != nil {
		return analysisError(err)
	}
	a.mention(f.quiet, reading)
	return a.put(f.output, f.table, func(w io.Writer, o report.Options) error { return f.chosen.Write(w, s, o) })
}

// parseStats checks all flags before any rating is read.
func (f *statsFlags) parseStats(paths []string) error {
	var err error
	if f.chosen, err = report.LookupStatistics(f.format); err != nil {
		return usageError{err, ""}
	}
	if err := f.parseTable(); err != nil {
		return err
	}
	if err := notOver("--output", f.output, paths); err != nil {
		return err
	}
	var custom *weight.Scheme
	if f.customWeights != "" {
		if custom, err = readWeights(f.customWeights); err != nil {
			return inputError{err}
		}
	}
	if f.options.Choices, err = calibrate.Select(f.coefficients, f.weights, custom); err != nil {
		return usageError{err, "calibrate stats list names them; custom weights are read from --custom-weights FILE"}
	}
	if f.benchmark != "" {
		if f.options.Benchmark, err = findBenchmark(f.benchmark); err != nil {
			return usageError{err, ""}
		}
	}
	return f.parseEstimation()
}

// parseTable checks that what CSV is to print was asked for.
func (f *statsFlags) parseTable() error {
	asked := map[string]*bool{"items": &f.options.Items, "levels": &f.options.Levels, "pairs": &f.options.Pairs, "tests": &f.options.Tests}
	if on := asked[f.table]; on != nil {
		*on = true
	}
	if _, err := report.LookupTable(report.StatisticsTables, f.table); err != nil {
		return usageError{err, ""}
	}
	return nil
}

func benchmarkIDs() string {
	var ids []string
	for _, b := range agree.Benchmarks {
		ids = append(ids, b.ID)
	}
	return strings.Join(ids, ", ")
}
