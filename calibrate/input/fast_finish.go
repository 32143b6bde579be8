package input

import (
	"cmp"
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/scan"
	"github.com/cb401426/calibrate/stats/rating"
)

// finish reads the distinct texts of the shards as the careful reading reads
// cells, and makes the Table of the codes.
func (f *fast) finish(shards []scan.Shard) (*Reading, error) {
	r := newReader(f.reader.options)
	r.sheets, r.count, r.journal = []*reading{f.sheet}, 1, f.reader.journal
	for i := range shards {
		if !f.plain(&shards[i]) {
			return nil, errCareful
		}
	}
	c := &coder{r: r, shards: shards, cells: map[cellKey]*entry{}}
	c.names(f)
	c.entries()
	r.splitIndicators()
	r.chooseRound()
	meters := r.meters()
	values := r.values(meters)
	verdicts := map[*entry]verdict{}
	for _, v := range values {
		if v.code != "" {
			return nil, errCareful
		}
		verdicts[v.entry] = v.verdict
	}
	if r.journal.fatal() {
		return nil, errCareful
	}
	scales, scaleOf := r.finalScales(values, meters)
	if r.journal.fatal() || len(scales) == 0 {
		return nil, errCareful
	}
	codes, ok := c.codes(verdicts, scales, scaleOf)
	if !ok {
		return nil, errCareful
	}
	return f.table(r, codes)
}

// table makes the Table, and the rest of the Reading.
func (f *fast) table(r *reader, codes *rating.Codes) (*Reading, error) {
	rows := 0
	for _, p := range codes.Parts {
		rows += len(p.Item)
	}
	t, ok := rating.FromCodes(codes)
	if !ok {
		return nil, errCareful
	}
	for _, m := range t.Marks() {
		if m.State == rating.Blank {
			r.result.Blank++
		} else {
			r.result.NotObserved++
		}
	}
	r.result.Table, r.result.Absent = t, absent(t)
	r.reportNames()
	scored := make([]bool, len(t.Raters()))
	for _, x := range t.All() {
		scored[x.Rater] = true
	}
	alone := 0
	for g, ok := range scored {
		if ok {
			alone++
		} else {
			r.journal.add(place{}, "rater_without_ratings", t.Raters()[g], "", "%s gave no score", t.Raters()[g])
		}
	}
	if alone == 1 {
		r.journal.add(place{}, "one_rater", "", "", "one rater only: there is nobody to agree with")
	}
	f.sheet.plan.blocks[0].rows = make([]int, 0)
	reading, err := r.conclude()
	if len(reading.Files) > 0 {
		reading.Files[0].Rows = rows
	}
	return reading, err
}

// plain reports whether the texts are such that no row is left out and no
// name is missing.
func (f *fast) plain(s *scan.Shard) bool {
	columns := append([][]string{s.Raters, s.Lessons, s.Indicators, s.Scores}, s.Others...)
	for _, text := range columns[f.first] {
		if clean(text) == "" || isSummary(text) {
			return false
		}
	}
	present := []bool{true, f.options.Lesson >= 0, f.options.Indicator >= 0}
	for k, ok := range present {
		for _, text := range columns[k] {
			if ok && clean(text) == "" || len(text) > maxName {
				return false
			}
		}
	}
	for _, text := range s.Scores {
		if len(text) > maxScore {
			return false
		}
	}
	return true
}

// cellKey is an indicator and the text of a score.
type cellKey struct {
	indicator int32 // code before ids are split off
	score     string
}

// coder turns the codes of the shards into those of a Table.
type coder struct {
	r      *reader
	shards []scan.Shard
	cells  map[cellKey]*entry
	keys   []cellKey

	rater, lesson, indicator [][]int32 // of each shard's texts
	group                    [][][]int32
}

