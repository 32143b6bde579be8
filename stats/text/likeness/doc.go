// Package likeness says how much two reasons rest on the same thing, and whether
// they say the contrary of it.
//
// A reason is a vector of stems, numbers, lengths of time, pairs of quoted
// words, and concepts: the lines of concept.txt, by which "wait time" and
// "long pause" meet. A feature weighs more the fewer items of the file it
// occurs in, general shares (common.txt) standing in where the file is small;
// words that judge weigh little. See Corpus.Similarity.
package likeness
