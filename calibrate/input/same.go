package input

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/naming"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/settings"
)

// sameNames reads the names as one that the user says are: of raters, lessons
// and indicators.
func (r *reader) sameNames() {
	for _, pair := range r.options.Same {
		a, b, ok := strings.Cut(pair, "=")
		if !ok {
			continue
		}
		found := false
		for _, x := range []struct {
			set *naming.Set
			of  func(*entry) *int32
		}{
			{&r.raters, func(e *entry) *int32 { return &e.rater }},
			{&r.lessons, func(e *entry) *int32 { return &e.lesson }},
			{&r.indicators, func(e *entry) *int32 { return &e.indicator }},
		} {
			if r.options.Series && x.set.Rename(b, a) {
				found = true
				continue
			}
			keep, drop, both := x.set.Two(a, b)
			if !both {
				continue
			}
			found = true
			for _, list := range [][]entry{r.entries, r.masters} {
				for i := range list {
					if code := x.of(&list[i]); *code == drop {
						*code = keep
					}
				}
			}
			r.journal.Add(problem.Place{}, "name_spellings", a, "", "%s: read as one, %q, as --same says", problem.QuoteAll([]string{cell.Clean(a), cell.Clean(b)}), cell.Clean(a))
		}
		if !found && !r.options.Series {
			r.journal.Add(problem.Place{}, "missing_column", pair, "spell both names as the file does", "--same %s: no raters, lessons or indicators are called so", layout.ShellWord(pair))
		}
	}
}

// warnLikeThings offers lessons and indicators whose names differ by spelling,
// zeros, space or punctuation alone. Where no rater rated under both names,
// and each has a rater, they would be compared with nobody: that is fatal.
func (r *reader) warnLikeThings() {
	if slices.ContainsFunc(r.options.Same, func(s string) bool { return cell.Fold(s) == settings.NoneSame }) {
		return
	}
	for _, x := range []struct {
		what string
		set  *naming.Set
		of   func(*entry) int32
	}{
		{"lesson", &r.lessons, func(e *entry) int32 { return e.lesson }},
		{"indicator", &r.indicators, func(e *entry) int32 { return e.indicator }},
	} {
		r.likeThings(x.what, x.set, x.of)
	}
}

func (r *reader) likeThings(what string, set *naming.Set, of func(*entry) int32) {
	pairs := naming.NearPairs(set.Names())
	if len(pairs) == 0 {
		return
	}
	raters := map[int32]map[int32]bool{}
	for i := range r.entries {
		e := &r.entries[i]
		if raters[of(e)] == nil {
			raters[of(e)] = map[int32]bool{}
		}
		raters[of(e)][e.rater] = true
	}
	code := "like_things"
	var shown, flags, same []string
	for _, p := range pairs {
		a, b := raters[set.Of(p[0])], raters[set.Of(p[1])]
		if len(a) == 0 || len(b) == 0 {
			continue
		}
		if !overlaps(a, b) {
			code = "apart_names"
		}
		shown = append(shown, fmt.Sprintf("%q and %q", layout.Shorten(p[0]), layout.Shorten(p[1])))
		same = append(same, p[0]+"="+p[1])
		flags = append(flags, "--same "+layout.ShellWord(layout.Quoted(p[0])+"="+layout.Quoted(p[1])))
	}
	if len(shown) == 0 {
		return
	}
	text := strings.Join(shown[:min(len(shown), 3)], "; ")
	if len(shown) > 3 {
		text += fmt.Sprintf(" and %d more", len(shown)-3)
	}
	hint := ""
	if code == "like_things" {
		hint = strings.Join(flags, " ") + " reads them as one; --same none as two"
	}
	r.journal.Offer(problem.Place{}, code, "", hint, []problem.Cure{
		{Flags: strings.Join(flags, " "), Says: "if they are one", Apply: func(o *Options) { o.Same = append(slices.Clone(o.Same), same...) }},
		{Flags: "--same none", Says: "if they are different", Apply: func(o *Options) { o.Same = append(slices.Clone(o.Same), settings.NoneSame) }},
	}, "%ss whose names nearly agree are read as different: %s", what, text)
}

func overlaps(a, b map[int32]bool) bool {
	for x := range a {
		if b[x] {
			return true
		}
	}
	return false
}
