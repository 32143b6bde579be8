package input

import (
	"regexp"
	"sync"
)

// A pattern is a regular expression that is compiled when it is first used:
// the program starts faster for every command that reads no file.
type pattern struct{ compiled func() *regexp.Regexp }

func newPattern(expression string) *pattern {
	return &pattern{sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })}
}

// MatchString reports whether s holds a match.
func (p *pattern) MatchString(s string) bool { return p.compiled().MatchString(s) }

// FindStringSubmatch returns the first match and its parts.
func (p *pattern) FindStringSubmatch(s string) []string { return p.compiled().FindStringSubmatch(s) }

// ReplaceAllString replaces every match.
func (p *pattern) ReplaceAllString(s, by string) string { return p.compiled().ReplaceAllString(s, by) }
