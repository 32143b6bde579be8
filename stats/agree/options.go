package agree

// Variance says which standard error over items is computed.
type Variance string

// The standard errors over items.
const (
	// Corrected is the default: over items the linearised error in which items
	// rated once carry their margins only; over lessons the jackknife, which
	// is nearer the truth where lessons are few, up to 50 of them.
	Corrected Variance = "corrected"
	// Gwet is the error as Gwet published it and other software prints it: by
	// item, and too large where items are rated once.
	Gwet Variance = "gwet"
	// Linearised is the corrected error over items, and over lessons the same
	// summed by lesson.
	Linearised Variance = "linearised"
	// Jackknife is the error from leaving out each item, or lesson, in turn.
	Jackknife Variance = "jackknife"
)

// Unit says what an interval generalises over.
type Unit string

// The units of an interval.
const (
	ByItem    Unit = "item"   // items vary on their own. The default
	ByCluster Unit = "lesson" // the items of a lesson vary together
)

// Inference says what is thought of as a sample.
type Inference string

// What is thought of as a sample.
const (
	Items  Inference = "items"  // items; the raters are the raters. The default
	Raters Inference = "raters" // raters; the items are the items
	Both   Inference = "both"   // both
)

// Interval says which distribution an interval and a test use.
type Interval string

// The distributions of an interval.
const (
	T      Interval = "t"      // Student's t. The default
	Normal Interval = "normal" // the standard normal
)

// BootstrapMethod says how limits are read off the replicates.
type BootstrapMethod string

// The bootstrap's limits.
const (
	Percentile BootstrapMethod = "percentile" // the default
	BCa        BootstrapMethod = "bca"        // bias-corrected and accelerated
)

// Options says how sure a coefficient is to be made. The zero value is ready:
// a 95% t interval over items, from the corrected linearised error.
type Options struct {
	Confidence float64 // of the interval, between 0 and 1; 0 means .95
	Variance   Variance
	Unit       Unit
	Inference  Inference
	Interval   Interval

	// The sizes of finite populations that items and raters were drawn from;
	// 0 means large.
	PopulationItems, PopulationRaters int

	// TestValue is what P tests the coefficient against.
	TestValue float64

	Bootstrap       int // replicates; 0 means none
	BootstrapMethod BootstrapMethod
	Seed            uint64
	Workers         int // 0 means one a processor; the results are the same
}

// fewLessons is up to how many lessons the jackknife is the default: beyond,
// the linearisation gives nearly the same, and sooner.
const fewLessons = 50

// jackknifes reports whether the error over units is to be the jackknife's.
func (o Options) jackknifes(units int) bool {
	switch o.Variance {
	case Jackknife:
		return true
	case Gwet, Linearised:
		return false
	}
	return o.unit() == ByCluster && units <= fewLessons
}

// LessonsNeeded is from how many lessons on an interval is to speak of lessons
// rather than items, unless the user says otherwise.
const LessonsNeeded = 5

// DefaultUnit returns what an interval of the Data is to speak of.
func (d *Data) DefaultUnit() Unit {
	if d.Clusters() >= LessonsNeeded {
		return ByCluster
	}
	return ByItem
}

// confidence returns the level with its default.
func (o Options) confidence() float64 {
	if o.Confidence == 0 {
		return 0.95
	}
	return o.Confidence
}

// unit returns the unit with its default. The error as published knows items
// only.
func (o Options) unit() Unit {
	if o.Unit == ByCluster && o.Variance != Gwet {
		return ByCluster
	}
	return ByItem
}

// fraction returns the part n/N of a population that was drawn, at most 1; 0
// for a large one.
func fraction(n, population int) float64 {
	if population <= 0 {
		return 0
	}
	return min(1, float64(n)/float64(population))
}
