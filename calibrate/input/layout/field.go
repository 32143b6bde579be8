package layout

// A Field is what a column holds.
type Field string

// What a column can hold.
const (
	Rater     Field = "rater"
	Lesson    Field = "lesson"
	Indicator Field = "indicator"
	Score     Field = "score"
	Reason    Field = "reason"
	Round     Field = "round"
	Segment   Field = "segment" // a part of a lesson: a cycle, a minute
	Stage     Field = "stage"   // before or after the talk
	Master    Field = "master"  // agreed scores
	Time      Field = "timestamp"
	Date      Field = "date"     // a round or a time: the answers decide
	Respond   Field = "id"       // of one filled form
	Group     Field = "group"    // role, school: a further column
	Computed  Field = "computed" // from other columns
	Ignored   Field = "ignored"  // of the form's machinery, or by the user's word
	LeftOut   Field = "left out"
)

// UserFields are the fields that a user can name a column for.
var UserFields = []Field{
	Rater, Lesson, Indicator, Score, Reason, Round, Stage, Segment, Master, Time, Group, Ignored,
}
