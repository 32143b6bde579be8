package cell

import (
	"strconv"
	"strings"
)

// A Kind is what a cell of scores holds, before any scale is known.
type Kind uint8

// What a cell of scores can hold.
const (
	Blank    Kind = iota
	Gap           // what programs write for nothing: NaN, None, a full stop
	NotSeen       // N/A and its like
	Number        // 3, 3.0, 2,5
	Labelled      // 3 - Proficient, Proficient (3)
	Word          // Proficient, III, Yes
	Two           // 3/4, 2-3
	Date          // 3-Feb
	Error         // #REF!
	Junk          // 3+, 75%, text
)

// A Token is the reading of one cell.
type Token struct {
	Kind  Kind
	Value float64
	Label string // as written; its folded form is the key of a level
	Loose bool   // labelled by a space alone, as in "Room 12"
}

// gaps are what programs write where there is nothing, folded.
var gaps = map[string]bool{
	"nan": true, "none": true, "null": true, ".": true, "-": true, "–": true, "—": true, "--": true, "---": true,
	"#n/a": true, "<na>": true, "#null!": true, "nil": true, "(null)": true, "(blank)": true,
}

// notObserved are the words of a rater who could not rate, folded.
var notObserved = map[string]bool{
	"n/a": true, "na": true, "n.a.": true, "n.a": true, "n/o": true, "n.o.": true, "n.o": true,
	"not observed": true, "not applicable": true, "not seen": true, "not rated": true,
	"not scored": true, "unable to rate": true, "unable to score": true, "unable to observe": true,
	"did not observe": true, "unobserved": true, "not obs": true, "not obs.": true, "dno": true,
	"cannot rate": true, "can't rate": true, "could not rate": true, "insufficient evidence": true,
	"not enough evidence": true, "no opportunity to observe": true, "no opportunity": true, "not observable": true,
	"n / a": true, "not assessed": true,
	"nicht beobachtet": true, "nicht beobachtbar": true, "k.a.": true, "keine angabe": true, "entfällt": true,
	"no observado": true, "no aplica": true, "non observé": true, "sans objet": true, "não observado": true,
	"não se aplica": true, "non osservato": true, "niet geobserveerd": true, "n.v.t.": true,
	"not observed (n/o)": true, "not observed (no)": true, "n/a - not observed": true, "na - not observed": true,
	"not applicable (n/a)": true, "not applicable (na)": true, "not observed (na)": true, "not observed (n/a)": true,
}

var (
	numberPattern = NewPattern(`^[+-]?\d{1,9}(?:,\d{1,2}|\.\d+)?$`)
	outOfPattern  = NewPattern(`(?i)^(\d+(?:[.,]\d)?)\s+(?:out\s+)?of\s+\d+$`)
	unitPattern   = NewPattern(`(?i)^(\d+(?:[.,]\d)?)\s*(?:pts?|points?|stars?)\.?$`)
	twoPattern    = NewPattern(`(?i)^\d{1,2}(?:[.,]\d)?\s*(?:[-–—/&,;]|or|to|and)\s*\d{1,2}(?:[.,]\d)?$`)
	datePattern   = NewPattern(`(?i)^(?:\d{1,4}[-./ ]+(?:` + months + `)[a-z]*\.?(?:[-./, ]+\d{2,4})?|` +
		`(?:` + months + `)[a-z]*\.?[-./ ]+\d{1,4}(?:[-./, ]+\d{2,4})?|` +
		`\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[ T]+\d{1,2}:\d{2}.*)?)$`)
	errorPattern  = NewPattern(`(?i)^#(?:ref|n/a|div/0|name|value|num|null|error|spill|getting_data)[!?]?$`)
	numberFirst   = NewPattern(`^[(\[]?([+-]?\d+(?:[.,]\d{1,2})?)[)\]]?(?:\s*[-–—:=.)]\s*|\s+)(\pL.*)$`)
	numberLast    = NewPattern(`^(\pL.*?)(?:\s*[-–—:=(\[]\s*|\s+)([+-]?\d+(?:[.,]\d{1,2})?)\s*[)\]]?$`)
	numberInWords = NewPattern(`^(\d+)\s*\((\pL[^)]*)\)$`)
	emptyLabel    = map[string]bool{"level": true, "score": true, "rating": true, "a": true, "stufe": true, "nivel": true}
)

const months = `jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|mär|mai|okt|dez|ene|abr|ago|dic|fév|avr|aoû|déc`

// MaxScore is the length beyond which no cell is a score.
const MaxScore = 100

// IsNotSeen reports whether a text is the word of a rater who could not rate.
func IsNotSeen(s string) bool { return notObserved[Fold(s)] }

// Lex reads a cell without a scale. With commas, 2,5 is a number; else it is
// two answers in one cell.
func Lex(cell string, commas bool) Token {
	if len(cell) > 4*MaxScore {
		return Token{Kind: Junk, Label: cell}
	}
	s := bare(Clean(strings.TrimRight(cell, "; \t\r\n"))) // choices of some forms end in a semicolon
	switch key := Fold(s); {
	case s == "":
		return Token{}
	case gaps[key]:
		return Token{Kind: Gap, Label: s}
	case notObserved[key]:
		return Token{Kind: NotSeen, Label: s}
	case len(s) > MaxScore:
		return Token{Kind: Junk, Label: s}
	}
	if v, ok := number(s); ok {
		if !commas && strings.Contains(s, ",") {
			return Token{Kind: Two, Label: s}
		}
		return Token{Kind: Number, Value: v}
	}
	if t, ok := lexFault(s); ok {
		return t
	}
	return lexLabel(s)
}

// bare takes off what spreadsheets and people put around a number that is
// text: ="3", '3, and a full stop behind it.
func bare(s string) string {
	if inner, ok := strings.CutPrefix(s, `="`); ok && strings.HasSuffix(inner, `"`) {
		s = strings.TrimSuffix(inner, `"`)
	}
	s = strings.TrimPrefix(s, "'")
	if number, ok := strings.CutSuffix(s, "."); ok && numberPattern.MatchString(number) {
		return number
	}
	return s
}

// number reads 3, 3.0, 2.5 and 2,5; never 1,000 or 3abc.
func number(s string) (float64, bool) {
	if !numberPattern.MatchString(s) {
		if m := outOfPattern.FindStringSubmatch(s); m != nil {
			s = m[1]
		} else if m := unitPattern.FindStringSubmatch(s); m != nil {
			s = m[1]
		} else {
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	return v, err == nil
}

// lexFault recognises what is surely meant as a score and cannot be one.
func lexFault(s string) (Token, bool) {
	for _, f := range []struct {
		pattern *Pattern
		kind    Kind
	}{{errorPattern, Error}, {datePattern, Date}, {twoPattern, Two}} {
		if f.pattern.MatchString(s) {
			return Token{Kind: f.kind, Label: s}, true
		}
	}
	return Token{}, false
}

// lexLabel reads a word, alone or with its number.
func lexLabel(s string) Token {
	var num, label string
	if m := numberInWords.FindStringSubmatch(s); m != nil {
		num, label = m[1], m[2]
	} else if m := numberFirst.FindStringSubmatch(s); m != nil {
		num, label = m[1], m[2]
	} else if m := numberLast.FindStringSubmatch(s); m != nil {
		num, label = m[2], m[1]
		if len(num) > 1 && num[0] == '0' && num[1] >= '0' && num[1] <= '9' {
			return Token{Kind: Junk, Label: s} // clip-04 is the fourth of a list: no level is padded so
		}
	}
	loose := !strings.ContainsAny(s, "([-–—:=.)]")
	if v, ok := number(num); ok && !strings.ContainsAny(label, "0123456789") {
		if emptyLabel[Fold(label)] {
			return Token{Kind: Number, Value: v}
		}
		return Token{Kind: Labelled, Value: v, Label: strings.Trim(label, " .:-–—"), Loose: loose}
	}
	if strings.ContainsAny(s, "0123456789") {
		return Token{Kind: Junk, Label: s}
	}
	return Token{Kind: Word, Label: s}
}
