package header

import (
	"strings"
	"sync"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/rubric"
)

var (
	ItemID = cell.NewPattern(`^(?:\d{1,2}[a-zA-Z]\d?|[IVX]{1,4}[-.][A-Z](?:[-.]\d{1,2})?|\d{1,2}[.-]\d{1,2}[a-z]?|[A-Z]{1,4}[-.]?\d{1,2}[a-z]?|` +
		`(?i:indicator|item|element|component|standard|criterion|question|look-?for)\s*#?\d+[a-z]?)$`)
	itemFirst = cell.NewPattern(`^(\S+?)(?:\s*[-–—:.)]+\s+|\s*[:)]\s*|\s+)(\S.*)$`)
)

// LooksItem says, from 0 to 1, how much a name looks like an indicator.
func LooksItem(s string) float64 {
	s = cell.Clean(s)
	lesson, rest, cut := CutLesson(s)
	switch {
	case s == "" || IsEmail(s):
		return 0
	case cut && rest != "" && lesson != "" && LooksItem(rest) >= 0.9:
		return 0.9
	case LooksLesson(s):
		return 0
	case RaterName.MatchString(s):
		return 0.2
	case presetIndicator(s):
		return 0.95
	}
	if id, name := CutID(s); id != "" && (name != "" || HasDigit(id) && HasLetter(id) || strings.ContainsAny(id, ".-")) {
		return 0.9
	}
	if cut {
		return max(0.6, LooksItem(rest))
	}
	w := cell.Words(s)
	switch {
	case strings.HasSuffix(s, "?") || len(w) > 4:
		return 0.7
	case anyTeaching(w):
		return 0.7
	case PersonForm(s):
		return 0.2
	case len(w) > 1:
		return 0.5
	}
	return 0.35
}

// teaching are words of rubrics that no person is called by.
var teaching = WordSet(`questioning questions discussion discussions engaging engagement engage engaged student students climate
	environment respect rapport culture managing management classroom procedures behavior behaviour organizing physical space
	communicating communication assessment instruction instructional flexibility responsiveness planning feedback rigor
	rigour pacing purpose content learning teaching lesson objectives objective thinking problem quality standards
	alignment equity differentiation clarity evidence routines transitions participation knowledge expectations
	relationships activities materials motivation structure support monitoring adjusting closure task tasks talk
	discourse understanding checks checking cognitive demand language vocabulary technology collaboration reflection
	professional professionalism control use time text texts ownership critical autonomy perseverance social skills
	supportive facilitation positive negative sensitivity regard perspectives concept development modeling modelling
	dialogue analysis inquiry productivity formats overall ideas organization organisation voice conventions fluency grammar
	mechanics spelling punctuation coherence cohesion accuracy style delivery argument originality creativity presentation
	praise correction prompt prompts warmth scaffolding pronunciation helpfulness safety relevance factuality correctness
	completeness readability toxicity adequacy`)

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
func presetIndicator(s string) bool { return presetNames()[strings.ToLower(s)] }

var presetNames = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, p := range rubric.Presets() {
		for _, in := range p.Indicators {
			all[strings.ToLower(in.Name)] = true
		}
	}
	delete(all, "")
	return all
})

// CutID cuts a name such as "3b - Questioning" into id and long name; the id
// is empty where the name does not begin with one.
func CutID(s string) (id, name string) {
	s = cell.Clean(s)
	if ItemID.MatchString(s) {
		return s, ""
	}
	m := itemFirst.FindStringSubmatch(s)
	if m == nil {
		return "", ""
	}
	first := strings.TrimRight(m[1], ".:)")
	if ItemID.MatchString(first) || isInteger(first) && len(first) < 3 && HasLetter(m[2]) {
		return first, strings.TrimLeft(m[2], "-–—:. ")
	}
	return "", ""
}
