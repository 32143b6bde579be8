package simulate

// A fact is something that can be noticed in a lesson, in words that hold for
// any of its levels.
type fact string

// facts are what raters write, in themes: an item has a theme, and raters who
// noticed the same write of the same fact.
var facts = [][]fact{
	{
		"The teacher asked 14 questions and 11 of them had one right answer.",
		"Four students answered nearly all of the questions.",
		"After each answer the teacher waited less than two seconds.",
		"Two students asked each other why and compared their answers.",
	},
	{
		"Students worked in pairs for nine minutes and both partners wrote.",
		"At the back table three students copied from one notebook.",
		"The task card named a role for every member of the group.",
		"The teacher visited five of the seven groups.",
	},
	{
		"The objective was on the board and the class read it aloud.",
		"When asked, two students could not say what they were learning.",
		"The teacher came back to the objective at the end of the lesson.",
		"The exit slip did not match what was on the board.",
	},
	{
		"Students handed out the materials without being told to.",
		"The change from the carpet to the desks took four minutes.",
		"A timer on the screen showed how much time was left.",
		"Six students lined up at the sharpener while directions were given.",
	},
	{
		"The teacher checked each whiteboard and wrote down who needed help.",
		"Thumbs up was the only check before independent work began.",
		"A student was shown how to mend the second step of her solution.",
		"Three students used the rubric to mark their own drafts.",
	},
	{
		"The teacher greeted every student by name at the door.",
		"A student's wrong answer was laughed at and nothing was said.",
		"Students thanked each other after the discussion.",
		"The teacher knelt next to a student who had put his head down.",
	},
	{
		"The text was read in two versions, one of them with pictures.",
		"All students had the same worksheet of 20 problems.",
		"Early finishers were given a problem without numbers.",
		"Word banks lay on the desks of the English learners.",
	},
	{
		"The teacher modeled the first problem and thought out loud.",
		"Directions were given three times before anyone began.",
		"The example on the slide had a mistake that a student found.",
		"A diagram linked today's lesson to last week's.",
	},
}

// opinions are what some write in place of a fact.
var opinions = []string{
	"Great lesson, I really liked it.",
	"This could have been better.",
	"Students seemed engaged.",
	"Weak in this area.",
}

// items draws for each item of a lesson whether all notice the same, and what
// there is to notice.
func (w *world) items(l int) {
	from := len(w.truth.Items) - w.Indicators
	for i := range w.Indicators {
		theme := append([]fact(nil), facts[(l+i)%len(facts)]...)
		w.rng.Shuffle(len(theme), func(a, b int) { theme[a], theme[b] = theme[b], theme[a] })
		same := w.rng.Float64() < w.SameFacts
		if same {
			theme = theme[:1]
		}
		w.truth.Items[from+i].SameFacts = same
		w.facts = append(w.facts, theme)
	}
}

// The shares of reasons that are empty, and of those that are opinions.
const (
	silent    = 0.15
	opinioned = 0.2
)

// reason draws what someone writes of an item.
func (w *world) reason(l, i, _ int) string {
	if w.rng.Float64() < silent {
		return ""
	}
	if w.rng.Float64() < opinioned {
		return opinions[w.rng.IntN(len(opinions))]
	}
	theme := w.facts[l*w.Indicators+i]
	return string(theme[w.rng.IntN(len(theme))])
}
