package calibrate

import (
	"github.com/cb401426/calibrate/stats"
)

// An AgendaItem is one thing to settle in the meeting. It names no one, not
// even by pseudonym: who speaks first would be known by it in every table.
type AgendaItem struct {
	Rank      int    `json:"rank" csv:"rank"`
	Minutes   int    `json:"minutes" csv:"minutes"`
	Lesson    string `json:"lesson" csv:"lesson"`
	Indicator string `json:"indicator" csv:"indicator"`
	Name      string `json:"name,omitempty" csv:"name"`
	Round     string `json:"round,omitempty" csv:"round"`
	// Boundary is the two levels between which most pairs are apart; empty
	// where all gave the same.
	Boundary []float64 `json:"boundary" csv:"-"`
	// Low and High are what those gave who speak first: of either side, those
	// whose reasons name most. High is null where it is one who could not
	// observe it.
	Low         stats.Number  `json:"low" csv:"low"`
	High        stats.Number  `json:"high" csv:"high"`
	Spread      []LevelCount  `json:"spread" csv:"-"`
	NotObserved int           `json:"not_observed" csv:"not_observed"`
	Reading     Label         `json:"reading" csv:"reading"`
	Question    string        `json:"question" csv:"question"`
	Why         string        `json:"why" csv:"why"`
	Quotes      []Quote       `json:"quotes" csv:"-"`
	Levels      []AgendaLevel `json:"levels" csv:"-"`
	Agreed      []string      `json:"agreed,omitempty" csv:"-"` // before, on this indicator
}

// An AgendaLevel is a level at stake, in the rubric's words where the rubric
// has them.
type AgendaLevel struct {
	Value float64 `json:"value"`
	Label string  `json:"label,omitempty"`
	Words string  `json:"words,omitempty"`
}

// A Meeting is how the time is spent.
type Meeting struct {
	Minutes    int           `json:"minutes"`
	Start      string        `json:"start,omitempty"` // 14:10, where it was given
	Parts      []MeetingPart `json:"parts"`
	NextLesson string        `json:"next_lesson"` // which kind to rate next
}

// A MeetingPart is a part of the meeting and its minutes.
type MeetingPart struct {
	ID      string `json:"id"`
	Minutes int    `json:"minutes"`
}

// The parts of a meeting.
const (
	PartNorms   = "norms"
	PartMark    = "mark"
	PartPredict = "predict"
	PartLook    = "look"
	PartItems   = "items"
	PartClarify = "clarify"
	PartCommit  = "commit"
	PartNext    = "next"
)

// The length of a meeting, in minutes.
const (
	ShortestMeeting = 30
	LongestMeeting  = 120
	DefaultMeeting  = 60
)