// names codes the names of all shards.
func (c *coder) names(f *fast) {
	for _, name := range f.groups {
		c.r.groupOf[fold(name)] = len(c.r.groups)
		c.r.groups = append(c.r.groups, group{name: name})
	}
	or := func(texts []string, stand string, present bool) []string {
		if present {
			return texts
		}
		return slices.Repeat([]string{stand}, len(texts))
	}
	for _, s := range c.shards {
		c.rater = append(c.rater, codeAll(&c.r.raters, s.Raters))
		c.lesson = append(c.lesson, codeAll(&c.r.lessons, or(s.Lessons, "Lesson", f.options.Lesson >= 0)))
		c.indicator = append(c.indicator, codeAll(&c.r.indicators, or(s.Indicators, "Rating", f.options.Indicator >= 0)))
		var groups [][]int32
		for g := range f.groups {
			codes := make([]int32, len(s.Others[g]))
			for i, text := range s.Others[g] {
				codes[i] = -1
				if text := clean(text); text != "" {
					codes[i] = c.r.groups[g].values.code(text)
				}
			}
			groups = append(groups, codes)
		}
		c.group = append(c.group, groups)
	}
	c.r.rounds.code("")
}

// codeAll codes texts as a cell would be.
func codeAll(set *nameSet, texts []string) []int32 {
	codes := make([]int32, len(texts))
	for i, text := range texts {
		codes[i] = set.code(clean(text))
	}
	return codes
}

// entries makes one entry of each indicator and text of a score that occur
// together: what there is to decide on.
func (c *coder) entries() {
	seen := map[cellKey]bool{}
	for i, s := range c.shards {
		met := make([]bool, len(s.Indicators)*len(s.Scores))
		for _, p := range s.Parts {
			for k, item := range p.Item {
				met[int(s.Items[item].Indicator)*len(s.Scores)+int(p.Score[k])] = true
			}
		}
		for at, ok := range met {
			key := cellKey{0, ""}
			if ok {
				key = cellKey{c.indicator[i][at/len(s.Scores)], s.Scores[at%len(s.Scores)]}
			}
			if ok && !seen[key] {
				seen[key] = true
				c.keys = append(c.keys, key)
			}
		}
	}
	slices.SortFunc(c.keys, func(a, b cellKey) int {
		return cmp.Or(cmp.Compare(a.indicator, b.indicator), cmp.Compare(a.score, b.score))
	})
	for _, key := range c.keys {
		c.r.entries = append(c.r.entries, entry{indicator: key.indicator, token: c.r.recogn.lex(key.score), cell: key.score})
	}
	for i, key := range c.keys {
		c.cells[key] = &c.r.entries[i]
	}
}

// codes returns the codes of the Table; false where there are too many levels
// for them.
func (c *coder) codes(verdicts map[*entry]verdict, scales []rating.Scale, scaleOf map[string]int) (*rating.Codes, bool) {
	out := &rating.Codes{Scales: scales}
	var raterAt, lessonAt, indicatorAt []int32
	out.Raters, raterAt = inOrder(c.r.raters.names())
	out.Lessons, lessonAt = inOrder(c.r.lessons.names())
	out.Indicators, indicatorAt = inOrder(c.r.indicators.names())
	for _, name := range out.Indicators {
		out.ScaleOf = append(out.ScaleOf, scaleOf[name])
	}
	groupAt := make([][]int32, len(c.r.groups))
	for g := range c.r.groups {
		column := rating.ColumnName{Name: c.r.groups[g].name}
		column.Levels, groupAt[g] = inOrder(c.r.groups[g].values.names())
		out.Columns = append(out.Columns, column)
	}
	itemAt := c.items(out, lessonAt, indicatorAt)
	for i := range c.shards {
		s := &c.shards[i]
		level, ok := c.levels(i, verdicts, out, indicatorAt)
		if !ok {
			return nil, false
		}
		c.recode(i, itemAt[i], raterAt, groupAt, level, out)
		s.Parts, s.Items = nil, nil
	}
	return out, true
}

// inOrder returns names in natural order, and where each stands there.
func inOrder(names []string) (sorted []string, at []int32) {
	order := make([]int32, len(names))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return rating.CompareNatural(names[a], names[b]) })
	at = make([]int32, len(names))
	for i, code := range order {
		sorted = append(sorted, names[code])
		at[code] = int32(i)
	}
	return sorted, at
}

