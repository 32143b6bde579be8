package input

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cb401426/calibrate/calibrate/rubric"
)

const lessonWords = `lesson|video|clip|segment|visit|classroom|class|observation|episode|recording|teacher|vid|` +
	`stunde|lecci[oó]n|le[cç]on|clase|cours|lezione|les`

var (
	lessonName   = newPattern(`(?i)^(?:(?:` + lessonWords + `)\s*[-#:._]?\s*(?:no\.?\s*)?(?:\d+|[a-z])|[lv]\s?[-#]?\d+)(?:$|[\s:.,(\-–—|/].*)$`)
	lessonFirst  = newPattern(`(?i)^((?:` + lessonWords + `)\s*[-#._]?\s*(?:\d+|[a-z])|[lv]\s?[-#]?\d+)[\s:._\-–—|/)\]]+(\S.*)$`)
	lessonLast   = newPattern(`(?i)^(.*\S)[\s:._\-–—|/(\[]+((?:` + lessonWords + `)\s*[-#._]?\s*(?:\d+|[a-z])|[lv]-?\d+)[)\]]?$`)
	lessonInside = newPattern(`(?:^|\s)((?i:` + lessonWords + `)\s*[-#._]?\s*(?:\d+|[A-Z]))(?:$|\W)`)
	raterName    = newPattern(`(?i)^(?:rater|observer|evaluator|administrator|admin|principal|judge|coder|scorer|assessor|person|participant|reviewer|respondent|r|o|p)\s*[-#_]?\s*(?:\d{1,3}|[A-Z])$`)
	initialName  = newPattern(`^(?:\pLu\.\s?)+\pLu[\pL'’-]+$|^\pLu[\pL'’-]+,?\s(?:\pLu\.\s?)+$`)
	commaName    = newPattern(`^\pL[\pL'’ -]+,\s\pL[\pL'’. -]*$`)
	titledName   = newPattern(`^(?:Mr|Mrs|Ms|Mx|Dr|Prof|Miss|Frau|Herr|Sr|Sra)\.?\s\pLu`)
	itemID       = newPattern(`^(?:\d{1,2}[a-zA-Z]\d?|[IVX]{1,4}[-.][A-Z](?:[-.]\d{1,2})?|\d{1,2}[.-]\d{1,2}[a-z]?|[A-Z]{1,4}[-.]?\d{1,2}[a-z]?|` +
		`(?i:indicator|item|element|component|standard|criterion|question|look-?for)\s*#?\d+[a-z]?)$`)
	itemFirst = newPattern(`^(\S+?)(?:\s*[-–—:.)]+\s+|\s*[:)]\s*|\s+)(\S.*)$`)
)

// looksLesson reports whether a name is that of a lesson by its form.
func looksLesson(s string) bool { return lessonName.MatchString(clean(s)) }

// looksItem says, from 0 to 1, how much a name looks like an indicator.
func looksItem(s string) float64 {
	s = clean(s)
	lesson, rest, cut := cutLesson(s)
	switch {
	case s == "" || isEmail(s):
		return 0
	case cut && rest != "" && lesson != "" && looksItem(rest) >= 0.9:
		return 0.9
	case looksLesson(s):
		return 0
	case raterName.MatchString(s):
		return 0.2
	case presetIndicator(s):
		return 0.95
	}
	if id, name := cutID(s); id != "" && (name != "" || hasDigit(id) && hasLetter(id) || strings.ContainsAny(id, ".-")) {
		return 0.9
	}
	if cut {
		return max(0.6, looksItem(rest))
	}
	w := words(s)
	switch {
	case strings.HasSuffix(s, "?") || len(w) > 4:
		return 0.7
	case anyTeaching(w):
		return 0.7
	case personForm(s):
		return 0.2
	case len(w) > 1:
		return 0.5
	}
	return 0.35
}

// looksPerson says, from 0 to 1, how much a name looks like a person's.
func looksPerson(s string) float64 {
	s = clean(s)
	switch {
	case s == "":
		return 0
	case isEmail(s):
		return 0.98
	case raterName.MatchString(s):
		return 0.95
	case looksLesson(s) || presetIndicator(s) || anyTeaching(words(s)):
		return 0.05
	case personForm(s):
		return 0.9
	case hasDigit(s):
		return 0.1
	}
	w := strings.Fields(s)
	capital := 0
	for _, word := range w {
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) {
			capital++
		}
	}
	switch {
	case len(w) <= 4 && len(w) > 1 && capital == len(w):
		return 0.75
	case len(w) == 1 && capital == 1:
		return 0.55
	case len(w) <= 2:
		return 0.35
	}
	return 0.1
}

// personForm reports whether a name has the form of a person's: "Ortiz, Ana",
// "C. Diaz", "Ms. Hill".
func personForm(s string) bool {
	return initialName.MatchString(s) || commaName.MatchString(s) && len(strings.Fields(s)) <= 4 || titledName.MatchString(s)
}

// teaching are words of rubrics that no person is called by.
var teaching = wordSet(`questioning questions discussion discussions engaging engagement engage engaged student students climate
	environment respect rapport culture managing management classroom procedures behavior behaviour organizing physical space
	communicating communication assessment instruction instructional flexibility responsiveness planning feedback rigor
	rigour pacing purpose content learning teaching lesson objectives objective thinking problem quality standards
	alignment equity differentiation clarity evidence routines transitions participation knowledge expectations
	relationships activities materials motivation structure support monitoring adjusting closure task tasks talk
	discourse understanding checks checking cognitive demand language vocabulary technology collaboration reflection
	professional professionalism control use time text texts ownership critical autonomy perseverance social skills
	supportive facilitation positive negative sensitivity regard perspectives concept development modeling modelling
	dialogue analysis inquiry productivity formats overall`)

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// anyTeaching reports whether a word is one of rubrics.
func anyTeaching(w []string) bool {
	for _, word := range w {
		if teaching[word] {
			return true
		}
	}
	return false
}

// presetIndicator reports whether a name is an indicator of a built-in
// rubric by its long name.
func presetIndicator(s string) bool {
	for _, p := range rubric.Presets() {
		for _, in := range p.Indicators {
			if in.Name != "" && strings.EqualFold(in.Name, s) {
				return true
			}
		}
	}
	return false
}

// cutID cuts a name such as "3b - Questioning" into id and long name; the id
// is empty where the name does not begin with one.
func cutID(s string) (id, name string) {
	s = clean(s)
	if itemID.MatchString(s) {
		return s, ""
	}
	m := itemFirst.FindStringSubmatch(s)
	if m == nil {
		return "", ""
	}
	first := strings.TrimRight(m[1], ".:)")
	if itemID.MatchString(first) || isInteger(first) && len(first) < 3 && hasLetter(m[2]) {
		return first, strings.TrimLeft(m[2], "-–—:. ")
	}
	return "", ""
}

// cutLesson cuts a name such as "L1 3b" or "3b (Lesson 1)" into lesson and
// the rest.
func cutLesson(s string) (lesson, rest string, ok bool) {
	s = clean(s)
	if m := lessonFirst.FindStringSubmatch(s); m != nil {
		return m[1], m[2], true
	}
	if m := lessonLast.FindStringSubmatch(s); m != nil {
		return m[2], strings.TrimRight(m[1], " -–—:("), true
	}
	return "", "", false
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }
