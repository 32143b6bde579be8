package input

import (
	"strconv"
	"strings"
)

// A kind is what a cell of scores holds, before any scale is known.
type kind uint8

const (
	kindBlank       kind = iota
	kindNotObserved      // N/A and its like
	kindNumber           // 3, 3.0, 2,5
	kindLabelled         // 3 - Proficient, Proficient (3)
	kindWord             // Proficient, III, Yes
	kindTwo              // 3/4, 2-3
	kindDate             // 3-Feb
	kindError            // #REF!
	kindJunk             // 3+, 75%, text
)

// A token is the reading of one cell.
type token struct {
	kind  kind
	value float64
	label string // as written; its folded form is the key of a level
	loose bool   // labelled by a space alone, as in "Room 12"
}

// notObserved are the words of a rater who could not rate, folded.
var notObserved = map[string]bool{
	"n/a": true, "na": true, "n.a.": true, "n.a": true, "n/o": true, "n.o.": true, "n.o": true,
	"#n/a": false, "not observed": true, "not applicable": true, "not seen": true, "not rated": true,
	"not scored": true, "unable to rate": true, "unable to score": true, "unable to observe": true,
	"did not observe": true, "unobserved": true, "not obs": true, "not obs.": true, "dno": true,
	"cannot rate": true, "can't rate": true, "could not rate": true, "insufficient evidence": true,
	"not enough evidence": true, "no opportunity to observe": true, "no opportunity": true, "not observable": true,
	"-": true, "–": true, "—": true, "--": true, "---": true, "n / a": true, "not assessed": true,
	"nicht beobachtet": true, "nicht beobachtbar": true, "k.a.": true, "keine angabe": true, "entfällt": true,
	"no observado": true, "no aplica": true, "non observé": true, "sans objet": true, "não observado": true,
	"não se aplica": true, "non osservato": true, "niet geobserveerd": true, "n.v.t.": true,
	"not observed (n/o)": true, "not observed (no)": true, "n/a - not observed": true, "na - not observed": true,
	"not applicable (n/a)": true, "not applicable (na)": true, "not observed (na)": true, "not observed (n/a)": true,
}

var (
	numberPattern = newPattern(`^[+-]?\d{1,9}(?:,\d{1,2}|\.\d+)?$`)
	outOfPattern  = newPattern(`(?i)^(\d+(?:[.,]\d)?)\s+(?:out\s+)?of\s+\d+$`)
	unitPattern   = newPattern(`(?i)^(\d+(?:[.,]\d)?)\s*(?:pts?|points?|stars?)\.?$`)
	twoPattern    = newPattern(`(?i)^\d{1,2}(?:[.,]\d)?\s*(?:[-–—/&,;]|or|to|and)\s*\d{1,2}(?:[.,]\d)?$`)
	datePattern   = newPattern(`(?i)^(?:\d{1,4}[-./ ]+(?:` + months + `)[a-z]*\.?(?:[-./, ]+\d{2,4})?|` +
		`(?:` + months + `)[a-z]*\.?[-./ ]+\d{1,4}(?:[-./, ]+\d{2,4})?|` +
		`\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[ T]+\d{1,2}:\d{2}.*)?)$`)
	errorPattern  = newPattern(`(?i)^#(?:ref|n/a|div/0|name|value|num|null|error|spill|getting_data)[!?]?$`)
	numberFirst   = newPattern(`^[(\[]?([+-]?\d+(?:[.,]\d{1,2})?)[)\]]?(?:\s*[-–—:=.)]\s*|\s+)(\pL.*)$`)
	numberLast    = newPattern(`^(\pL.*?)(?:\s*[-–—:=(\[]\s*|\s+)([+-]?\d+(?:[.,]\d{1,2})?)\s*[)\]]?$`)
	numberInWords = newPattern(`^(\d+)\s*\((\pL[^)]*)\)$`)
	emptyLabel    = map[string]bool{"level": true, "score": true, "rating": true, "a": true, "stufe": true, "nivel": true}
)

const months = `jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|mär|mai|okt|dez|ene|abr|ago|dic|fév|avr|aoû|déc`

// maxScore is the length beyond which no cell is a score.
const maxScore = 100

// lex reads a cell without a scale.
func lex(cell string) token {
	if len(cell) > 4*maxScore {
		return token{kind: kindJunk, label: cell}
	}
	s := clean(strings.TrimRight(cell, "; \t\r\n")) // choices of some forms end in a semicolon
	switch key := fold(s); {
	case s == "":
		return token{}
	case notObserved[key]:
		return token{kind: kindNotObserved, label: s}
	case len(s) > maxScore:
		return token{kind: kindJunk, label: s}
	}
	if v, ok := number(s); ok {
		return token{kind: kindNumber, value: v}
	}
	if t, ok := lexFault(s); ok {
		return t
	}
	return lexLabel(s)
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
func lexFault(s string) (token, bool) {
	for _, f := range []struct {
		pattern *pattern
		kind    kind
	}{{errorPattern, kindError}, {datePattern, kindDate}, {twoPattern, kindTwo}} {
		if f.pattern.MatchString(s) {
			return token{kind: f.kind, label: s}, true
		}
	}
	return token{}, false
}

// lexLabel reads a word, alone or with its number.
func lexLabel(s string) token {
	var num, label string
	if m := numberInWords.FindStringSubmatch(s); m != nil {
		num, label = m[1], m[2]
	} else if m := numberFirst.FindStringSubmatch(s); m != nil {
		num, label = m[1], m[2]
	} else if m := numberLast.FindStringSubmatch(s); m != nil {
		num, label = m[2], m[1]
	}
	loose := !strings.ContainsAny(s, "([-–—:=.)]")
	if v, ok := number(num); ok && !strings.ContainsAny(label, "0123456789") {
		if emptyLabel[fold(label)] {
			return token{kind: kindNumber, value: v}
		}
		return token{kind: kindLabelled, value: v, label: strings.Trim(label, " .:-–—"), loose: loose}
	}
	if strings.ContainsAny(s, "0123456789") {
		return token{kind: kindJunk, label: s}
	}
	return token{kind: kindWord, label: s}
}
