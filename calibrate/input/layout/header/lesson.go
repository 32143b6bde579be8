package header

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

const lessonWords = `lesson|video|clip|segment|visit|classroom|class|observation|episode|recording|teacher|vid|` +
	`stunde|lecci[oó]n|le[cç]on|clase|cours|lezione|les`

var (
	lessonName   = cell.NewPattern(`(?i)^(?:(?:` + lessonWords + `)\s*[-#:._]?\s*(?:no\.?\s*)?(?:\d+|[a-z])|[lv]\s?[-#]?\d+)(?:$|[\s:.,(\-–—|/].*)$`)
	lessonFirst  = cell.NewPattern(`(?i)^((?:` + lessonWords + `)\s*[-#._]?\s*(?:\d+|[a-z])|[lv]\s?[-#]?\d+)[\s:._\-–—|/)\]]+(\S.*)$`)
	lessonLast   = cell.NewPattern(`(?i)^(.*\S)[\s:._\-–—|/(\[]+((?:` + lessonWords + `)\s*[-#._]?\s*(?:\d+|[a-z])|[lv]-?\d+)[)\]]?$`)
	LessonInside = cell.NewPattern(`(?:^|\s)((?i:` + lessonWords + `)\s*[-#._]?\s*(?:\d+|[A-Z]))(?:$|\W)`)
)

// LooksLesson reports whether a name is that of a lesson by its form.
func LooksLesson(s string) bool { return lessonName.MatchString(cell.Clean(s)) }

// CutLesson cuts a name such as "L1 3b" or "3b (Lesson 1)" into lesson and
// the rest.
func CutLesson(s string) (lesson, rest string, ok bool) {
	s = cell.Clean(s)
	if m := lessonFirst.FindStringSubmatch(s); m != nil {
		return m[1], m[2], true
	}
	if m := lessonLast.FindStringSubmatch(s); m != nil {
		return m[2], strings.TrimRight(m[1], " -–—:("), true
	}
	return "", "", false
}
