package column

import (
	"math"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/region"
)

// A profile counts what the cells of a column hold.
type profile struct {
	Filled, scores, attempts, seen, gaps, words, Long, Times, Emails int

	letters  int // scores of a letter or two, which are words as well
	Numbers  int
	Decimals int // numbers of more than one decimal
	low      float64
	High     float64
	rising   bool // whole numbers, each one more than the one before
	Distinct map[string]int
	More     bool // there are more different cells than distinct holds
}

// maxDistinct bounds what a profile remembers of a column.
const maxDistinct = 64

// profileOf looks at a column's cells in some rows.
func profileOf(t *region.Table, rows []int, col int) profile {
	p := profile{Distinct: map[string]int{}, rising: true, low: math.Inf(1), High: math.Inf(-1)}
	before := math.NaN()
	for _, i := range rows {
		text := t.Sheet.At(i, col)
		if text == "" {
			continue
		}
		p.Filled++
		if len(p.Distinct) < maxDistinct || p.Distinct[text] > 0 {
			p.Distinct[text]++
		} else {
			p.More = true
		}
		token := t.Lexer.Lex(text)
		p.addNumber(token, &before)
		switch {
		case len(text) > cell.MaxScore:
			p.Long++
		case token.Kind == cell.Gap:
			p.gaps++
		case t.Scoreish(token):
			p.scores++
			if token.Kind == cell.Word && len(token.Label) < 3 {
				p.letters++
			}
		case token.Kind == cell.NotSeen:
			p.seen++
		case token.Kind == cell.Two || token.Kind == cell.Date || token.Kind == cell.Error || token.Kind == cell.Labelled:
			p.attempts++
			if cell.IsTime(text) {
				p.Times++
			}
		default:
			p.addText(text)
		}
	}
	p.rising = p.rising && p.Numbers == p.Filled && p.Numbers > 1
	return p
}

// addNumber notes what kind of number a cell is.
func (p *profile) addNumber(t cell.Token, before *float64) {
	if t.Kind != cell.Number {
		p.rising = false
		return
	}
	p.Numbers++
	p.low, p.High = min(p.low, t.Value), max(p.High, t.Value)
	if tenths := t.Value * 10; math.Abs(tenths-math.Round(tenths)) > 1e-9 {
		p.Decimals++
	}
	if !math.IsNaN(*before) && t.Value != *before+1 || t.Value != math.Trunc(t.Value) {
		p.rising = false
	}
	*before = t.Value
}

// addText notes what kind of text a cell is.
func (p *profile) addText(text string) {
	if header.IsEmail(text) {
		p.Emails++
	}
	if cell.IsTime(text) {
		p.Times++
	}
	if len(cell.Words(text)) > 6 {
		p.Long++
	}
	p.words++
}

// HoldsScores reports whether the cells are scores, with few exceptions.
func (p *profile) HoldsScores() bool {
	return p.scores > 0 && p.scores >= p.attempts && p.Times*2 < p.Filled &&
		(p.scores+p.seen+p.gaps+p.attempts)*10 >= p.Filled*6
}

// holdsReasons reports whether cells under a header that asks for the reason
// can be reasons: they are not scores, but for letters.
func (p *profile) holdsReasons() bool { return !p.HoldsScores() || p.scores == p.letters }

// holdsText reports whether the cells are text rather than codes or scores.
func (p *profile) holdsText() bool { return p.words+p.Long > p.scores+p.seen+p.gaps }

// HoldsNumbers reports whether the cells are numbers of any size.
func (p *profile) HoldsNumbers() bool {
	return p.Numbers > 0 && p.Numbers*10 >= (p.Filled-p.gaps-p.seen)*8
}

// nothing reports whether there is no cell but such as stand for nothing.
func (p *profile) nothing() bool { return p.Filled == p.seen+p.gaps }

// Alone reports whether every cell stands once only.
func (p *profile) Alone() bool {
	return p.Filled > 3 && (len(p.Distinct) == p.Filled || p.More && len(p.Distinct) == maxDistinct && p.once())
}

func (p *profile) once() bool {
	for _, n := range p.Distinct {
		if n > 1 {
			return false
		}
	}
	return true
}

// Coded reports whether the cells are a few words that come again and again.
func (p *profile) Coded() bool {
	words := p.words + p.scores - p.Numbers
	return words > 0 && p.Long == 0 && p.Times == 0 && p.Emails == 0 && !p.More && len(p.Distinct) <= mostCodes &&
		len(p.Distinct)*2 <= p.Filled+1 && words*10 >= (p.Filled-p.seen-p.gaps)*8
}

// mostCodes is the number of different words up to which they can be codes.
const mostCodes = 12
