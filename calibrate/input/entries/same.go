package entries

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

// SameNames reads the names as one that the user says are: of raters, lessons
// and indicators.
func (r *Entries) SameNames(o *settings.Options, j *problem.Journal) {
	for _, pair := range o.Same {
		a, b, ok := strings.Cut(pair, "=")
		if !ok {
			continue
		}
		found := false
		for _, x := range []struct {
			set *naming.Set
			of  func(*Entry) *int32
		}{
			{&r.Raters, func(e *Entry) *int32 { return &e.Rater }},
			{&r.Lessons, func(e *Entry) *int32 { return &e.Lesson }},
			{&r.Indicators, func(e *Entry) *int32 { return &e.Indicator }},
		} {
			if o.Series && x.set.Rename(b, a) {
				found = true
				continue
			}
			keep, drop, both := x.set.Two(a, b)
			if !both {
				continue
			}
			found = true
			for _, list := range [][]Entry{r.All, r.Masters} {
				for i := range list {
					if code := x.of(&list[i]); *code == drop {
						*code = keep
					}
				}
			}
			j.Add(problem.Place{}, "name_spellings", a, "", "%s: read as one, %q, as --same says", problem.QuoteAll([]string{cell.Clean(a), cell.Clean(b)}), cell.Clean(a))
		}
		if !found && !o.Series {
			j.Add(problem.Place{}, "missing_column", pair, "spell both names as the file does", "--same %s: no raters, lessons or indicators are called so", layout.ShellWord(pair))
		}
	}
}

// WarnLikeThings offers lessons and indicators whose names differ by spelling,
// zeros, space or punctuation alone. Where no rater rated under both names,
// and each has a rater, they would be compared with nobody: that is fatal.
func (r *Entries) WarnLikeThings(o *settings.Options, j *problem.Journal) {
	if slices.ContainsFunc(o.Same, func(s string) bool { return cell.Fold(s) == settings.NoneSame }) {
		return
	}
	for _, x := range []struct {
		what string
		set  *naming.Set
		of   func(*Entry) int32
	}{
		{"lesson", &r.Lessons, func(e *Entry) int32 { return e.Lesson }},
		{"indicator", &r.Indicators, func(e *Entry) int32 { return e.Indicator }},
	} {
		r.likeThings(j, x.what, x.set, x.of)
	}
}

func (r *Entries) likeThings(j *problem.Journal, what string, set *naming.Set, of func(*Entry) int32) {
	pairs := naming.NearPairs(set.Names())
	if len(pairs) == 0 {
		return
	}
	raters := map[int32]map[int32]bool{}
	for i := range r.All {
		e := &r.All[i]
		if raters[of(e)] == nil {
			raters[of(e)] = map[int32]bool{}
		}
		raters[of(e)][e.Rater] = true
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
	j.Offer(problem.Place{}, code, "", hint, []problem.Cure{
		{Flags: strings.Join(flags, " "), Says: "if they are one", Apply: func(o *settings.Options) { o.Same = append(slices.Clone(o.Same), same...) }},
		{Flags: "--same none", Says: "if they are different", Apply: func(o *settings.Options) { o.Same = append(slices.Clone(o.Same), settings.NoneSame) }},
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
