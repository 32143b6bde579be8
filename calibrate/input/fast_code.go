package input

import (
	"cmp"
	"maps"
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/entries"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/naming"
	"github.com/cb401426/calibrate/calibrate/input/scales"
	"github.com/cb401426/calibrate/calibrate/input/scan"
	"github.com/cb401426/calibrate/stats/parallel"
	"github.com/cb401426/calibrate/stats/rating"
)

// cellKey is an indicator and the text of a score.
type cellKey struct {
	indicator int32 // code before ids are split off
	score     string
}

// coder turns the codes of the shards into those of a Table.
type coder struct {
	f      *fast
	r      *reader
	shards []scan.Shard
	cells  map[cellKey]int32 // position among the reader's entries

	rater, lesson, indicator [][]int32 // of each shard's texts
	rounds                   [][]int32 // likewise, with a round
	group                    [][][]int32
	final                    []int32 // code of each indicator after ids were split off
	one                      int32   // the round that alone is read of several; -1 for none
}

// names codes the names of all shards.
func (c *coder) names() {
	for _, name := range c.f.groups {
		c.r.GroupOf[cell.Fold(name)] = len(c.r.Groups)
		c.r.Groups = append(c.r.Groups, entries.Group{Name: name})
	}
	or := func(texts []string, stand string, present bool) []string {
		if present {
			return texts
		}
		return slices.Repeat([]string{stand}, len(texts))
	}
	c.r.Segments.Code("")
	lessons := 0
	for _, s := range c.shards {
		lessons += len(s.Lessons)
	}
	c.r.Lessons.Expect(lessons) // the only names that can be many
	for _, s := range c.shards {
		c.rater = append(c.rater, codeAll(&c.r.Raters, s.Raters))
		c.lesson = append(c.lesson, codeAll(&c.r.Lessons, or(s.Lessons, "Lesson", c.f.options.Lesson >= 0)))
		c.indicator = append(c.indicator, codeAll(&c.r.Indicators, or(s.Indicators, "Rating", c.f.options.Indicator >= 0)))
		var groups [][]int32
		for g := range c.f.groups {
			codes := make([]int32, len(s.Others[g]))
			for i, text := range s.Others[g] {
				codes[i] = -1
				if text := cell.Clean(text); text != "" {
					codes[i] = c.r.Groups[g].Values.Code(text)
				}
			}
			groups = append(groups, codes)
		}
		c.group = append(c.group, groups)
	}
	if c.f.round < 0 {
		c.r.Rounds.Code("")
		return
	}
	for _, s := range c.shards {
		c.rounds = append(c.rounds, codeAll(&c.r.Rounds, s.Others[c.f.round]))
	}
}

// codeAll codes texts as a cell would be.
func codeAll(set *naming.Set, texts []string) []int32 {
	set.Expect(len(texts))
	codes := make([]int32, len(texts))
	for i, text := range texts {
		codes[i] = set.Keep(cell.Clean(text))
	}
	return codes
}

// entries makes one entry of each indicator and text of a score that occur
// together: what there is to decide on.
func (c *coder) entries() {
	times := c.count()
	score, _ := c.f.sheet.Plan.Blocks[0].First(layout.Score)
	column := int32(slices.IndexFunc(c.f.sheet.Plan.Blocks[0].Columns, func(x layout.Column) bool { return x.Index == score.Index }))
	for i, key := range slices.SortedFunc(maps.Keys(times), compareKeys) {
		c.cells[key] = int32(i)
		c.r.All = append(c.r.All, entries.Entry{
			Indicator: key.indicator, Text: c.r.Texts.Code(key.score, c.f.sheet.Lexer), Row: 1, Column: column, Groups: -1,
		})
		c.r.Times = append(c.r.Times, times[key])
	}
}

func compareKeys(a, b cellKey) int {
	return cmp.Or(cmp.Compare(a.indicator, b.indicator), cmp.Compare(a.score, b.score))
}

// count counts how often each indicator and text of a score occur together.
func (c *coder) count() map[cellKey]int {
	met := make([][]int, len(c.shards)) // by indicator and score
	c.each(func(i int, s *scan.Shard) {
		met[i] = make([]int, len(s.Indicators)*len(s.Scores))
		for p := range s.Parts {
			for k, score := range s.Parts[p].Score {
				met[i][int(s.Parts[p].Indicator.At(k))*len(s.Scores)+int(score)]++
			}
		}
	})
	times := map[cellKey]int{}
	for i, s := range c.shards {
		for at, n := range met[i] {
			if n > 0 {
				times[cellKey{c.indicator[i][at/len(s.Scores)], s.Scores[at%len(s.Scores)]}] += n
			}
		}
	}
	return times
}

// each works on all shards side by side.
func (c *coder) each(f func(i int, s *scan.Shard)) {
	var all parallel.Group
	for i := range c.shards {
		all.Go(func() { f(i, &c.shards[i]) })
	}
	all.Wait()
}

