package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/gates"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/statistics"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/benchmark"
	"github.com/cb401426/calibrate/stats/weight"
)

// statsFlags are the flags of stats.
type statsFlags struct {
	coefficients, weights     []string
	customWeights             string
	variance, inference, unit string
	interval, bootstrapMethod string
	population                string
	benchmark                 string
	options                   statistics.Options
	idKey                     command.IDKey
}

// statsCommand computes the coefficients alone.
func statsCommand(a *command.App) *cobra.Command {
	f := &statsFlags{}
	cmd := command.Command[*calibrate.Statistics]{
		Use:   "stats FILE…",
		Short: "Every coefficient of agreement, with any weights and honest intervals",
		Long: `Stats computes coefficients of agreement, without the report around them. A FILE
of - is standard input; a file called list, explain or plan is ./list.

calibrate stats list names the coefficients and weights, and calibrate stats
explain ID says what one of them is, and when it misleads.`,
		Example: `  calibrate stats ratings.csv
  calibrate stats --coefficient all --weights all --format json ratings.csv
  calibrate stats --by indicator --coefficient krippendorff_alpha \
    --weights quadratic ratings.csv
  calibrate stats --compare role --levels --pairs ratings.csv`,
		Shape: report.Statistics,
		Flags: f.add,
		Check: f.check,
		Gates: &command.Gated[*calibrate.Statistics]{Knows: gates.StatisticsKnow, Figures: gates.OfStatistics, Example: "gwet_ac/identity=0.6"},
		Compute: func(ctx context.Context, j *command.Job) (*calibrate.Statistics, error) {
			return statistics.Estimate(ctx, j.Reading.Study(), f.options)
		},
	}.Command(a)
	cmd.AddCommand(statsList(a), statsExplain(a), statsPlan(a))
	return cmd
}

func (f *statsFlags) add(flags *pflag.FlagSet) {
	e := &f.options.Estimation
	flags.StringSliceVar(&f.coefficients, "coefficient", nil, "all, or a list of ids; see calibrate stats list")
	flags.StringSliceVar(&f.weights, "weights", nil, "all, or a list such as identity,quadratic,power:1.5")
	flags.StringVar(&f.customWeights, "custom-weights", "", "a CSV file with the matrix of the weights called custom")
	flags.StringVar(&f.options.By, "by", "", "indicator, lesson, round or a column: the coefficients of each part")
	flags.StringVar(&f.options.Compare, "compare", "", "a column, indicator, lesson or round whose parts to compare, or coefficients")
	flags.BoolVar(&f.options.Items, "items", false, "add the agreement on each item")
	flags.BoolVar(&f.options.Levels, "levels", false, "add the agreement on each level")
	flags.BoolVar(&f.options.Pairs, "pairs", false, "add the agreement of each two raters")
	flags.BoolVar(&f.options.Boundaries, "boundaries", false, "add the agreement at each line between two levels")
	flags.BoolVar(&f.options.Confusion, "confusion", false, "add which level is taken for which; with --pairs, by each two raters too")
	flags.StringVar(&f.options.Groups, "groups", "", "a column: add the agreement between each two groups of raters (group_kappa)")
	flags.BoolVar(&f.options.Repeats, "repeats", false, "add the agreement of raters with themselves over rounds (intra_kappa, intra_icc); with --round all")
	flags.BoolVar(&f.options.Errors, "errors", false, "add the errors of measurement: sem, sep, see")
	flags.BoolVar(&f.options.Tests, "tests", false, "add tests of whether raters use the levels alike")
	flags.StringVar(&f.benchmark, "benchmark", "", "bands to place coefficients in: "+benchmarkIDs()+", or your own: good=0.75,fair=0.4,poor=-1")
	flags.StringVar(&f.variance, "variance", string(stats.Corrected), "standard error: corrected, gwet as published (that of irrCAC 1.0), linearised or jackknife")
	flags.StringVar(&f.inference, "inference", string(stats.OverItems), "what is a sample: items, raters or both")
	flags.StringVar(&f.unit, "unit", "", "what intervals speak of: item or lesson (default: lessons with five or more)")
	flags.StringVar(&f.population, "population", "", "sizes of finite populations, such as items=200,raters=30")
	flags.StringVar(&f.interval, "interval", string(stats.StudentT), "distribution of intervals: t or normal")
	command.AddConfidence(flags, &e.Confidence)
	flags.Float64Var(&e.TestValue, "test-value", 0, "the value that p tests against")
	flags.IntVar(&e.Bootstrap, "bootstrap", 0, "replicates for intervals; 0 means none")
	flags.StringVar(&f.bootstrapMethod, "bootstrap-method", string(stats.Percentile), "limits of the bootstrap: percentile or bca")
	command.AddSeed(flags, &e.Seed)
	f.idKey.Add(flags)
	flags.BoolVar(&f.options.Names, "names", false, "show names in place of pseudonyms")
}

// check holds the flags against what there is.
func (f *statsFlags) check(j *command.Job) (err error) {
	j.Options.WithoutReasons = true
	if f.options.IDs, err = f.idKey.IDs(j); err != nil {
		return err
	}
	if j.Options.Round == "" && (f.options.Compare == "round" || f.options.By == "round") {
		j.Options.Round = "all" // what is asked for needs every round
	}
	// What CSV is to write is computed.
	asked := map[string]*bool{"items": &f.options.Items, "levels": &f.options.Levels, "pairs": &f.options.Pairs, "tests": &f.options.Tests, "boundaries": &f.options.Boundaries, "confusion": &f.options.Confusion}
	if on := asked[j.Table]; on != nil {
		*on = true
	}
	var custom *weight.Scheme
	if f.customWeights != "" {
		if custom, err = readWeights(f.customWeights); err != nil {
			return command.Unread(err)
		}
	}
	if f.options.Choices, err = statistics.Select(f.coefficients, f.weights, custom); err != nil {
		return command.Usage(err, "calibrate stats list names them; custom weights are read from --custom-weights FILE")
	}
	if f.benchmark != "" {
		if f.options.Benchmark, err = findBenchmark(f.benchmark); err != nil {
			return command.Usage(err, "")
		}
	}
	return f.parseEstimation()
}

func benchmarkIDs() string {
	var ids []string
	for _, b := range benchmark.All {
		ids = append(ids, b.ID)
	}
	return strings.Join(ids, ", ")
}
