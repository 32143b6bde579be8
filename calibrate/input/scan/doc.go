// Package scan reads long delimited files fast: it codes the fields of some
// columns by their distinct texts and keeps nothing else. One reader cuts the
// input into blocks of whole records, workers find the structure of a block
// 64 bytes at a time and look each field up in a dictionary of their own, and
// the dictionaries are merged at the end. Memory is bounded by the distinct
// texts and the codes, never by the file.
//
// What a text means is the caller's business: it cleans and parses each
// distinct text once. Whatever is not plainly regular (a record of another
// width, a quote out of place, a stray carriage return, a NUL byte, too many
// distinct texts) ends the scan with an *Irregular, and the caller reads the
// input the careful way. A fuzz test holds the two readings together.
package scan
