// Package class says whether a reason rests on evidence or on opinion, and by
// which words it tells. It is a property of the text, and grades no person.
//
// The text is cut into words (Unicode Standard Annex 29) and tagged from the
// word lists; the longest phrase wins over its words. It is cut into
// statements, and each rule of the registry rules looks at a statement and
// gives cues: words that speak for a fact (a quotation, a count, a time, who
// did what, where a thing is) or for a judgement (a verdict, advice, a
// conclusion, a state of mind, a level put into words). A strong cue settles
// its side; weak ones are heard only where no strong one speaks. What stands
// in a quotation, or is told as somebody's words, is not the rater's
// judgement; what is advised or imagined is no report.
package class
