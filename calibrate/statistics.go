package calibrate

import (
	"github.com/cb401426/calibrate/stats"
)

// StatisticsSchema names the shape of the JSON of the coefficients alone.
// Fields are added within a version, never renamed or removed.
const StatisticsSchema = "calibrate.stats/v1"

// Statistics is the coefficients alone, with what else of them was asked for:
// a list that was not asked for is nil, and absent from the JSON.
type Statistics struct {
	Schema  string  `json:"schema"`
	Program Program `json:"program"`
	Made
	Settings     StatisticsSettings `json:"settings"`
	Input        Input              `json:"input"`
	Coefficients []Coefficient      `json:"coefficients"`
	Items        []ItemAgreement    `json:"items,omitzero"`
	Levels       []LevelAgreement   `json:"levels,omitzero"`
	Pairs        []PairAgreement    `json:"pairs,omitzero"`
	// Boundaries is the agreement at each line between two levels; Confusion
	// counts pairs of ratings by their levels, of ratings that are one part.
	Boundaries     []BoundaryAgreement `json:"boundaries,omitzero"`
	Confusion      [][]float64         `json:"confusion,omitzero"`
	ConfusionCells []ConfusionCell     `json:"confusion_cells,omitzero"`
	Comparisons    []Comparison        `json:"comparisons,omitzero"`
	Homogeneity    []Homogeneity       `json:"homogeneity,omitzero"`
	Tests          []Test              `json:"tests,omitzero"`
	Notes          []Note              `json:"notes"`
}

// StatisticsSettings are the choices that shaped the numbers.
type StatisticsSettings struct {
	Settings
	Variance         stats.Variance        `json:"variance"`
	Interval         stats.Interval        `json:"interval"`
	TestValue        float64               `json:"test_value"`
	BootstrapMethod  stats.BootstrapMethod `json:"bootstrap_method,omitempty"`
	PopulationItems  int                   `json:"population_items,omitempty"`
	PopulationRaters int                   `json:"population_raters,omitempty"`
	Benchmark        string                `json:"benchmark,omitempty"`
	Compare          string                `json:"compare,omitempty"`
}

// ItemAgreement is how far the raters of one item agree.
type ItemAgreement struct {
	Of             *Of          `json:"of,omitempty" csv:"of"`
	Scale          string       `json:"scale,omitempty" csv:"scale"`
	Lesson         string       `json:"lesson" csv:"lesson"`
	Indicator      string       `json:"indicator" csv:"indicator"`
	Round          string       `json:"round,omitempty" csv:"round"`
	Ratings        int          `json:"ratings" csv:"ratings"`
	Distribution   Distribution `json:"distribution" csv:"distribution"`
	Agreement      stats.Number `json:"agreement" csv:"agreement"`
	CommonestShare stats.Number `json:"commonest_share" csv:"commonest_share"`
	Lowest         float64      `json:"lowest" csv:"lowest"`
	Highest        float64      `json:"highest" csv:"highest"`
	RWG            stats.Number `json:"rwg" csv:"rwg"`
	AWG            stats.Number `json:"awg" csv:"awg"`
	ADMean         stats.Number `json:"ad_mean" csv:"ad_mean"`
	ADMedian       stats.Number `json:"ad_median" csv:"ad_median"`
}

// LevelAgreement is how far raters agree on one level: of the pairs in which
// one rater gave it the share in which the other did, and Fleiss' kappa of the
// level against all others.
type LevelAgreement struct {
	Of            *Of          `json:"of,omitempty" csv:"of"`
	Scale         string       `json:"scale,omitempty" csv:"scale"`
	Level         float64      `json:"level" csv:"level"`
	Ratings       int          `json:"ratings" csv:"ratings"`
	Share         float64      `json:"share" csv:"share"`
	Specific      stats.Number `json:"specific" csv:"specific"`
	SpecificSE    stats.Number `json:"specific_se" csv:"specific_se"`
	SpecificLower stats.Number `json:"specific_lower" csv:"specific_lower"`
	SpecificUpper stats.Number `json:"specific_upper" csv:"specific_upper"`
	Kappa         stats.Number `json:"kappa" csv:"kappa"`
	KappaSE       stats.Number `json:"kappa_se" csv:"kappa_se"`
	KappaLower    stats.Number `json:"kappa_lower" csv:"kappa_lower"`
	KappaUpper    stats.Number `json:"kappa_upper" csv:"kappa_upper"`
	Z             stats.Number `json:"z" csv:"z"` // of kappa being 0
	PValue        stats.Number `json:"p_value" csv:"p_value"`
	Alpha         stats.Number `json:"alpha" csv:"alpha"`
	AlphaSE       stats.Number `json:"alpha_se" csv:"alpha_se"`
	AlphaLower    stats.Number `json:"alpha_lower" csv:"alpha_lower"`
	AlphaUpper    stats.Number `json:"alpha_upper" csv:"alpha_upper"`
}

