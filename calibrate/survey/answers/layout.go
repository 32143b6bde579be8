package answers

import (
	"cmp"
	"slices"
	"strings"
)

// A pair is the columns of one dimension. A column that a shape lacks is −1.
type pair struct {
	key, label string
	is, should int
	why        int
}

// A layout says where the answers stand.
type layout struct {
	id        string
	pairs     []pair
	person    int
	dimension int // long: the column that names it
	aspect    int // long, or two rows a person
	value     int // long
	why       int // one for all
	others    []int
	leftOut   []int // columns with numbers or sentences that are not read
}

// layouts lists the shapes, the plainest first: the first that fits is read.
var layouts = []func(*grid, *region, *Options) (layout, bool){
	longPairs,
	longAspects,
	twoRows,
	columnPairs,
}

// columnPairs reads a row a person with two columns a dimension: pairs, or two
// blocks.
func columnPairs(g *grid, r *region, o *Options) (layout, bool) {
	l := roles(g, r)
	type half struct {
		split
		column int
	}
	byKey := map[string][2][]half{}
	var keys []string
	for c := range r.headers {
		if l.taken(c) || !g.scored(r, c, o) {
			continue
		}
		for _, s := range splits(r.header(c), o.words()) {
			if s.key == "" {
				continue
			}
			halves, known := byKey[s.key]
			if !known {
				keys = append(keys, s.key)
			}
			halves[s.aspect] = append(halves[s.aspect], half{s, c})
			byKey[s.key] = halves
		}
	}
	used := map[int]bool{}
	free := func(list []half) (half, bool) {
		i := slices.IndexFunc(list, func(h half) bool { return !used[h.column] })
		if i < 0 {
			return half{}, false
		}
		return list[i], true
	}
	rank := func(key string) int { // the surest phrases first
		a, b := byKey[key][is], byKey[key][should]
		if len(a) == 0 || len(b) == 0 {
			return 1 << 20
		}
		return a[0].rank + b[0].rank
	}
	slices.SortStableFunc(keys, func(x, y string) int { return cmp.Compare(rank(x), rank(y)) })
	for _, key := range keys {
		a, ok := free(byKey[key][is])
		b, both := free(byKey[key][should])
		if !ok || !both || a.column == b.column {
			continue
		}
		used[a.column], used[b.column] = true, true
		l.pairs = append(l.pairs, pair{key: key, label: a.label, is: a.column, should: b.column, why: -1})
	}
	shorten(l.pairs)
	slices.SortFunc(l.pairs, func(x, y pair) int { return cmp.Compare(min(x.is, x.should), min(y.is, y.should)) })
	l.id = "pairs"
	l.settle(g, r, used, o)
	return l, len(l.pairs) > 0
}

// shorten takes what stands in brackets behind the names, such as what the ends
// mean, where all names stay distinct.
func shorten(pairs []pair) {
	seen := map[string]bool{}
	short := make([]string, len(pairs))
	for i, p := range pairs {
		short[i] = p.label
		if at := strings.IndexAny(p.label, "(["); at > 0 {
			short[i] = strings.TrimSpace(p.label[:at])
		}
		key := strings.ToLower(short[i])
		if seen[key] {
			return
		}
		seen[key] = true
	}
	for i := range pairs {
		pairs[i].label = short[i]
	}
}

// longPairs reads a row for each person and dimension, with a column for each
// answer.
func longPairs(g *grid, r *region, o *Options) (layout, bool) {
	l := roles(g, r)
	p := pair{is: -1, should: -1, why: l.why}
	for c := range r.headers {
		if a, ok := names(r.headers[c], o.words()); ok && g.scored(r, c, o) {
			switch {
			case a == is && p.is < 0:
				p.is = c
			case a == should && p.should < 0:
				p.should = c
			}
		}
	}
	if p.is < 0 || p.should < 0 {
		return l, false
	}
	l.dimension = g.column(r, dimensionWords)
	l.id = "long"
	l.pairs = []pair{p}
	l.settle(g, r, map[int]bool{p.is: true, p.should: true}, o)
	return l, l.dimension >= 0
}

// longAspects reads a row for each answer: person, dimension, aspect, answer.
func longAspects(g *grid, r *region, o *Options) (layout, bool) {
	l := roles(g, r)
	l.aspect = g.aspectColumn(r, o)
	l.dimension = g.column(r, dimensionWords)
	l.value = g.column(r, valueWords)
	l.id = "long_aspects"
	l.settle(g, r, map[int]bool{l.aspect: true, l.dimension: true, l.value: true}, o)
	return l, l.aspect >= 0 && l.dimension >= 0 && l.value >= 0
}

// twoRows reads two rows a person, one for each aspect, and a column a
// dimension.
func twoRows(g *grid, r *region, o *Options) (layout, bool) {
	l := roles(g, r)
	l.aspect = g.aspectColumn(r, o)
	if l.aspect < 0 || l.person < 0 {
		return l, false
	}
	used := map[int]bool{l.aspect: true}
	for c := range r.headers {
		if !l.taken(c) && c != l.aspect && g.scored(r, c, o) {
			label := r.header(c)
			l.pairs = append(l.pairs, pair{key: strings.ToLower(label), label: label, is: c, should: c, why: -1})
			used[c] = true
		}
	}
	l.id = "two_rows"
	l.settle(g, r, used, o)
	return l, len(l.pairs) > 0
}

// taken reports whether a column has a role already.
func (l *layout) taken(c int) bool { return c == l.person || c == l.why }

// settle gives the columns that are left their place: reasons of a dimension,
// further columns, and what is not read.
func (l *layout) settle(g *grid, r *region, used map[int]bool, o *Options) {
	for c := range r.headers {
		if used[c] || l.taken(c) || c == l.dimension || g.empty(r, c) || ignored(r.title(c)) {
			continue
		}
		if isWhy(r.header(c)) || g.sentences(r, c) && l.named(r, c) {
			if i := l.belongs(r, c); i >= 0 {
				l.pairs[i].why = c
				continue
			}
			if l.why < 0 {
				l.why = c
				continue
			}
		}
		if g.scored(r, c, o) || g.sentences(r, c) {
			l.leftOut = append(l.leftOut, c)
			continue
		}
		l.others = append(l.others, c)
	}
}

// named reports whether a header names a dimension.
func (l *layout) named(r *region, c int) bool {
	header := " " + join(tokens(r.header(c))) + " "
	return slices.ContainsFunc(l.pairs, func(p pair) bool { return p.key != "" && strings.Contains(header, " "+p.key+" ") })
}

// belongs returns the pair whose reasons a column holds: the one whose words
// its header names, or the one that it stands behind.
func (l *layout) belongs(r *region, c int) int {
	header := " " + join(tokens(r.header(c))) + " "
	best := -1
	for i, p := range l.pairs {
		if p.key != "" && strings.Contains(header, " "+p.key+" ") {
			return i
		}
		if max(p.is, p.should) == c-1 {
			best = i
		}
	}
	if best >= 0 && len(l.pairs) > 1 { // behind the last of all: it is for all, if none stands behind another
		for i, p := range l.pairs {
			if i != best && max(p.is, p.should)+1 < len(r.headers) && isWhy(r.header(max(p.is, p.should)+1)) {
				return best
			}
		}
		return -1
	}
	return best
}

func join(all []token) string {
	words := make([]string, 0, len(all))
	for _, t := range all {
		if !filler[t.word] {
			words = append(words, t.word)
		}
	}
	return strings.Join(words, " ")
}
