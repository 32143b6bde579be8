package models

import (
	"context"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/latent"
	"github.com/cb401426/calibrate/stats/rating"
)

// LatentSchema names the shape of the JSON of a latent class model. Fields are
// added within a version, never renamed or removed.
const LatentSchema = "calibrate.latent/v1"

// Latent is a fitted latent class model.
type Latent struct {
	Schema  string            `json:"schema"`
	Program calibrate.Program `json:"program"`
	calibrate.Made
	Settings calibrate.ReadSettings `json:"settings"`
	Input    Input                  `json:"input"`
	Model    LatentModel            `json:"model"`
	Items    []LatentItem           `json:"items"`
	Raters   []LatentRater          `json:"raters"`
	Notes    []calibrate.Note       `json:"notes"`
}

// A LatentModel says what was fitted. Kind is empty where there is none.
type LatentModel struct {
	Kind          string           `json:"kind"` // dawid_skene, one_coin, ordinal
	Scale         string           `json:"scale"`
	Levels        []rating.Level   `json:"levels"`
	LogLikelihood stats.Number     `json:"log_likelihood"`
	BIC           stats.Number     `json:"bic"`
	Parameters    int              `json:"parameters"`
	Clear         bool             `json:"clear"` // the BIC of the next model is higher by 2 or more
	Smoothing     float64          `json:"smoothing"`
	Unit          string           `json:"unit"` // what intervals resample
	Bootstrap     int              `json:"bootstrap"`
	Confidence    float64          `json:"confidence"`
	Prevalence    []float64        `json:"prevalence"`
	Compared      []LatentCompared `json:"compared"`
}

// A LatentCompared is a model that was tried.
type LatentCompared struct {
	Kind          string  `json:"kind" csv:"kind"`
	LogLikelihood float64 `json:"log_likelihood" csv:"log_likelihood"`
	BIC           float64 `json:"bic" csv:"bic"`
	Parameters    int     `json:"parameters" csv:"parameters"`
}

// A LatentItem has the level that best explains all its ratings.
type LatentItem struct {
	Lesson      string    `json:"lesson" csv:"lesson"`
	Indicator   string    `json:"indicator" csv:"indicator"`
	Round       string    `json:"round,omitempty" csv:"round"`
	Level       float64   `json:"level" csv:"level"`
	Probability float64   `json:"probability" csv:"probability"`
	Posterior   []float64 `json:"posterior" csv:"-"`
	Median      float64   `json:"median" csv:"median"`
	Differs     bool      `json:"differs" csv:"differs"` // the median is another level
}

// A LatentRater matches the levels to a degree. Severity is the mean of level
// less rating: positive gives lower ratings.
type LatentRater struct {
	ID            string               `json:"id" csv:"id"`
	Name          string               `json:"name,omitempty" csv:"name"`
	Ratings       int                  `json:"ratings" csv:"ratings"`
	Accuracy      calibrate.Interval   `json:"accuracy" csv:"accuracy"`
	Severity      stats.Number         `json:"severity" csv:"severity"`
	SeverityLower stats.Number         `json:"severity_lower" csv:"severity_lower"`
	SeverityUpper stats.Number         `json:"severity_upper" csv:"severity_upper"`
	Noise         stats.Number         `json:"noise" csv:"noise"`
	NoiseLower    stats.Number         `json:"noise_lower" csv:"noise_lower"`
	NoiseUpper    stats.Number         `json:"noise_upper" csv:"noise_upper"`
	ByLevel       []calibrate.Interval `json:"by_level" csv:"-"` // chance to match each level
	Confusion     [][]float64          `json:"confusion" csv:"-"`
}

// LatentOptions are the choices of a latent class model.
type LatentOptions struct {
	latent.Options
	Names bool
}

