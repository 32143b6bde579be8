// Package habits finds what stands out in single raters, and words it with its
// evidence.
package habits
