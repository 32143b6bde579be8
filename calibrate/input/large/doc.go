// Package large opens large files for a reading in one pass, reads their reasons
// again where they are asked for, and says why a file is left to the careful
// reading.
package large
