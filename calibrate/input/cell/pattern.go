package cell

import (
	"regexp"
	"sync"
)

// A Pattern is a regular expression that is compiled when it is first used:
// the program starts faster for every command that reads no file.
type Pattern struct{ compiled func() *regexp.Regexp }

// NewPattern returns the pattern of an expression.
func NewPattern(expression string) *Pattern {
	return &Pattern{sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })}
}

// MatchString reports whether s holds a match.
func (p *Pattern) MatchString(s string) bool { return p.compiled().MatchString(s) }

// FindStringSubmatch returns the first match and its parts.
func (p *Pattern) FindStringSubmatch(s string) []string { return p.compiled().FindStringSubmatch(s) }

// ReplaceAllString replaces every match.
func (p *Pattern) ReplaceAllString(s, by string) string { return p.compiled().ReplaceAllString(s, by) }