// items lists the items in order, and returns where those of each shard are.
func (c *coder) items(out *rating.Codes, lessonAt, indicatorAt []int32) [][]uint32 {
	final := c.finalIndicators()
	at := make([][]uint32, len(c.shards))
	var keys []uint64 // lesson and indicator as one number
	key := func(shard int, p scan.Pair) uint64 {
		lesson := lessonAt[c.lesson[shard][p.Lesson]]
		return uint64(lesson)<<32 | uint64(indicatorAt[final[c.indicator[shard][p.Indicator]]])
	}
	for i, s := range c.shards {
		for _, p := range s.Items {
			keys = append(keys, key(i, p))
		}
	}
	slices.Sort(keys)
	keys = slices.Compact(keys)
	first := make([]uint32, len(out.Lessons)+1) // item of each lesson
	out.Items = make([]rating.Item, len(keys))
	for k, key := range keys {
		out.Items[k] = rating.Item{Lesson: int32(key >> 32), Indicator: int32(uint32(key))}
		first[key>>32+1]++
	}
	for l := range out.Lessons {
		first[l+1] += first[l]
	}
	for i, s := range c.shards {
		at[i] = make([]uint32, len(s.Items))
		for k, p := range s.Items {
			wanted := key(i, p)
			from, to := first[wanted>>32], first[wanted>>32+1]
			place, _ := slices.BinarySearch(keys[from:to], wanted)
			at[i][k] = from + uint32(place)
		}
	}
	return at
}

// finalIndicators returns the code of each indicator after ids were split
// off, by its code before.
func (c *coder) finalIndicators() []int32 {
	var final []int32
	for key, e := range c.cells {
		for int(key.indicator) >= len(final) {
			final = append(final, 0)
		}
		final[key.indicator] = e.indicator
	}
	return final
}

// levels returns the level of each indicator and text of a score of a shard,
// by the indicator's position times the number of texts plus the text's; ok
// is false where a level does not fit into a code.
func (c *coder) levels(shard int, verdicts map[*entry]verdict, out *rating.Codes, indicatorAt []int32) ([]uint8, bool) {
	s := &c.shards[shard]
	list := make([]uint8, len(s.Indicators)*len(s.Scores))
	for in := range s.Indicators {
		for sc, text := range s.Scores {
			e, ok := c.cells[cellKey{c.indicator[shard][in], text}]
			if !ok {
				continue
			}
			v, at := verdicts[e], &list[in*len(s.Scores)+sc]
			switch v.state {
			case rating.NotObserved:
				*at = rating.CodedNotObserved
			case rating.Blank:
				*at = rating.CodedBlank
			default:
				level, ok := out.Scales[out.ScaleOf[indicatorAt[e.indicator]]].Index(v.value)
				if !ok || level >= rating.CodedBlank {
					return nil, false
				}
				*at = uint8(level)
			}
		}
	}
	return list, true
}

// recode writes the parts of a shard in the Table's codes, in place.
func (c *coder) recode(shard int, itemAt []uint32, raterAt []int32, groupAt [][]int32, level []uint8, out *rating.Codes) {
	s := &c.shards[shard]
	rater := make([]uint32, len(s.Raters))
	for i, code := range c.rater[shard] {
		rater[i] = uint32(raterAt[code])
	}
	for _, p := range s.Parts {
		for k, item := range p.Item {
			p.Score[k] = level[int(s.Items[item].Indicator)*len(s.Scores)+int(p.Score[k])]
			p.Item[k] = itemAt[item]
			p.Rater[k] = rater[p.Rater[k]]
		}
		part := rating.CodedPart{Item: p.Item, Rater: p.Rater, Level: p.Score}
		for g := range groupAt {
			codes := make([]int32, len(p.Item))
			for k, text := range p.Others[g] {
				codes[k] = -1
				if code := c.group[shard][g][text]; code >= 0 {
					codes[k] = groupAt[g][code]
				}
			}
			part.Others = append(part.Others, codes)
		}
		out.Parts = append(out.Parts, part)
	}
}
