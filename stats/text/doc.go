// Package text reads what raters write: whether a reason rests on evidence or
// on opinion, whether two reasons rest on the same thing, which words mark
// those who scored high, whose names must not be shown, and whether a reason
// speaks in another indicator's words.
//
// It works offline, explains itself (every class comes with the words that led
// to it) and is deterministic. It grades no person: a class is a property of a
// text. docs/reasons.md says how well it does.
//
//	lang := language.English()
//	c := class.Classify(lang, reason)           // evidence, opinion, mixed, empty
//	corpus := likeness.NewCorpus(lang, entries) // all reasons of a file
//	corpus.Similarity(i, j)                     // 0 to 1; alike from Cut on
//	corpus.Pairs(ctx, reasons, limit, seed)     // every pair, or a sample
//	sweep.NewSweeper(lang, names, texts).Sweep  // names and addresses out
//	text.LogOdds(lang, high, low, others)       // words that mark a group
//	text.NewRubric(lang, indicators).Elsewhere  // "this may belong to 3c"
//	text.Telling(lang, reason)                  // how much others could check
//
// Language cuts a text into the tokens of package token; class, likeness and
// sweep read these, and none of the three knows another.
package text