// PairAgreement is two raters over the items that both rated. The mean
// difference is the first's scores minus the second's.
type PairAgreement struct {
	Of             *Of          `json:"of,omitempty" csv:"of"`
	Scale          string       `json:"scale,omitempty" csv:"scale"`
	A              string       `json:"a" csv:"a"`
	B              string       `json:"b" csv:"b"`
	Items          int          `json:"items" csv:"items"`
	Exact          stats.Number `json:"exact" csv:"exact"`
	WithinOne      stats.Number `json:"within_one" csv:"within_one"`
	TwoApart       stats.Number `json:"two_apart" csv:"two_apart"`
	MeanDifference stats.Number `json:"mean_difference" csv:"mean_difference"`
	MeanDistance   stats.Number `json:"mean_distance" csv:"mean_distance"`
	// Between LimitLow and LimitHigh lie the differences with the confidence
	// asked for, if they are normal (Bland and Altman's limits of agreement).
	DifferenceSD   stats.Number `json:"difference_sd" csv:"difference_sd"`
	LimitLow       stats.Number `json:"limit_low" csv:"limit_low"`
	LimitHigh      stats.Number `json:"limit_high" csv:"limit_high"`
	Kappa          stats.Number `json:"kappa" csv:"kappa"`
	KappaLinear    stats.Number `json:"kappa_linear" csv:"kappa_linear"`
	KappaQuadratic stats.Number `json:"kappa_quadratic" csv:"kappa_quadratic"`
}

// A Comparison is the difference between two coefficients, the first minus the
// second: of two parts of the ratings, or of the same ratings.
type Comparison struct {
	ID          string       `json:"id" csv:"id"`
	Weights     *string      `json:"weights" csv:"weights"`
	Scale       string       `json:"scale,omitempty" csv:"scale"`
	By          string       `json:"by" csv:"by"`
	First       string       `json:"first" csv:"first"`
	Second      string       `json:"second" csv:"second"`
	FirstValue  stats.Number `json:"first_value" csv:"first_value"`
	SecondValue stats.Number `json:"second_value" csv:"second_value"`
	Difference  stats.Number `json:"difference" csv:"difference"`
	SE          stats.Number `json:"se" csv:"se"`
	Lower       stats.Number `json:"lower" csv:"lower"`
	Upper       stats.Number `json:"upper" csv:"upper"`
	PValue      stats.Number `json:"p_value" csv:"p_value"`
	DF          stats.Number `json:"df" csv:"df"`
	Unit        stats.Unit   `json:"unit" csv:"unit"`
	Units       int          `json:"units" csv:"units"`
	Method      string       `json:"method" csv:"method"`
}

// A Homogeneity asks whether a coefficient is the same in three parts or more:
// χ² with DF degrees of freedom, of paired parts Hotelling's T² with DF and DF2.
type Homogeneity struct {
	ID        string       `json:"id" csv:"id"`
	Weights   *string      `json:"weights" csv:"weights"`
	Scale     string       `json:"scale,omitempty" csv:"scale"`
	By        string       `json:"by" csv:"by"`
	Parts     int          `json:"parts" csv:"parts"`
	Pooled    stats.Number `json:"pooled" csv:"pooled"`
	PooledSE  stats.Number `json:"pooled_se" csv:"pooled_se"`
	Statistic stats.Number `json:"statistic" csv:"statistic"`
	DF        stats.Number `json:"df" csv:"df"`
	DF2       stats.Number `json:"df2" csv:"df2"`
	PValue    stats.Number `json:"p_value" csv:"p_value"`
	Unit      stats.Unit   `json:"unit" csv:"unit"`
	Method    string       `json:"method" csv:"method"`
}

// A Test asks whether raters use the levels alike, or whether a coefficient is
// zero, by χ² or z. Level is that of a test of one level.
type Test struct {
	ID        string       `json:"id" csv:"id"`
	Weights   string       `json:"weights,omitempty" csv:"weights"` // of a test of kappa
	Of        *Of          `json:"of,omitempty" csv:"of"`
	Scale     string       `json:"scale,omitempty" csv:"scale"`
	Level     stats.Number `json:"level,omitzero" csv:"level"`
	Statistic stats.Number `json:"statistic" csv:"statistic"`
	DF        stats.Number `json:"df" csv:"df"`
	PValue    stats.Number `json:"p_value" csv:"p_value"`
	Exact     stats.Number `json:"exact,omitzero" csv:"exact"`
	Items     int          `json:"items" csv:"items"`
}
