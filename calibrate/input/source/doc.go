// Package source turns files into sheets of cells.
//
// It opens paths, folders and standard input, unpacks gzip and zip, finds the
// encoding and the dialect of text and reads workbooks. What a file is its
// bytes say, never its name alone. It knows nothing of ratings: what the cells
// mean is for package input. All that is wrong comes back as a list of
// Problems with their places; an error is only what the operating system says.
package source
