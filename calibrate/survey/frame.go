package survey

import (
	"strings"

	"github.com/cb401426/calibrate/stats/gap"
)

// A Kind is a reading in the words of the page: its name, the rule behind it,
// what to ask, and its sentence about the dimensions that are read so.
type Kind struct {
	Reading  gap.Reading
	Title    string
	Rule     string
	Question string
	Sentence string // %s: the dimensions
}

// A Frame is the words for what was asked.
type Frame struct {
	ID    string
	Title string
	Today string // the answers of now
	Goal  string // the answers that they are held against
	Kinds []Kind // in the order in which to talk about them
}

// frames are what a survey can ask: where a team is and should be, or what it
// does and knows.
var frames = []Frame{
	{
		ID: "goal", Title: "Where we are, where we should be", Today: "today", Goal: "should be",
		Kinds: []Kind{
			{gap.SeeDifferently, "You see today differently",
				"where you are: two people are typically about a step or more apart, a quarter of the scale",
				"What have you each seen? Give evidence before wishes.",
				"You do not agree where you are today on %s."},
			{gap.Opposite, "You pull opposite ways",
				"you share where you are; a quarter of you or more want to move each way by half a step or more",
				"What would each of you lose if the team went the other way?",
				"You pull opposite ways on %s."},
			{gap.WantDifferently, "You want different things",
				"you share where you are; on where you should be two people are typically about a step or more apart",
				"What are the benefits of each side? Which will you choose?",
				"You want different things on %s."},
			{gap.AlignedChange, "You agree that it must change",
				"you share where you are and where you should be, and they lie more than half a step apart",
				"What is the first step, and who takes it?",
				"You agree that %s."},
			{gap.Unclear, "Too close to tell",
				"your answers fit more than one reading, or fewer than five people gave both answers",
				"Your answers fit more than one reading: ask two or three people why.", ""},
			{gap.AlignedContent, "You agree, and are content",
				"you share where you are and where you should be, and they lie within half a step of each other",
				"What keeps it working? Name it, and keep it.",
				"You agree on %s and are content with it."},
		},
	},
	{
		ID: "practice", Title: "What we do, what we know", Today: "we do this", Goal: "we know this",
		Kinds: []Kind{
			{gap.SeeDifferently, "You do not agree what you do",
				"what you do: two people are typically about a step or more apart, a quarter of the scale",
				"What have you each seen done? Give evidence before wishes.",
				"You do not agree what you do on %s."},
			{gap.Opposite, "Some know more than they do, some less",
				"you share what you do; a quarter of you or more lie half a step or more each way of it with what you know",
				"What does each of you count as knowing it?",
				"Some of you know more than you do, and some less, on %s."},
			{gap.WantDifferently, "You do not agree what you know",
				"you share what you do; on what you know two people are typically about a step or more apart",
				"Who can show the others what it looks like?",
				"You do not agree what you know on %s."},
			{gap.AlignedChange, "What you know and do are apart",
				"you share what you do and what you know, and they lie more than half a step apart",
				"What stands between knowing and doing? What is the first step, and who takes it?",
				"You agree that %s."},
			{gap.Unclear, "Too close to tell",
				"your answers fit more than one reading, or fewer than five people gave both answers",
				"Your answers fit more than one reading: ask two or three people why.", ""},
			{gap.AlignedContent, "You do what you know",
				"you share what you do and what you know, and they lie within half a step of each other",
				"What keeps it going? Name it, and keep it.",
				"You do what you know on %s."},
		},
	},
}

// FrameOf returns the words of a survey.
func FrameOf(r *Report) *Frame { return FrameNamed(r.Input.Frame) }

// FrameNamed returns the words of a frame, those of a goal where none has the
// id.
func FrameNamed(id string) *Frame {
	for i := range frames {
		if frames[i].ID == id {
			return &frames[i]
		}
	}
	return &frames[0]
}

// Kind returns the words of a reading.
func (f *Frame) Kind(r gap.Reading) Kind {
	for _, k := range f.Kinds {
		if k.Reading == r {
			return k
		}
	}
	return Kind{}
}

// change says what has to become of a dimension on which a team agrees.
func (f *Frame) change(d *Dimension) string {
	up := d.Gap.Mean.Or(0) > 0
	if f.ID == "practice" {
		if up {
			return "you know more than you do on " + d.Name
		}
		return "you do more than you know on " + d.Name
	}
	return d.Name + " must " + move(d, up)
}

// move says which way a team moves: toward an end that has a name, or up.
func move(d *Dimension, up bool) string {
	switch {
	case up && d.Ends[1] != "", !up && d.Ends[0] != "":
		return "move toward " + end(d, up)
	case up:
		return "go up"
	}
	return "go down"
}

// end is what one end of a dimension means.
func end(d *Dimension, high bool) string {
	name, none := d.Ends[0], "the low end"
	if high {
		name, none = d.Ends[1], "the high end"
	}
	if name == "" {
		return none
	}
	return strings.ToLower(name)
}
