package variance

// The names of the terms of the model, in the order in which a Fit holds them.
const (
	Lesson          = "lesson"
	Indicator       = "indicator"
	Rater           = "rater"
	LessonIndicator = "lesson:indicator"
	LessonRater     = "lesson:rater"
	IndicatorRater  = "indicator:rater"
	Residual        = "residual"
)

// A Term is a random term of the model: a facet, or two facets' interaction.
type Term struct {
	Name   string
	facets facets
}

// terms lists the random terms: main effects, then their interactions.
var terms = []Term{
	{Lesson, byLesson},
	{Indicator, byIndicator},
	{Rater, byRater},
	{LessonIndicator, byLesson | byIndicator},
	{LessonRater, byLesson | byRater},
	{IndicatorRater, byIndicator | byRater},
}

// Terms returns the random terms of the full model, without the residual.
func Terms() []Term { return append([]Term(nil), terms...) }

// facets is a set of facets.
type facets uint8

// The facets: facet f of a design is the set 1<<f.
const (
	byLesson facets = 1 << iota
	byIndicator
	byRater
	byAll = byLesson | byIndicator | byRater
)

// has reports whether facet f is in the set.
func (s facets) has(f int) bool { return s&(1<<f) != 0 }
