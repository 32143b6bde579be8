package layout

import (
	"math"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// A profile counts what the cells of a column hold.
type profile struct {
	filled, scores, attempts, seen, gaps, words, long, times, emails int

	letters  int // scores of a letter or two, which are words as well
	numbers  int
	decimals int // numbers of more than one decimal
	low      float64
	high     float64
	rising   bool // whole numbers, each one more than the one before
	distinct map[string]int
	more     bool // there are more different cells than distinct holds
}

// maxDistinct bounds what a profile remembers of a column.
const maxDistinct = 64

// profile looks at a column's cells in some rows.
func profileOf(t *table, rows []int, col int) profile {
	p := profile{distinct: map[string]int{}, rising: true, low: math.Inf(1), high: math.Inf(-1)}
	before := math.NaN()
	for _, i := range rows {
		text := t.sheet.At(i, col)
		if text == "" {
			continue
		}
		p.filled++
		if len(p.distinct) < maxDistinct || p.distinct[text] > 0 {
			p.distinct[text]++
		} else {
			p.more = true
		}
		token := t.lexer.Lex(text)
		p.addNumber(token, &before)
		switch {
		case len(text) > cell.MaxScore:
			p.long++
		case token.Kind == cell.Gap:
			p.gaps++
		case t.scoreish(token):
			p.scores++
			if token.Kind == cell.Word && len(token.Label) < 3 {
				p.letters++
			}
		case token.Kind == cell.NotSeen:
			p.seen++
		case token.Kind == cell.Two || token.Kind == cell.Date || token.Kind == cell.Error || token.Kind == cell.Labelled:
			p.attempts++
			if cell.IsTime(text) {
				p.times++
			}
		default:
			p.addText(text)
		}
	}
	p.rising = p.rising && p.numbers == p.filled && p.numbers > 1
	return p
}

// addNumber notes what kind of number a cell is.
func (p *profile) addNumber(t cell.Token, before *float64) {
	if t.Kind != cell.Number {
		p.rising = false
		return
	}
	p.numbers++
	p.low, p.high = min(p.low, t.Value), max(p.high, t.Value)
	if tenths := t.Value * 10; math.Abs(tenths-math.Round(tenths)) > 1e-9 {
		p.decimals++
	}
	if !math.IsNaN(*before) && t.Value != *before+1 || t.Value != math.Trunc(t.Value) {
		p.rising = false
	}
	*before = t.Value
}

// addText notes what kind of text a cell is.
func (p *profile) addText(text string) {
	if IsEmail(text) {
		p.emails++
	}
	if cell.IsTime(text) {
		p.times++
	}
	if len(cell.Words(text)) > 6 {
		p.long++
	}
	p.words++
}

// holdsScores reports whether the cells are scores, with few exceptions.
func (p *profile) holdsScores() bool {
	return p.scores > 0 && p.scores >= p.attempts && p.times*2 < p.filled &&
		(p.scores+p.seen+p.gaps+p.attempts)*10 >= p.filled*6
}

// holdsReasons reports whether cells under a header that asks for the reason
// can be reasons: they are not scores, but for letters.
func (p *profile) holdsReasons() bool { return !p.holdsScores() || p.scores == p.letters }

// holdsText reports whether the cells are text rather than codes or scores.
func (p *profile) holdsText() bool { return p.words+p.long > p.scores+p.seen+p.gaps }

// holdsNumbers reports whether the cells are numbers of any size.
func (p *profile) holdsNumbers() bool {
	return p.numbers > 0 && p.numbers*10 >= (p.filled-p.gaps-p.seen)*8
}

// nothing reports whether there is no cell but such as stand for nothing.
func (p *profile) nothing() bool { return p.filled == p.seen+p.gaps }

// alone reports whether every cell stands once only.
func (p *profile) alone() bool {
	return p.filled > 3 && (len(p.distinct) == p.filled || p.more && len(p.distinct) == maxDistinct && p.once())
}

func (p *profile) once() bool {
	for _, n := range p.distinct {
		if n > 1 {
			return false
		}
	}
	return true
}

// coded reports whether the cells are a few words that come again and again.
func (p *profile) coded() bool {
	words := p.words + p.scores - p.numbers
	return words > 0 && p.long == 0 && p.times == 0 && p.emails == 0 && !p.more && len(p.distinct) <= mostCodes &&
		len(p.distinct)*2 <= p.filled+1 && words*10 >= (p.filled-p.seen-p.gaps)*8
}

// mostCodes is the number of different words up to which they can be codes.
const mostCodes = 12
