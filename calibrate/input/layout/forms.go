package layout

import (
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/rubric"
)

const lessonWords = `lesson|video|clip|segment|visit|classroom|class|observation|episode|recording|teacher|vid|` +
	`stunde|lecci[oó]n|le[cç]on|clase|cours|lezione|les`

const raterWords = `rater|observer|obs|evaluator|eval|administrator|admin|principal|judge|coder|scorer|assessor|appraiser|examiner|person|` +
	`participant|reviewer|respondent|grader|marker|annotator|annot|ann|reader|expert|human|coach|labell?er|inspector|panell?ist|juror|rated|` +
	`bewerter|beobachter|evaluador|observador`

var (
	lessonName   = cell.NewPattern(`(?i)^(?:(?:` + lessonWords + `)\s*[-#:._]?\s*(?:no\.?\s*)?(?:\d+|[a-z])|[lv]\s?[-#]?\d+)(?:$|[\s:.,(\-–—|/].*)$`)
	lessonFirst  = cell.NewPattern(`(?i)^((?:` + lessonWords + `)\s*[-#._]?\s*(?:\d+|[a-z])|[lv]\s?[-#]?\d+)[\s:._\-–—|/)\]]+(\S.*)$`)
	lessonLast   = cell.NewPattern(`(?i)^(.*\S)[\s:._\-–—|/(\[]+((?:` + lessonWords + `)\s*[-#._]?\s*(?:\d+|[a-z])|[lv]-?\d+)[)\]]?$`)
	lessonInside = cell.NewPattern(`(?:^|\s)((?i:` + lessonWords + `)\s*[-#._]?\s*(?:\d+|[A-Z]))(?:$|\W)`)
	raterName    = cell.NewPattern(`(?i)^(?:(?:` + raterWords + `)\s*[-#_.:]?\s*(?:no\.?\s*|#\s*)?(?:\d{1,3}|[a-z]|one|two|three|four|five)|[rojeh]\s?[-#_]?\s?\d{1,3})$`)
	raterFirst   = cell.NewPattern(`(?i)^((?:` + raterWords + `)\s*[-#_]?\s*(?:\d{1,3}|[a-z])|r\d{1,3})(?:[\s:._\-–—|/()\[\]]+)(\S.*?)[)\]]?$`)
	raterLast    = cell.NewPattern(`(?i)^(.*?\S)(?:[\s:._\-–—|/(\[]+)((?:` + raterWords + `)\s*[-#_]?\s*(?:\d{1,3}|[a-z])|r\d{1,3})[)\]]?$`)
	initials     = cell.NewPattern(`^(?:\p{Lu}\.? ?){2,4}$`)
	initialName  = cell.NewPattern(`^(?:\p{Lu}\.\s?)+\p{Lu}[\pL'’-]+$|^\p{Lu}[\pL'’-]+,?\s(?:\p{Lu}\.\s?)+$`)
	commaName    = cell.NewPattern(`^\pL[\pL'’ -]+,\s\pL[\pL'’. -]*$`)
	titledName   = cell.NewPattern(`^(?:Mr|Mrs|Ms|Mx|Dr|Prof|Miss|Frau|Herr|Sr|Sra)\.?\s\p{Lu}`)
	itemID       = cell.NewPattern(`^(?:\d{1,2}[a-zA-Z]\d?|[IVX]{1,4}[-.][A-Z](?:[-.]\d{1,2})?|\d{1,2}[.-]\d{1,2}[a-z]?|[A-Z]{1,4}[-.]?\d{1,2}[a-z]?|` +
		`(?i:indicator|item|element|component|standard|criterion|question|look-?for)\s*#?\d+[a-z]?)$`)
	itemFirst = cell.NewPattern(`^(\S+?)(?:\s*[-–—:.)]+\s+|\s*[:)]\s*|\s+)(\S.*)$`)
)

// looksLesson reports whether a name is that of a lesson by its form.
func looksLesson(s string) bool { return lessonName.MatchString(cell.Clean(s)) }

