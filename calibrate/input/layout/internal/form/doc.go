// Package form recognizes the exports of programs for forms by their own columns.
package form
