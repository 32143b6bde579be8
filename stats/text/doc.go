// Package text reads what raters write: whether a reason rests on evidence or
// on opinion, whether two reasons rest on the same thing, which words mark
// those who scored high, whose names must not be shown, and whether a reason
// speaks in another indicator's words.
//
// It works offline, explains itself (every class comes with the words that led
// to it) and is deterministic. It grades no person: a class is a property of a
// text. docs/reasons.md says how well it does.
//
//	lang := text.English()
//	c := lang.Classify(reason)                  // evidence, opinion, mixed, empty
//	corpus := text.NewCorpus(lang, entries)     // all reasons of a file
//	corpus.Similarity(i, j)                     // 0 to 1; alike from Cut on
//	corpus.Pairs(ctx, reasons, limit, seed)     // every pair, or a sample
//	text.LogOdds(lang, high, low, others)       // words that mark a group
//	text.NewSweeper(lang, names, texts).Sweep   // names and addresses out
//	text.NewRubric(lang, indicators).Elsewhere  // "this may belong to 3c"
//
// # How a reason is read
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
//
// # How two reasons are compared
//
// A reason is a vector of stems, numbers, lengths of time, pairs of quoted
// words, and concepts: the lines of concept.txt, by which "wait time" and
// "long pause" meet. A feature weighs more the fewer items of the file it
// occurs in, general shares (common.txt) standing in where the file is small;
// words that judge weigh little. See Corpus.Similarity.
//
// # Another language
//
// A Language is a directory of list files and a stemmer, read by Load: the
// rules name tags, not words. The registry lists names the files. In all of
// them a line that starts with # is a comment, and entries stand between
// commas:
//
//   - verbs (observed, telling, saying, summary, knowing, judging, light): one
//     a line, "write: writes, wrote; writing, written": the base form, a
//     colon, the forms that need no auxiliary, a semicolon, the participles;
//   - words and phrases (verdict, advice, people, object and most others);
//     hyphens count as spaces, case and the kind of apostrophe do not matter;
//   - values: number ("seven=7"), time ("minute=60", in seconds), common
//     ("teacher=0.45", the share of reasons that use it; "@waiting=0.1" for a
//     concept);
//   - concept: "name: word, phrase, word";
//   - ending: "adverb: ly", for kinds adverb, verb, plural, unplural, owner,
//     ordinal, judging;
//   - name and capital: given names, and words that have a capital anyway.
//
// A missing file is an empty list: a language can begin with people, observed,
// verdict, advice and function, and grow. The head of each file of english/
// says what belongs there. Rules that look at neighbouring words assume that a
// subject stands before its verb; a language of another order needs other
// rules in the registry.
package text