// looksItem says, from 0 to 1, how much a name looks like an indicator.
func looksItem(s string) float64 {
	s = cell.Clean(s)
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
	w := cell.Words(s)
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
	s = cell.Clean(s)
	switch {
	case s == "":
		return 0
	case isEmail(s):
		return 0.98
	case raterName.MatchString(s):
		return 0.95
	case looksLesson(s) || presetIndicator(s) || anyTeaching(cell.Words(s)):
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
	case len(w) == 1 && len([]rune(s)) == 1:
		return 0.35
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
	dialogue analysis inquiry productivity formats overall ideas organization organisation voice conventions fluency grammar
	mechanics spelling punctuation coherence cohesion accuracy style delivery argument originality creativity presentation
	praise correction prompt prompts warmth scaffolding pronunciation helpfulness safety relevance factuality correctness
	completeness readability toxicity adequacy`)

// tallies are headers of tables of other things, which are nobody's name.
var tallies = wordSet(`played won drawn lost wins losses draws goals assists runs hits errors games sales revenue income expense expenses budget
	profit tax population rainfall temperature humidity speed volume area width depth stock shares orders items units visits
	births deaths cases tests exports imports boys girls males females adults children seniors passed failed absent present
	enrolled graduated morning afternoon evening breakfast lunch dinner protein fat carbs calories`)

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

// cutID cuts a name such as "3b - Questioning" into id and long name; the id
// is empty where the name does not begin with one.
func cutID(s string) (id, name string) {
	s = cell.Clean(s)
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
	s = cell.Clean(s)
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

// isEmail reports whether a cell is an e-mail address.
func isEmail(s string) bool {
	at := strings.IndexByte(s, '@')
	return at > 0 && strings.Contains(s[at:], ".") && !strings.ContainsAny(s, " ,;")
}

// isInteger reports whether a cell is a whole number.
func isInteger(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// cutRater cuts a header such as "Rater 1 content" or "Content (R1)" into the
// rater and the rest.
func cutRater(s string) (rater, rest string, ok bool) {
	s = cell.Clean(s)
	if m := raterFirst.FindStringSubmatch(s); m != nil {
		return m[1], m[2], true
	}
	if m := raterLast.FindStringSubmatch(s); m != nil {
		return m[2], strings.TrimRight(m[1], " -–—:([._"), true
	}
	return "", "", false
}

// looksRater says of a column's header, from -1 to 1, how much it looks like
// the name or number of one who rates.
func looksRater(s string) float64 {
	s = cell.Clean(s)
	switch {
	case s == "":
		return 0
	case raterName.MatchString(s), isEmail(s), raterWithName(s):
		return 1
	case looksLesson(s):
		return -1
	case personForm(s):
		return 0.8
	case presetIndicator(s) || looksItem(s) >= 0.9 || usualLevels()[cell.Fold(s)]:
		return -1
	case initials.MatchString(s):
		return 0.6
	case tallies[strings.ToLower(s)] || isDay(s) || isSummary(s) || described(s) || strings.HasSuffix(s, "?"):
		return -1
	case looksItem(s) >= 0.7:
		return -0.7
	}
	if n := namings(s); len(n) > 0 && n[0].whole && n[0].sure > 0.6 {
		if n[0].field == Rater {
			return 0.6 // Principal, Coach: by their office
		}
		return -0.8
	}
	if p := looksPerson(s); p > 0.5 {
		return p - 0.3
	}
	return 0
}

// raterWithName reports whether a header numbers a rater and says who it is:
// Reviewer1_AE, Observer 2 (Ms. Hill).
func raterWithName(s string) bool {
	m := raterFirst.FindStringSubmatch(s)
	return m != nil && (initials.MatchString(m[2]) || personForm(m[2]))
}

// days are the names of days, months and other occasions, which are nobody.
var days = wordSet(`monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
	january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
	today yesterday week day q1 q2 q3 q4 fall spring summer winter autumn pre post before after
	quiz quizzes test exam midterm final finals homework hw assignment lab trial attempt draft try`)

func isDay(s string) bool {
	w := headerTokens(s)
	for _, word := range w {
		if !days[word] && !isInteger(word) {
			return false
		}
	}
	return len(w) > 0 && !isInteger(w[0])
}

// CutID cuts a name such as "3b - Questioning" into id and long name; the id
// is empty where the name does not begin with one.
func CutID(s string) (id, name string) { return cutID(s) }

// HasDigit reports whether a name holds a digit.
func HasDigit(s string) bool { return hasDigit(s) }

// HasLetter reports whether a name holds a letter.
func HasLetter(s string) bool { return hasLetter(s) }

// IsEmail reports whether a text is an e-mail address.
func IsEmail(s string) bool { return isEmail(s) }

// Tokens cuts a header into its words, and where letters and digits meet.
func Tokens(header string) []string { return headerTokens(header) }

// Names returns the field that a header names outright.
func Names(header string) (Field, bool) { return named(header) }

// IsSummary reports whether a title surely sums up others.
func IsSummary(title string) bool { return isSummary(title) }

// Overlap returns the share of the words of one name that another has, and 0
// under one half.
func Overlap(name, of string) float64 {
	own := map[string]bool{}
	for _, w := range cell.Words(of) {
		own[stem4(w)] = true
	}
	return overlap(name, own)
}

// LooksLesson reports whether a name is that of a lesson by its form.
func LooksLesson(s string) bool { return looksLesson(s) }

// IsPlainWord reports whether a word is one that headers are made of, and so
// no name: rater, score, mean.
func IsPlainWord(w string) bool {
	_, qualifies := qualifiers[w]
	_, sums := summaryWords[w]
	return qualifies || sums || len(meanings()[w]) > 0 || amounts[w] || teaching[w]
}
