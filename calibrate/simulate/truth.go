package simulate

// Schema is the id of the JSON that a Truth is written as.
const Schema = "calibrate.truth/v1"

// A Truth holds all that was planted, by id.
type Truth struct {
	Schema     string      `json:"schema"`
	Settings   Options     `json:"settings"`
	Components Preset      `json:"components"`
	LevelWidth float64     `json:"level_width"` // latent units to a level
	Cuts       []float64   `json:"cuts"`
	Raters     []Rater     `json:"raters"`
	Lessons    []Lesson    `json:"lessons"`
	Indicators []Indicator `json:"indicators"`
	Items      []Item      `json:"items"`
	Ratings    int         `json:"ratings"` // rows of the file
	Left       Left        `json:"left_out"`
}

// A Rater has a severity in levels: positive gives lower ratings.
type Rater struct {
	ID       string  `json:"id"`
	Group    string  `json:"group"`
	Camp     int     `json:"camp"` // 0 where there are none
	Habit    string  `json:"habit"`
	Severity float64 `json:"severity"`
}

// A Lesson has a quality, in levels from the average lesson.
type Lesson struct {
	ID      string  `json:"id"`
	Round   string  `json:"round,omitempty"`
	Quality float64 `json:"quality"`
}

// An Indicator has a difficulty, in levels: positive is rated lower.
type Indicator struct {
	ID         string  `json:"id"`
	Difficulty float64 `json:"difficulty"`
	Unclear    bool    `json:"unclear"`
}

// An Item has the level that a rater of average severity without error gives.
type Item struct {
	Lesson    string `json:"lesson"`
	Indicator string `json:"indicator"`
	Level     int    `json:"level"`
	SameFacts bool   `json:"same_facts"` // all raters noticed the same
}

// Left counts what was left out or doubled.
type Left struct {
	NotObserved int `json:"not_observed"`
	Absent      int `json:"absent"`
	Blank       int `json:"blank"`
	Duplicates  int `json:"duplicates"`
}

// A Row is a row of the file.
type Row struct {
	Rater     string `csv:"rater"`
	Role      string `csv:"role"`
	Round     string `csv:"round"`
	Lesson    string `csv:"lesson"`
	Indicator string `csv:"indicator"`
	Score     string `csv:"score"`
	Reason    string `csv:"reason"`
}
