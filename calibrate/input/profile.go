package input

// A profile counts what the cells of a column hold.
type profile struct {
	filled, scores, attempts, na, words, long, times, emails int
	letters                                                  int // scores of a letter or two, which are words as well
	distinct                                                 map[string]int
}

// maxDistinct bounds what a profile remembers of a column.
const maxDistinct = 64

// profileColumn looks at a column's cells in some rows.
func (r *recogniser) profileColumn(rows []int, col int) profile {
	p := profile{distinct: map[string]int{}}
	for _, i := range rows {
		cell := r.sheet.At(i, col)
		if cell == "" {
			continue
		}
		p.filled++
		if len(p.distinct) < maxDistinct || p.distinct[cell] > 0 {
			p.distinct[cell]++
		}
		switch t := r.lex(cell); {
		case len(cell) > maxScore:
			p.long++
		case r.scoreish(t):
			p.scores++
			if t.kind == kindWord && len(t.label) < 3 {
				p.letters++
			}
		case t.kind == kindNotObserved:
			p.na++
		case t.kind == kindTwo || t.kind == kindDate || t.kind == kindError || t.kind == kindLabelled:
			p.attempts++
			if isTime(cell) {
				p.times++
			}
		default:
			if isEmail(cell) {
				p.emails++
			}
			if len(words(cell)) > 6 {
				p.long++
			}
			p.words++
		}
	}
	return p
}

// holdsScores reports whether the cells are scores, with few exceptions.
func (p profile) holdsScores() bool {
	return p.scores > 0 && p.scores >= p.attempts && p.times*2 < p.filled &&
		(p.scores+p.na+p.attempts)*10 >= p.filled*6
}

// holdsReasons reports whether cells under a header that asks for the reason
// can be reasons: they are not scores, but for letters.
func (p profile) holdsReasons() bool { return !p.holdsScores() || p.scores == p.letters }

// holdsText reports whether the cells are text rather than codes or scores.
func (p profile) holdsText() bool { return p.words+p.long > p.scores+p.na }

// maxPoint is the highest number that is taken for a score where no scale is
// known.
const maxPoint = 100

// scoreish reports whether a token looks like a score.
func (r *recogniser) scoreish(t token) bool {
	switch t.kind {
	case kindNumber:
		return t.value >= -10 && t.value <= maxPoint
	case kindLabelled:
		return r.knows(fold(t.label)) || !t.loose && t.value >= -10 && t.value <= maxPoint && !looksLesson(t.label+" 1")
	case kindWord:
		return r.knows(fold(t.label))
	}
	return false
}
