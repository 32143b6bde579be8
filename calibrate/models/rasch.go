package models

import (
	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// RaschSchema names the shape of the JSON of a Rasch model. Fields are added
// within a version, never renamed or removed.
const RaschSchema = "calibrate.rasch/v1"

// Rasch is a fitted many-facet Rasch model.
type Rasch struct {
	Schema  string            `json:"schema"`
	Program calibrate.Program `json:"program"`
	calibrate.Made
	Settings     calibrate.ReadSettings `json:"settings"`
	Input        Input                  `json:"input"`
	Model        RaschModel             `json:"model"`
	Facets       []Facet                `json:"facets"`
	Steps        []Step                 `json:"steps"`
	Agreement    Agreement              `json:"agreement"`
	LessonLevels []LessonLevel          `json:"lesson_levels"` // that severity changes
	Findings     []Finding              `json:"findings"`
	Interactions []Interaction          `json:"interactions"`
	Unexpected   []Unexpected           `json:"unexpected"`
	Curves       []Curve                `json:"curves"`
	Notes        []calibrate.Note       `json:"notes"`
}

// Input counts what was read.
type Input struct {
	Ratings    int            `json:"ratings"`
	Raters     int            `json:"raters"`
	Lessons    int            `json:"lessons"`
	Indicators int            `json:"indicators"`
	Scales     []rating.Scale `json:"scales"`
}

// A RaschModel says what was fitted. Location = constant + lesson − the other
// facets.
type RaschModel struct {
	Steps         string       `json:"steps"`
	Method        string       `json:"method"`
	Correction    string       `json:"correction"`
	Factor        float64      `json:"factor"` // that measures were multiplied with
	Errors        string       `json:"errors"`
	Noncentered   string       `json:"noncentered"`
	Confidence    float64      `json:"confidence"`
	Iterations    int          `json:"iterations"`
	Converged     bool         `json:"converged"`
	LogLikelihood stats.Number `json:"log_likelihood"`
	Residual      float64      `json:"residual"` // largest score residual
	Ratings       int          `json:"ratings"`
	Used          int          `json:"used"` // without those of extreme elements
	Parameters    int          `json:"parameters"`
	Subsets       int          `json:"subsets"`
	Constant      stats.Number `json:"constant"`
	LessonSD      stats.Number `json:"lesson_sd,omitzero"` // of a marginal model
	Anchored      int          `json:"anchored"`           // elements
}

// A Facet is the raters, the lessons or the indicators.
type Facet struct {
	ID               string       `json:"id" csv:"id"`
	Elements         []Element    `json:"elements" csv:"-"`
	Count            int          `json:"count" csv:"count"` // of those with a measure that are not extreme
	Mean             stats.Number `json:"mean" csv:"mean"`
	SD               stats.Number `json:"sd" csv:"sd"`
	RMSE             stats.Number `json:"rmse" csv:"rmse"`
	Separation       stats.Number `json:"separation" csv:"separation"`
	Strata           stats.Number `json:"strata" csv:"strata"`
	Reliability      stats.Number `json:"reliability" csv:"reliability"`
	ChiSquared       stats.Number `json:"chi_squared" csv:"chi_squared"`
	DF               stats.Number `json:"df" csv:"df"`
	PValue           stats.Number `json:"p_value" csv:"p_value"`
	RandomChiSquared stats.Number `json:"random_chi_squared" csv:"random_chi_squared"`
	RandomDF         stats.Number `json:"random_df" csv:"random_df"`
	RandomPValue     stats.Number `json:"random_p_value" csv:"random_p_value"`
}

// An Element has a measure: of a rater severity (higher is more severe), of an
// indicator difficulty, of a lesson quality.
type Element struct {
	Facet        string       `json:"-" csv:"facet"`
	ID           string       `json:"id" csv:"id"`
	Name         string       `json:"name,omitempty" csv:"name"`
	Ratings      int          `json:"ratings" csv:"ratings"`
	Measure      stats.Number `json:"measure" csv:"measure"`
	SE           stats.Number `json:"se" csv:"se"`
	SEReal       stats.Number `json:"se_real" csv:"se_real"`
	Lower        stats.Number `json:"lower" csv:"lower"`
	Upper        stats.Number `json:"upper" csv:"upper"`
	Infit        stats.Number `json:"infit" csv:"infit"`
	InfitZ       stats.Number `json:"infit_z" csv:"infit_z"`
	Outfit       stats.Number `json:"outfit" csv:"outfit"`
	OutfitZ      stats.Number `json:"outfit_z" csv:"outfit_z"`
	Observed     stats.Number `json:"observed" csv:"observed"`
	Expected     stats.Number `json:"expected" csv:"expected"`
	Fair         stats.Number `json:"fair" csv:"fair"`
	Extreme      string       `json:"extreme" csv:"extreme"` // "high", "low" or ""
	Subset       int          `json:"subset" csv:"subset"`   // 0: comparable in each
	Anchored     bool         `json:"anchored" csv:"anchored"`
	Displacement stats.Number `json:"displacement,omitzero" csv:"displacement"`
}

// A Step is a level of the ratings that share steps.
type Step struct {
	Indicator      *string      `json:"indicator" csv:"indicator"` // null when common
	Rater          string       `json:"rater,omitempty" csv:"rater"`
	Scale          string       `json:"scale" csv:"scale"`
	Level          float64      `json:"level" csv:"level"`
	Label          string       `json:"label,omitempty" csv:"label"`
	Threshold      stats.Number `json:"threshold" csv:"threshold"`
	SE             stats.Number `json:"se" csv:"se"`
	Count          int          `json:"count" csv:"count"`
	AverageMeasure stats.Number `json:"average_measure" csv:"average_measure"`
	Disordered     bool         `json:"disordered" csv:"disordered"`
}

// Agreement is how often two raters of an item gave the same level, and how
// often the model expects it.
type Agreement struct {
	Pairs    int          `json:"pairs" csv:"pairs"`
	Exact    stats.Number `json:"exact" csv:"exact"`
	Expected stats.Number `json:"expected" csv:"expected"`
	Kappa    stats.Number `json:"kappa" csv:"kappa"`
}

// A LessonLevel is a lesson whose overall level would be another, had raters of
// average severity rated it.
type LessonLevel struct {
	Lesson        string  `json:"lesson" csv:"lesson"`
	Observed      float64 `json:"observed" csv:"observed"`
	Adjusted      float64 `json:"adjusted" csv:"adjusted"`
	ObservedLevel float64 `json:"observed_level" csv:"observed_level"`
	AdjustedLevel float64 `json:"adjusted_level" csv:"adjusted_level"`
}

// A Finding is an effect that the model shows, with its evidence.
type Finding struct {
	Code     string       `json:"code" csv:"code"`
	Rater    string       `json:"rater" csv:"rater"`
	Text     string       `json:"text" csv:"text"`
	Value    float64      `json:"value" csv:"value"`
	Expected float64      `json:"expected" csv:"expected"`
	PValue   stats.Number `json:"p_value" csv:"p_value"` // for all raters at once
}

// An Interaction is what a rater does with an indicator, a lesson or a group
// beyond their measures.
type Interaction struct {
	Rater     string       `json:"rater" csv:"rater"`
	Indicator string       `json:"indicator,omitempty" csv:"indicator"`
	Lesson    string       `json:"lesson,omitempty" csv:"lesson"`
	Round     string       `json:"round,omitempty" csv:"round"`
	Column    string       `json:"column,omitempty" csv:"column"`
	Group     string       `json:"group,omitempty" csv:"group"`
	Ratings   int          `json:"ratings" csv:"ratings"`
	Size      stats.Number `json:"size" csv:"size"`
	Levels    stats.Number `json:"levels" csv:"levels"`
	SE        stats.Number `json:"se" csv:"se"`
	T         stats.Number `json:"t" csv:"t"`
	PValue    stats.Number `json:"p_value" csv:"p_value"`
	Adjusted  stats.Number `json:"p_adjusted" csv:"p_adjusted"` // Holm, over the interactions of one kind
}

// With returns the name of what the rater interacts with.
func (x Interaction) With() string {
	for _, name := range []string{x.Indicator, x.Lesson, x.Round} {
		if name != "" {
			return name
		}
	}
	return x.Group
}

// An Unexpected rating is far from what the model expects.
type Unexpected struct {
	Rater     string  `json:"rater" csv:"rater"`
	Lesson    string  `json:"lesson" csv:"lesson"`
	Indicator string  `json:"indicator" csv:"indicator"`
	Round     string  `json:"round,omitempty" csv:"round"`
	Observed  float64 `json:"observed" csv:"observed"`
	Expected  float64 `json:"expected" csv:"expected"`
	Z         float64 `json:"z" csv:"z"`
}

// A Curve is the chance of a level by location.
type Curve struct {
	Steps  string       `json:"steps" csv:"steps"` // the scale's id, or the element's
	Level  float64      `json:"level" csv:"level"`
	Points []CurvePoint `json:"points" csv:"-"`
}

// A CurvePoint is a point of a Curve.
type CurvePoint struct {
	Steps    string  `json:"-" csv:"steps"`
	Level    float64 `json:"-" csv:"level"`
	Location float64 `json:"location" csv:"location"`
	Chance   float64 `json:"chance" csv:"chance"`
}
