// Package anonymize copies ratings under keyed pseudonyms, so that they can
// leave a district without the names of those who gave them.
package anonymize
