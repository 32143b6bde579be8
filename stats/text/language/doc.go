// Package language holds what is known of a language, its lists of words, and
// cuts a text into tokens, quotations and statements.
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
//   - name and capital: given names, and words that have a capital anyway;
//   - foreign: words of languages that are not read, and letters that only
//     those have.
//
// A missing file is an empty list: a language can begin with people, observed,
// verdict, advice and function, and grow. The head of each file of english/
// says what belongs there. Rules that look at neighbouring words assume that a
// subject stands before its verb; a language of another order needs other
// rules in the registry.
package language
