package calibrate

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/text/class"
)

// A WordCount is a word, or a few, and the reasons that use it.
type WordCount struct {
	Word  string `json:"word"`
	Count int    `json:"count"`
}

// A LanguageCount is a language and the reasons that are in it, or mostly.
// Without a language they could not be read.
type LanguageCount struct {
	Language string `json:"language"`
	Reasons  int    `json:"reasons"`
}

// A ReasonIndicator is what the reasons for one indicator show.
type ReasonIndicator struct {
	Indicator string `json:"indicator" csv:"indicator"`
	Reasons   int    `json:"reasons" csv:"reasons"`
	Missing   int    `json:"missing" csv:"missing"`
	Evidence  int    `json:"evidence" csv:"evidence"`
	Opinion   int    `json:"opinion" csv:"opinion"`
	Mixed     int    `json:"mixed" csv:"mixed"`
	Empty     int    `json:"empty" csv:"empty"`
	NotRead   int    `json:"not_read" csv:"not_read"`
	// Copied counts reasons that are the rubric's words with nothing seen.
	Copied int `json:"copied" csv:"copied"`
	// Elsewhere are the indicators in whose words some reasons speak.
	Elsewhere []Elsewhere `json:"elsewhere" csv:"-"`
	// Boundary are the two levels between which most pairs are apart, Low and
	// High the words that mark the reasons of those on either side. They are
	// empty where too little is written.
	Boundary []float64     `json:"boundary" csv:"-"`
	Low      []MarkingWord `json:"low" csv:"-"`
	High     []MarkingWord `json:"high" csv:"-"`
}

// Elsewhere says that reasons may belong to another indicator.
type Elsewhere struct {
	Indicator string   `json:"indicator"`
	Reasons   int      `json:"reasons"`
	Words     []string `json:"words"`
}

// A MarkingWord marks the reasons of those on one side of a line: LogOdds is
// weighted by what everyone writes, Z is it in standard errors.
type MarkingWord struct {
	Word    string  `json:"word"`
	LogOdds float64 `json:"log_odds"`
	Z       float64 `json:"z"`
	Here    int     `json:"here"`  // reasons on this side that use it
	There   int     `json:"there"` // and on the other
}

// Reasons is what the raters wrote beside their ratings. The counts of
// classes are reasons of ratings with a score; pairs are two such reasons for
// the same item that both say something.
type Reasons struct {
	RatingsWithReason int       `json:"ratings_with_reason"`
	Missing           int       `json:"missing"` // ratings without one
	Pairs             Quadrants `json:"pairs"`
	// Alike is the share of the pairs whose reasons are alike; AlikeByChance
	// that of reasons for different items.
	Alike         stats.Number `json:"alike"`
	AlikeByChance stats.Number `json:"alike_by_chance"`
	Evidence      int          `json:"evidence"`
	Opinion       int          `json:"opinion"`
	Mixed         int          `json:"mixed"`
	Empty         int          `json:"empty"`
	// NotRead counts reasons in another language than English or Spanish, or in
	// words that tell neither a fact nor a judgement.
	NotRead      int               `json:"not_read"`
	Languages    []LanguageCount   `json:"languages"` // most reasons first
	Swept        int               `json:"swept"`     // names and addresses
	OpinionWords []WordCount       `json:"opinion_words"`
	Items        []ReasonItem      `json:"items"`
	Indicators   []ReasonIndicator `json:"indicators"`
	Raters       []ReasonRater     `json:"raters"`
}

// A ReasonItem is the reasons for one item, of which there are two or more.
type ReasonItem struct {
	Lesson    string    `json:"lesson" csv:"lesson"`
	Indicator string    `json:"indicator" csv:"indicator"`
	Round     string    `json:"round,omitempty" csv:"round"`
	Reasons   int       `json:"reasons" csv:"reasons"`
	Quadrants Quadrants `json:"quadrants" csv:"quadrants"`
	// Alike is the share of alike pairs among the reasons that name something
	// seen, and PValue that of deals of the file's reasons that are nearly as alike
	// on average.
	Alike  stats.Number `json:"alike" csv:"alike"`
	PValue stats.Number `json:"p_value" csv:"p_value"`
	// Reading is what the reasons may show: a quadrant, or facts disputed, or
	// nothing seen.
	Reading Label   `json:"reading" csv:"reading"`
	Quotes  []Quote `json:"quotes" csv:"-"`
}

// A Quote is a part of a reason, swept, and the score it was given for; without
// one it is of somebody who could not observe it.
type Quote struct {
	Score stats.Number `json:"score"`
	Text  string       `json:"text"`
	Class class.Class  `json:"class"`
	Words []string     `json:"words"` // what led to the class
}

// A ReasonRater counts what one rater wrote. It is no mark: whoever writes
// little may rate well.
type ReasonRater struct {
	Rater    string `json:"rater" csv:"rater"`
	Reasons  int    `json:"reasons" csv:"reasons"`
	Missing  int    `json:"missing" csv:"missing"`
	Evidence int    `json:"evidence" csv:"evidence"`
	Opinion  int    `json:"opinion" csv:"opinion"`
	Mixed    int    `json:"mixed" csv:"mixed"`
	Empty    int    `json:"empty" csv:"empty"`
	NotRead  int    `json:"not_read" csv:"not_read"`
}
