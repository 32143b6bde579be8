package calibrate

import (
	"encoding/json"

	"github.com/cb401426/calibrate/stats"
)

// NotToldApart is the reason of a cause that the ratings cannot tell from
// another, as with one lesson.
const NotToldApart stats.Reason = "not_told_apart"

// Causes splits the disagreement between two raters of one item into causes
// with different remedies. The shares of those that are there add up to 1.
type Causes struct {
	Severity         Cause                   `json:"severity"`
	IndicatorReading Cause                   `json:"indicator_reading"`
	LessonReading    Cause                   `json:"lesson_reading"`
	Residual         Cause                   `json:"residual"`
	Components       map[string]stats.Number `json:"components"` // variances in squared levels
	Method           string                  `json:"method"`
	Most             []Most                  `json:"most"`
}

// A Cause is its share of the disagreement with its limits, or absent.
type Cause struct {
	Share stats.Number `json:"share"`
	Lower stats.Number `json:"lower"`
	Upper stats.Number `json:"upper"`
}

// Most is an indicator or lesson that makes much of a cause: the root mean
// square, in levels, of the predicted readings of it by the raters.
type Most struct {
	Cause     string  `json:"cause"`
	Indicator string  `json:"indicator,omitempty"`
	Lesson    string  `json:"lesson,omitempty"`
	Effect    float64 `json:"effect"`
}

// OK reports whether the cause could be told.
func (c Cause) OK() bool { return c.Share.OK() }

// Reason returns why it could not.
func (c Cause) Reason() stats.Reason { return c.Share.Reason() }

// causeFields is the JSON form of a Cause that could be told.
type causeFields Cause

// MarshalJSON writes share, lower and upper, or null.
func (c Cause) MarshalJSON() ([]byte, error) {
	if !c.OK() {
		return []byte("null"), nil
	}
	return json.Marshal(causeFields(c))
}

// UnmarshalJSON reads what MarshalJSON writes.
func (c *Cause) UnmarshalJSON(b []byte) error {
	var f *causeFields
	if err := json.Unmarshal(b, &f); err != nil {
		return err
	}
	*c = Cause{Share: stats.None(NotToldApart)}
	if f != nil {
		*c = Cause(*f)
	}
	return nil
}
