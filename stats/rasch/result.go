package rasch

import "github.com/cb401426/calibrate/stats"

// Reasons for which a figure of this package has no value.
const (
	// OneElement: a facet of one element has nothing to be compared with.
	OneElement stats.Reason = "one_element"
	// Extreme: all ratings of the element are at one end.
	Extreme stats.Reason = "extreme"
	// Separated: ratings fall apart so that no finite measure explains them.
	Separated stats.Reason = "separated"
	// Disconnected: measures of different subsets cannot be compared.
	Disconnected stats.Reason = "disconnected"
	// UnusedLevel: nobody gave the level.
	UnusedLevel stats.Reason = "unused_level"
)

// A Result is a fitted model. Numbers that could not be had are absent with
// their reason; ids and positions are those of the Data.
type Result struct {
	Model        Model
	Facets       []FacetResult
	Steps        []Step
	Agreement    Agreement
	LessonLevels []LessonLevel // whose overall level severity changes

	fit *fitted
}

// A Model says what was fitted.
type Model struct {
	Options
	Iterations    int
	Converged     bool
	LogLikelihood stats.Number
	Ratings       int // in all
	Used          int // without those of extreme elements
	Parameters    int
	Subsets       int
	// Constant is the mean of the lessons, by which theirs are moved: location
	// = Constant + lesson − the other facets.
	Constant stats.Number
	// LessonSD is the standard deviation of the lessons that a marginal model
	// estimates.
	LessonSD stats.Number
	// Factor is what measures and thresholds were multiplied with; 1 without a
	// correction, or where there are as many parameters as ratings.
	Factor float64
	// Residual is the largest difference of a score from its expectation.
	Residual float64
	// Separated says that some elements are always above others, so that no
	// finite measures explain the ratings: they are held by a weak prior.
	Separated bool
	// Conditional says that there are too many parameters for errors that know
	// of each other's: each takes all the others for known.
	Conditional bool
}

// A FacetResult is a facet's elements and what they say together.
type FacetResult struct {
	Name     string
	Elements []Element
	Summary
}

// An Element has a measure: severity of a rater, difficulty of an indicator,
// quality of a lesson.
type Element struct {
	Name    string
	Ratings int
	Measure stats.Number
	SE      stats.Number // from the information
	SEReal  stats.Number // SE · √max(1, infit)
	// Infit and Outfit are mean squares with expectation 1; their Z are
	// standardized by the cube root of Wilson and Hilferty.
	Infit, InfitZ, Outfit, OutfitZ stats.Number
	Observed, Expected             stats.Number // mean ratings, in level values
	// Fair is the expected rating were all else average, in level values.
	Fair stats.Number
	// Displacement is how far an anchored measure is from what these ratings
	// would make it.
	Displacement stats.Number
	Anchored     bool
	Extreme      string // "high", "low" or ""
	Subset       int    // 0: comparable in every subset
}

// A Step is a level of a group of ratings that share steps.
type Step struct {
	Group          string // the scale's id, or the element's name
	Element        int    // of the steps' facet, or −1
	Scale          int
	Level          float64
	Label          string
	Count          int
	AverageMeasure stats.Number // mean location of the ratings at this level
	// Threshold is where this level and the next lower one that was used are
	// equally likely. The lowest level has none.
	Threshold, SE stats.Number
	Anchored      bool
	Disordered    bool // the threshold is below the one before it
}
