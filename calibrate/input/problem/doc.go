// Package problem holds what can be wrong or odd about an input: the closed list
// of codes, a problem with its place and the flags that may settle it, and the
// journal that collects problems as they are met.
package problem
