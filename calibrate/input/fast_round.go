package input

import (
	"maps"
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/entries"
	"github.com/cb401426/calibrate/calibrate/input/scan"
)

// chooseRound leaves the records of the round that is read, and the entries that
// occur in them.
func (c *coder) chooseRound() {
	c.one = -1
	names := c.r.Rounds.Names()
	var found []string
	for _, name := range names {
		if name != "" {
			found = append(found, name)
		}
	}
	wanted, one := c.r.Choose(found, c.r.options, &c.r.journal)
	if !one || len(found) == 1 {
		return
	}
	c.one = int32(slices.IndexFunc(names, func(name string) bool { return cell.Fold(name) == cell.Fold(wanted) }))
	c.each(func(i int, s *scan.Shard) {
		for k := range s.Parts {
			p := &s.Parts[k]
			p.Keep(func(record int) bool { return c.rounds[i][p.Others[c.f.round].At(record)] == c.one })
		}
	})
	times := c.count()
	all := c.r.All
	c.r.All, c.r.Times = nil, nil
	for _, key := range slices.SortedFunc(maps.Keys(c.cells), compareKeys) {
		e := c.cells[key]
		delete(c.cells, key)
		if times[key] > 0 {
			c.cells[key] = int32(len(c.r.All))
			c.r.All, c.r.Times = append(c.r.All, all[e]), append(c.r.Times, times[key])
		}
	}
}

// reasons is how many reasons the records have that are read.
func (c *coder) reasons() (n int) {
	for i, s := range c.shards {
		if c.one < 0 {
			n += s.Reasons
			continue
		}
		for code, reasons := range s.ReasonsBy {
			if c.rounds[i][code] == c.one {
				n += reasons
			}
		}
	}
	return n
}

// occur returns which of the texts of a column occur in the records that are
// read.
func (c *coder) occur(s *scan.Shard, texts int, column func(*scan.Part) *scan.Column) []bool {
	if c.one < 0 {
		return slices.Repeat([]bool{true}, texts)
	}
	used := make([]bool, texts)
	for i := range s.Parts {
		of := column(&s.Parts[i])
		for k := range s.Parts[i].Score {
			used[of.At(k)] = true
		}
	}
	return used
}

// used returns the names that the records use.
func (c *coder) used() usages {
	u := newUsages(c.r.Entries)
	for i := range c.shards {
		s := &c.shards[i]
		u.raters.mark(c.rater[i], c.occur(s, len(s.Raters), func(p *scan.Part) *scan.Column { return &p.Rater }))
		u.indicators.mark(through(c.indicator[i], c.final), c.occur(s, len(s.Indicators), func(p *scan.Part) *scan.Column { return &p.Indicator }))
		for g := range c.f.groups {
			u.groups[g].mark(c.group[i][g], c.occur(s, len(s.Others[g]), func(p *scan.Part) *scan.Column { return &p.Others[g] }))
		}
		for k := range s.Parts {
			for _, run := range s.Parts[k].Lessons {
				u.lessons[c.lesson[i][run.Lesson]] = true
			}
		}
	}
	return u
}

// usedRounds returns the rounds that are read.
func (c *coder) usedRounds() usage {
	u := make(usage, c.r.Rounds.Count())
	for code := range u {
		u[code] = c.one < 0 || int32(code) == c.one
	}
	return u
}

// mark marks the codes of the texts that occur.
func (u usage) mark(codes []int32, occur []bool) {
	for text, code := range codes {
		if occur[text] && code >= 0 {
			u[code] = true
		}
	}
}

func newUsages(r *entries.Entries) usages {
	u := usages{raters: make(usage, r.Raters.Count()), lessons: make(usage, r.Lessons.Count()), indicators: make(usage, r.Indicators.Count())}
	for g := range r.Groups {
		u.groups = append(u.groups, make(usage, r.Groups[g].Values.Count()))
	}
	return u
}
