// Package template makes blank sheets to rate on: CSV, workbooks with lists to
// choose from, and forms. Filled in, each reads back without a flag.
package template
