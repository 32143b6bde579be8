package input

import (
	"slices"
	"strings"
)

// pairReasons gives every column of scores the column with the reasons for
// it: by the indicator's id or name in the question, else by standing right
// behind the scores. Reasons that belong to no one column are left out.
func (r *recogniser) pairReasons(f *frame, columns []column) []remark {
	scores := scoresOf(columns)
	paired := map[int]bool{}
	for i, c := range columns {
		if c.field != fieldReason {
			continue
		}
		for _, k := range bestScores(f, columns, scores, i) {
			if columns[k].reason < 0 {
				columns[k].reason = c.index
				paired[i] = true
			}
		}
	}
	r.pairByPlace(columns, scores, paired)
	var left []remark
	for i := range columns {
		if columns[i].field != fieldReason || paired[i] || len(scores) == 1 && columns[scores[0]].reason < 0 {
			continue
		}
		columns[i].field, columns[i].why = fieldLeftOut, "its reasons belong to no one indicator"
		if r.profileColumn(f.rows, columns[i].index).filled > 0 {
			left = append(left, remark{
				row: -1, col: columns[i].index, code: "reason_unpaired", header: columns[i].header,
				text: "these reasons belong to no one indicator: left out",
			})
		}
	}
	return left
}

// bestScores returns the columns of scores that a question for reasons names
// best; none where it names none.
func bestScores(f *frame, columns []column, scores []int, reason int) []int {
	best, most := []int(nil), 0.0
	for _, k := range scores {
		switch m := match(f.labels[reason], f.labels[k], columns[k].facets); {
		case m > most:
			best, most = []int{k}, m
		case m == most && m > 0:
			best = append(best, k)
		}
	}
	if len(best) > 1 && !sameItem(columns, best) && most < 3 {
		return nil
	}
	return best
}

// sameItem reports whether columns of scores are of one indicator.
func sameItem(columns []column, which []int) bool {
	return !slices.ContainsFunc(which, func(k int) bool {
		return columns[k].facets.indicator != columns[which[0]].facets.indicator
	})
}

// match says how well a question for reasons fits a column of scores.
func match(reason, score label, x facets) float64 {
	text := " " + strings.Join(words(reason.text), " ") + " "
	m := 0.0
	id, name := cutID(x.indicator)
	switch {
	case id != "" && holdsID(reason.text, id):
		m = 3
	case contains(text, x.indicator):
		m = 2.5
	case name != "" && contains(text, name):
		m = 2
	default:
		m = overlap(reason.text, x.indicator)
	}
	if m == 0 {
		return 0
	}
	if x.lesson != "" {
		switch lesson, _, ok := cutLesson(reason.text); {
		case ok && fold(lesson) == fold(x.lesson) || contains(text, x.lesson):
			m++
		case ok || lessonInside.MatchString(reason.text):
			return 0
		default:
			m += sameTime(reason.text, x.lesson)
		}
	}
	return m
}

// sameTime gives a question without a lesson to the first, and one with the
// form's number for a repeated question to that one.
func sameTime(reason, lesson string) float64 {
	time, of := "1", numbered.FindStringSubmatch(lesson)
	if m := numbered.FindStringSubmatch(clean(reason)); m != nil {
		time = m[2]
	}
	if of != nil && of[2] == time {
		return 0.5
	}
	return 0
}

// contains reports whether the words of a name stand in a text of words.
func contains(text, name string) bool {
	w := strings.Join(words(name), " ")
	return w != "" && strings.Contains(text, " "+w+" ")
}

// holdsID reports whether an id stands in a text by itself.
func holdsID(text, id string) bool {
	text, id = fold(text), fold(id)
	for i := 0; ; {
		k := strings.Index(text[i:], id)
		if k < 0 {
			return false
		}
		from, to := i+k, i+k+len(id)
		if (from == 0 || !wordByte(text[from-1])) && (to == len(text) || !wordByte(text[to])) {
			return true
		}
		i = from + 1
	}
}

func wordByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 0x80
}

// overlap returns the share of a question's own words that the indicator's
// name holds, and 0 under one half.
func overlap(question, indicator string) float64 {
	own := map[string]bool{}
	for _, w := range words(indicator) {
		own[stem4(w)] = true
	}
	n, both := 0, 0
	for _, w := range words(question) {
		if len(w) < 3 || fillerWords[w] {
			continue
		}
		n++
		if own[stem4(w)] {
			both++
		}
	}
	if n == 0 || both*2 < n {
		return 0
	}
	return float64(both) / float64(n)
}

// stem4 reduces a word to its beginning: engaging, engagement.
func stem4(w string) string {
	if runes := []rune(w); len(runes) > 5 {
		return string(runes[:5])
	}
	return w
}

var fillerWords = wordSet(`evidence why comment comments reason reasons rationale justification justify notes note explain explanation
	remarks feedback what did you see hear the for your this that score rating give gave please and because support
	supporting describe how was were with from about which indicator rate begründung kommentar`)

// pairByPlace pairs reasons whose question names no indicator with the column
// of scores right before them, where every column of scores has such a one.
func (r *recogniser) pairByPlace(columns []column, scores []int, paired map[int]bool) {
	follows := map[int]int{}
	for _, k := range scores {
		if next := k + 1; next < len(columns) && columns[next].field == fieldReason && !paired[next] && columns[k].reason < 0 {
			follows[k] = next
		}
	}
	if len(follows) < 2 && !(len(scores) == 1 && len(follows) == 1) {
		return
	}
	for k, next := range follows {
		columns[k].reason = columns[next].index
		paired[next] = true
	}
}
