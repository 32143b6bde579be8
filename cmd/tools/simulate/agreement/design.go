package main

import "github.com/cb401426/calibrate/stats"

// over says what varies from file to file of a team, which the interval is to
// speak of.
type over string

const (
	overLessons over = "lessons" // new lessons, the same raters
	overRaters  over = "raters"  // the same lessons, new raters
	overBoth    over = "both"    // new lessons and new raters
)

// A design is files of one shape.
type design struct {
	title                       string
	lessons, indicators, raters int
	missing                     float64
	over                        over
	methods                     []method
}

// A method is one way to an interval.
type method struct {
	name    string
	options stats.Options
}

var (
	item      = method{"by item, corrected", stats.Options{}}
	published = method{"by item, as published", stats.Options{Variance: stats.Gwet}}
	lessonL   = method{"by lesson, linearised", stats.Options{Unit: stats.ByLesson, Variance: stats.Linearized}}
	percent   = method{"bootstrap by item, percentile", stats.Options{Bootstrap: 400}}
	bca       = method{"bootstrap by item, BCa", stats.Options{Bootstrap: 400, BootstrapMethod: stats.BCa}}
	lessonT   = method{"by lesson (default)", stats.Options{Unit: stats.ByLesson}}
	itemJ     = method{"by item, jackknife", stats.Options{Variance: stats.Jackknife}}
	lessonB   = method{"bootstrap by lesson, percentile", stats.Options{Bootstrap: 400, Unit: stats.ByLesson}}
	raters    = method{"over raters", stats.Options{Inference: stats.OverRaters}}
	ratersB   = method{"bootstrap of raters, percentile", stats.Options{Inference: stats.OverRaters, Bootstrap: 200}}
	both      = method{"over both, two-way jackknife", stats.Options{Inference: stats.OverBoth, Unit: stats.ByLesson}}
	bothGwet  = method{"over both, as published", stats.Options{Inference: stats.OverBoth, Variance: stats.Gwet}}
	bothB     = method{"bootstrap of both, percentile", stats.Options{Inference: stats.OverBoth, Unit: stats.ByLesson, Bootstrap: 200}}
)

var designs = []design{
	{"Independent items, complete: 40 items, 4 raters", 40, 1, 4, 0, overLessons, []method{item, itemJ, percent, bca}},
	{"Independent items, 30% missing: 40 items, 4 raters", 40, 1, 4, 0.3, overLessons, []method{item, published, percent, bca}},
	{"Independent items, two raters: 60 items", 60, 1, 2, 0, overLessons, []method{item, itemJ, percent, bca}},
	{"Two raters, 20% missing, so a third of the items rated once: 60 items", 60, 1, 2, 0.2, overLessons, []method{item, published}},
	{"Few items, complete: 12 items, 5 raters", 12, 1, 5, 0, overLessons, []method{item, itemJ, percent, bca}},
	{"Items within lessons: 5 lessons, 8 indicators, 6 raters, 10% missing", 5, 8, 6, 0.1, overLessons, []method{item, lessonL, lessonT, lessonB}},
	{"Items within lessons: 8 lessons, 8 indicators, 6 raters, 10% missing", 8, 8, 6, 0.1, overLessons, []method{item, lessonL, lessonT, lessonB}},
	{"Items within lessons: 20 lessons, 8 indicators, 6 raters, 10% missing", 20, 8, 6, 0.1, overLessons, []method{item, lessonL, lessonT, lessonB}},
	{"Raters as a sample: 10 lessons, 4 indicators, 8 raters", 10, 4, 8, 0, overRaters, []method{raters, ratersB}},
	{"Raters as a sample: 10 lessons, 4 indicators, 20 raters, 10% missing", 10, 4, 20, 0.1, overRaters, []method{raters, ratersB}},
	{"Lessons and raters as samples: 10 lessons, 4 indicators, 8 raters", 10, 4, 8, 0, overBoth, []method{lessonT, raters, both, bothGwet, bothB}},
	{"Lessons and raters as samples: 20 lessons, 4 indicators, 15 raters, 10% missing", 20, 4, 15, 0.1, overBoth, []method{lessonT, raters, both, bothGwet, bothB}},
}

// subjects are the coefficients and weights that are watched.
var subjects = []struct{ coefficient, weights string }{
	{"percent_agreement", "identity"},
	{"brennan_prediger", "identity"},
	{"gwet_ac", "identity"},
	{"gwet_ac", "quadratic"},
	{"fleiss_kappa", "identity"},
	{"conger_kappa", "quadratic"},
	{"krippendorff_alpha", "identity"},
	{"krippendorff_alpha", "krippendorff_ordinal"},
	{"van_oest", "identity"},
	{"light_kappa", "identity"},
	{"cohen_kappa", "quadratic"},
	{"bangdiwala_b", ""},
}