// FitLatent fits a latent class model to the scale of a study with the most
// ratings.
func FitLatent(ctx context.Context, study calibrate.Study, o LatentOptions) (*Latent, error) {
	t := study.Table
	scale := mainScale(t)
	d, at := latent.FromTable(t, scale)
	fit, err := latent.Fit(ctx, d, o.Options)
	if err != nil {
		return nil, err
	}
	out := &Latent{Schema: LatentSchema, Input: inputOf(t), Items: []LatentItem{}, Raters: []LatentRater{}, Notes: []calibrate.Note{}}
	out.Model = LatentModel{
		Kind: fit.Kind, Scale: t.Scales()[scale].ID, Levels: t.Scales()[scale].Levels, Parameters: fit.Parameters,
		Clear: fit.Clear, Smoothing: fit.Smoothing, Unit: fit.Unit, Bootstrap: fit.Bootstrap, Confidence: fit.Confidence,
		Prevalence: fit.Prevalence, Compared: []LatentCompared{},
	}
	if len(t.Scales()) > 1 {
		out.Notes = append(out.Notes, calibrate.NewNote("other_scales", "/model/scale"))
	}
	if fit.Reason != "" {
		out.Model.LogLikelihood, out.Model.BIC = stats.None(fit.Reason), stats.None(fit.Reason)
		out.Model.Prevalence = []float64{}
	} else {
		out.describe(study, o, fit, d, at)
	}
	out.Notes = append(out.Notes, study.Notes...)
	out.Notes = append(out.Notes, calibrate.AbsentNotes(out)...)
	return out, nil
}

// mainScale is the scale with the most ratings.
func mainScale(t *rating.Table) int {
	counts := make([]int, len(t.Scales()))
	for i, item := range t.Items() {
		raters, _ := t.Row(i)
		counts[t.ScaleOf(item.Indicator)] += len(raters)
	}
	best := 0
	for s, n := range counts {
		if n > counts[best] {
			best = s
		}
	}
	return best
}

// describe fills in what a fit found.
func (out *Latent) describe(study calibrate.Study, o LatentOptions, fit *latent.Result, d *latent.Data, at []int) {
	out.Model.LogLikelihood, out.Model.BIC = stats.Of(fit.LogL), stats.Of(fit.BIC)
	for _, c := range fit.Compared {
		out.Model.Compared = append(out.Model.Compared, LatentCompared{c.Kind, c.LogL, c.BIC, c.Parameters})
	}
	if !fit.Clear && len(fit.Compared) > 1 {
		out.Notes = append(out.Notes, calibrate.NewNote("models_near", "/model/clear"))
	}
	t := study.Table
	for i, x := range fit.Items {
		item := t.Items()[at[i]]
		out.Items = append(out.Items, LatentItem{
			Lesson: t.Lessons()[item.Lesson], Indicator: t.Indicators()[item.Indicator],
			Level: d.Values[x.Level], Probability: x.Probability, Posterior: x.Posterior, Median: x.Median, Differs: x.Differs,
		})
		if len(t.Rounds()) > 1 {
			out.Items[i].Round = t.Rounds()[item.Round]
		}
	}
	ids := idsOf(study, calibrate.Options{Seed: o.Seed})
	for g, x := range fit.Raters {
		if x.Ratings == 0 {
			continue
		}
		r := LatentRater{
			ID: ids[t.Raters()[g]], Ratings: x.Ratings, Accuracy: calibrate.Interval(x.Accuracy),
			Severity: x.Severity.Value, SeverityLower: x.Severity.Lower, SeverityUpper: x.Severity.Upper,
			Noise: x.Noise.Value, NoiseLower: x.Noise.Lower, NoiseUpper: x.Noise.Upper, Confusion: x.Confusion,
		}
		for _, in := range x.ByLevel {
			r.ByLevel = append(r.ByLevel, calibrate.Interval(in))
		}
		if o.Names {
			r.Name = t.Raters()[g]
		}
		out.Raters = append(out.Raters, r)
	}
	slices.SortFunc(out.Raters, func(a, b LatentRater) int { return rating.CompareNatural(a.ID, b.ID) })
}

// A MasterRow is an item with the level that best explains its ratings, as an
// answer key that says what it is.
type MasterRow struct {
	Lesson    string  `csv:"lesson"`
	Indicator string  `csv:"indicator"`
	Score     float64 `csv:"score"`
	Rater     string  `csv:"rater"`
}

// LatentRaterName stands for the rater in an answer key made by a model.
const LatentRaterName = "latent class model"

// Master returns the levels as an answer key.
func (out *Latent) Master() []MasterRow {
	var rows []MasterRow
	for _, i := range out.Items {
		rows = append(rows, MasterRow{i.Lesson, i.Indicator, i.Level, LatentRaterName})
	}
	return rows
}