// codes returns the codes of the Table; false where there are too many levels
// or cells for them.
func (c *coder) codes(verdicts []*scales.Verdict, scales []rating.Scale, scaleOf map[string]int) (*rating.Codes, bool) {
	out := &rating.Codes{Scales: scales}
	var raterAt, lessonAt, indicatorAt []int32
	used := c.used()
	out.Raters, raterAt = used.raters.sorted(&c.r.Raters)
	out.Lessons, lessonAt = used.lessons.sorted(&c.r.Lessons)
	out.Indicators, indicatorAt = used.indicators.sorted(&c.r.Indicators)
	for _, name := range out.Indicators {
		out.ScaleOf = append(out.ScaleOf, scaleOf[name])
	}
	groupAt := make([][]int32, len(c.r.Groups))
	for g := range c.r.Groups {
		column := rating.ColumnName{Name: c.r.Groups[g].Name}
		column.Levels, groupAt[g] = used.groups[g].sorted(&c.r.Groups[g].Values)
		out.Columns = append(out.Columns, column)
	}
	sittings, sittingAt := c.sittings(out, lessonAt)
	recoders := make([]*recoder, len(c.shards))
	for i := range c.shards {
		level, ok := c.levels(i, verdicts, out, indicatorAt)
		if !ok {
			return nil, false
		}
		recoders[i] = &recoder{
			shard: &c.shards[i], level: level, indicators: len(out.Indicators), skip: int64(c.f.skip),
			rater: through(c.rater[i], raterAt), sitting: sittingAt[i],
			indicator: through(through(c.indicator[i], c.final), indicatorAt),
		}
		for g := range groupAt {
			recoders[i].groups = append(recoders[i].groups, through(c.group[i][g], groupAt[g]))
		}
	}
	for i, x := range recoders {
		out.Shards = append(out.Shards, rating.CodedShard{Parts: len(c.shards[i].Parts), Part: x.part})
	}
	return out, c.number(recoders, out, sittings)
}

// number numbers the items: where every sitting has nearly every indicator, as
// the cells of a table of both; else by those that occur. It is false where
// there would be too many cells.
func (c *coder) number(recoders []*recoder, out *rating.Codes, sittings []sitting) bool {
	out.Cells = len(sittings) * len(out.Indicators)
	if out.Cells <= rowsOf(c.shards) {
		out.Items = func(yield func(rating.Item) bool) {
			for _, s := range sittings {
				for indicator := range out.Indicators {
					if !yield(rating.Item{Lesson: s.lesson, Indicator: int32(indicator), Round: s.round}) {
						return
					}
				}
			}
		}
		return true
	}
	if out.Cells > mostCells {
		return false
	}
	items := c.occurring(recoders, out.Cells)
	for _, x := range recoders {
		x.items = items
	}
	out.Cells = items.count()
	out.Items = func(yield func(rating.Item) bool) {
		for cell := range items.all() {
			s, indicator := sittings[cell/len(out.Indicators)], cell%len(out.Indicators)
			if !yield(rating.Item{Lesson: s.lesson, Indicator: int32(indicator), Round: s.round}) {
				return
			}
		}
	}
	return true
}

// mostCells is the number of sittings times indicators up to which those that
// occur are marked by a bit each.
const mostCells = 1 << 32

// occurring returns the cells that have a record in any shard.
func (c *coder) occurring(recoders []*recoder, cells int) *bitset {
	sets := make([]*bitset, len(recoders))
	c.each(func(i int, _ *scan.Shard) { sets[i] = recoders[i].occurring(cells) })
	for _, s := range sets[1:] {
		sets[0].or(s)
	}
	sets[0].rank()
	return sets[0]
}

// through returns the codes that at holds for codes; negative ones stay.
func through(codes, at []int32) []int32 {
	out := make([]int32, len(codes))
	for i, code := range codes {
		out[i] = code
		if code >= 0 {
			out[i] = at[code]
		}
	}
	return out
}

// finalIndicators returns the code of each indicator after ids were split
// off, by its code before.
func (c *coder) finalIndicators() []int32 {
	var final []int32
	for key, e := range c.cells {
		for int(key.indicator) >= len(final) {
			final = append(final, 0)
		}
		final[key.indicator] = c.r.All[e].Indicator
	}
	return final
}

// levels returns the level of each indicator and text of a score of a shard,
// by the indicator's position times the number of texts plus the text's; ok
// is false where a level does not fit into a code.
func (c *coder) levels(shard int, verdicts []*scales.Verdict, out *rating.Codes, indicatorAt []int32) ([]uint8, bool) {
	s := &c.shards[shard]
	list := make([]uint8, len(s.Indicators)*len(s.Scores))
	for in := range s.Indicators {
		for sc, text := range s.Scores {
			e, ok := c.cells[cellKey{c.indicator[shard][in], text}]
			if !ok {
				continue
			}
			v, at := verdicts[e], &list[in*len(s.Scores)+sc]
			switch v.State {
			case rating.NotObserved:
				*at = rating.CodedNotObserved
			case rating.Blank:
				*at = rating.CodedBlank
			default:
				level, ok := out.Scales[out.ScaleOf[indicatorAt[c.r.All[e].Indicator]]].Index(v.Value)
				if !ok || level >= rating.CodedBlank {
					return nil, false
				}
				*at = uint8(level)
			}
		}
	}
	return list, true
}
