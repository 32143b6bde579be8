// Package survey turns the answers of a team, where it believes it is and where
// it thinks it should be, into what the team can talk about: where it is
// aligned, where it sees today differently, where it wants different things.
package survey

import (
	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/gap"
)

// Schema names the shape of the JSON. Fields are added within a version, never
// renamed or removed.
const Schema = "calibrate.survey/v1"

// A Report is everything that any format shows of a survey. Nobody is in it:
// answers are counted, never listed by person.
type Report struct {
	Schema  string            `json:"schema"`
	Program calibrate.Program `json:"program"`
	Data    calibrate.Data    `json:"data"`
	calibrate.Made
	Settings   Settings         `json:"settings"`
	Input      Input            `json:"input"`
	Sentence   string           `json:"sentence"`
	Dimensions []Dimension      `json:"dimensions"`
	Groups     []Group          `json:"groups,omitempty"`
	Quotes     []Quote          `json:"quotes"` // out of what people wrote of all dimensions at once
	Agenda     []AgendaItem     `json:"agenda"`
	Notes      []calibrate.Note `json:"notes"`
}

// Settings are the choices that shaped the figures.
type Settings struct {
	Confidence float64 `json:"confidence"`
	By         string  `json:"by"`
	Rubric     string  `json:"rubric"`
	Minutes    int     `json:"minutes"`
	Quotes     string  `json:"quotes"` // "all" or "none"
}

// Input counts what was read.
type Input struct {
	People     int      `json:"people"`
	Dimensions int      `json:"dimensions"`
	Answers    int      `json:"answers"`
	OneSided   int      `json:"one_sided"` // one answer of the two
	Duplicates int      `json:"duplicates"`
	Layout     string   `json:"layout"`
	Frame      string   `json:"frame"` // "goal": where we are and should be; "practice": what we do and know
	Scale      Scale    `json:"scale"`
	LeftOut    []string `json:"left_out"` // columns that were not read
}

// A Scale is what the answers stand on. Levels is null for a slider.
type Scale struct {
	Low      float64   `json:"low"`
	High     float64   `json:"high"`
	Levels   []float64 `json:"levels"`
	Declared bool      `json:"declared"`
}

// A Dimension is one question: where the team is, and where it should be.
type Dimension struct {
	ID          string       `json:"id" csv:"id"`
	Name        string       `json:"name" csv:"name"`
	Ends        [2]string    `json:"ends" csv:"-"` // what low and high mean; empty where unknown
	People      int          `json:"people" csv:"people"`
	Arrows      [][3]float64 `json:"arrows" csv:"-"` // is, should, people; null under five people
	Is          Side         `json:"is" csv:"is"`
	Should      Side         `json:"should" csv:"should"`
	Gap         Gap          `json:"gap" csv:"gap"`
	Reading     gap.Reading  `json:"reading" csv:"reading"`
	ShouldToo   bool         `json:"should_too" csv:"should_too"` // beside see_differently: what is wanted differs as well
	IsShare     stats.Number `json:"is_share" csv:"is_share"`
	ShouldShare stats.Number `json:"should_share" csv:"should_share"`
	ChangeShare stats.Number `json:"change_share" csv:"change_share"`
	Rank        int          `json:"rank" csv:"rank"`
	Quotes      []Quote      `json:"quotes" csv:"-"`
	Lessons     *InLessons   `json:"lessons,omitempty" csv:"-"`
}

// A Side is one of the two answers over the team. Spread is the mean difference
// between two people in steps, a quarter of the scale.
type Side struct {
	Mean         stats.Number     `json:"mean" csv:"mean"`
	Median       stats.Number     `json:"median" csv:"median"`
	Distribution []int            `json:"distribution" csv:"-"` // people on each level; null for a slider
	Spread       stats.Number     `json:"spread" csv:"spread"`
	SpreadError  stats.Number     `json:"spread_error" csv:"spread_error"`
	Exact        calibrate.Figure `json:"exact" csv:"exact"`
	WithinOne    calibrate.Figure `json:"within_one" csv:"within_one"`
	Shared       gap.Judgment     `json:"shared" csv:"shared"`
}

// A Gap is should − is over the people with both answers: positive toward the
// high end.
type Gap struct {
	Mean  stats.Number `json:"mean" csv:"mean"`
	Lower stats.Number `json:"lower" csv:"lower"`
	Upper stats.Number `json:"upper" csv:"upper"`
	More  stats.Number `json:"more" csv:"more"`
	Same  stats.Number `json:"same" csv:"same"`
	Less  stats.Number `json:"less" csv:"less"`
}

// A Quote is a reason from one end of what is not shared.
type Quote struct {
	End  string `json:"end"` // "low", "high", or "" for all
	Text string `json:"text"`
}

// A Group is the people with one value of the --by column, beside the others.
type Group struct {
	ID         string         `json:"id"`
	People     int            `json:"people"`
	Dimensions []GroupDetails `json:"dimensions"`
}

// GroupDetails are how far a group's means lie from the others'.
type GroupDetails struct {
	ID     string     `json:"id"`
	Is     Difference `json:"is"`
	Should Difference `json:"should"`
	Gap    Difference `json:"gap"`
}

// A Difference is a group's mean minus that of the others; PValue is adjusted by
// Holm over all differences of the survey.
type Difference struct {
	Difference stats.Number `json:"difference" csv:"difference"`
	Lower      stats.Number `json:"lower" csv:"lower"`
	Upper      stats.Number `json:"upper" csv:"upper"`
	PValue     stats.Number `json:"p_value" csv:"p_value"`
}

// An AgendaItem is a part of the conversation.
type AgendaItem struct {
	Rank      int    `json:"rank"`
	Minutes   int    `json:"minutes"`
	Dimension string `json:"dimension"`
	Question  string `json:"question"`
	Why       string `json:"why"`
}

// InLessons sets what a team believes beside what its lessons show: the
// indicators that a dimension names, out of a report.
type InLessons struct {
	Indicators []string     `json:"indicators"`
	Exact      stats.Number `json:"exact"`
	Text       string       `json:"text"`
}

// Stamp says of what the report was made.
func (r *Report) Stamp(s calibrate.Stamp) {
	r.Made = s.Made
	r.Notes = append(r.Notes, s.Notes...)
}

// Hold says which gates were held against the survey, and how.
func (r *Report) Hold(held []calibrate.Gate, notes []calibrate.Note) {
	r.Gates, r.Notes = held, append(r.Notes, notes...)
}
