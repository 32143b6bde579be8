package header

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
)

const raterWords = `rater|observer|obs|evaluator|eval|administrator|admin|principal|judge|coder|scorer|assessor|appraiser|examiner|person|` +
	`participant|reviewer|respondent|grader|marker|annotator|annot|ann|reader|expert|human|coach|labell?er|inspector|panell?ist|juror|rated|` +
	`bewerter|beobachter|evaluador|observador`

var (
	RaterName  = cell.NewPattern(`(?i)^(?:(?:` + raterWords + `)\s*[-#_.:]?\s*(?:no\.?\s*|#\s*)?(?:\d{1,3}|[a-z]|one|two|three|four|five)|[rojeh]\s?[-#_]?\s?\d{1,3})$`)
	raterFirst = cell.NewPattern(`(?i)^((?:` + raterWords + `)\s*[-#_]?\s*(?:\d{1,3}|[a-z])|r\d{1,3})(?:[\s:._\-–—|/()\[\]]+)(\S.*?)[)\]]?$`)
	raterLast  = cell.NewPattern(`(?i)^(.*?\S)(?:[\s:._\-–—|/(\[]+)((?:` + raterWords + `)\s*[-#_]?\s*(?:\d{1,3}|[a-z])|r\d{1,3})[)\]]?$`)
)

// CutRater cuts a header such as "Rater 1 content" or "Content (R1)" into the
// rater and the rest.
func CutRater(s string) (rater, rest string, ok bool) {
	s = cell.Clean(s)
	if m := raterFirst.FindStringSubmatch(s); m != nil {
		return m[1], m[2], true
	}
	if m := raterLast.FindStringSubmatch(s); m != nil {
		return m[2], strings.TrimRight(m[1], " -–—:([._"), true
	}
	return "", "", false
}

// LooksRater says of a column's header, from -1 to 1, how much it looks like
// the name or number of one who rates.
func LooksRater(s string) float64 {
	s = cell.Clean(s)
	switch {
	case s == "":
		return 0
	case RaterName.MatchString(s), IsEmail(s), raterWithName(s):
		return 1
	case LooksLesson(s):
		return -1
	case PersonForm(s):
		return 0.8
	case presetIndicator(s) || LooksItem(s) >= 0.9 || usualLevels()[cell.Fold(s)]:
		return -1
	case Initials.MatchString(s):
		return 0.6
	case tallies[strings.ToLower(s)] || isDay(s) || IsSummary(s) || Described(s) || strings.HasSuffix(s, "?"):
		return -1
	case LooksItem(s) >= 0.7:
		return -0.7
	}
	if n := Namings(s); len(n) > 0 && n[0].Whole && n[0].Sure > 0.6 {
		if n[0].Field == layout.Rater {
			return 0.6 // Principal, Coach: by their office
		}
		return -0.8
	}
	if p := LooksPerson(s); p > 0.5 {
		return p - 0.3
	}
	return 0
}

// raterWithName reports whether a header numbers a rater and says who it is:
// Reviewer1_AE, Observer 2 (Ms. Hill).
func raterWithName(s string) bool {
	m := raterFirst.FindStringSubmatch(s)
	return m != nil && (Initials.MatchString(m[2]) || PersonForm(m[2]))
}

// tallies are headers of tables of other things, which are nobody's name.
var tallies = WordSet(`played won drawn lost wins losses draws goals assists runs hits errors games sales revenue income expense expenses budget
	profit tax population rainfall temperature humidity speed volume area width depth stock shares orders items units visits
	births deaths cases tests exports imports boys girls males females adults children seniors passed failed absent present
	enrolled graduated morning afternoon evening breakfast lunch dinner protein fat carbs calories`)

// days are the names of days, months and other occasions, which are nobody.
var days = WordSet(`monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
	january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
	today yesterday week day q1 q2 q3 q4 fall spring summer winter autumn pre post before after
	quiz quizzes test exam midterm final finals homework hw assignment lab trial attempt draft try`)

func isDay(s string) bool {
	w := Tokens(s)
	for _, word := range w {
		if !days[word] && !isInteger(word) {
			return false
		}
	}
	return len(w) > 0 && !isInteger(w[0])
}
