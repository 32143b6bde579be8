package input

import (
	"cmp"
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/scan"
	"github.com/cb401426/calibrate/stats/rating"
)

// A sitting is a lesson in a round.
type sitting struct{ round, lesson int32 }

// sittings returns the sittings in the order of rounds and lessons, sets the
// rounds, and returns where the lesson of each run of a shard stands. Without
// rounds the lessons are the sittings; with them the runs are cut anew.
func (c *coder) sittings(out *rating.Codes, lessonAt []int32) (list []sitting, at [][]int32) {
	at = make([][]int32, len(c.shards))
	if c.f.round < 0 {
		for i := range c.shards {
			at[i] = through(c.lesson[i], lessonAt)
		}
		for lesson := range out.Lessons {
			list = append(list, sitting{0, int32(lesson)})
		}
		return list, at
	}
	var roundAt []int32
	out.Rounds, roundAt = c.usedRounds().sorted(&c.r.Rounds)
	met := make([][]sitting, len(c.shards)) // by shard, in the codes of the Table
	c.each(func(i int, s *scan.Shard) {
		met[i] = cutRuns(s, c.f.round, through(c.rounds[i], roundAt), through(c.lesson[i], lessonAt))
	})
	list = slices.Concat(met...)
	slices.SortFunc(list, compareSittings)
	list = slices.Compact(list)
	for i, sittings := range met {
		for _, s := range sittings {
			place, _ := slices.BinarySearchFunc(list, s, compareSittings)
			at[i] = append(at[i], int32(place))
		}
	}
	return list, at
}

func compareSittings(a, b sitting) int {
	return cmp.Or(cmp.Compare(a.round, b.round), cmp.Compare(a.lesson, b.lesson))
}

// cutRuns makes the runs of a shard those of its sittings, by position in the
// list that it returns.
func cutRuns(s *scan.Shard, round int, roundAt, lessonAt []int32) (list []sitting) {
	codes := map[sitting]uint32{}
	for i := range s.Parts {
		p := &s.Parts[i]
		var runs []scan.Run
		before, k := sitting{-1, -1}, 0
		for _, run := range p.Lessons {
			for range run.Records {
				now := sitting{roundAt[p.Others[round].At(k)], lessonAt[run.Lesson]}
				k++
				if now == before {
					runs[len(runs)-1].Records++
					continue
				}
				code, ok := codes[now]
				if !ok {
					code = uint32(len(list))
					codes[now] = code
					list = append(list, now)
				}
				runs, before = append(runs, scan.Run{Lesson: code, Records: 1}), now
			}
		}
		p.Lessons = runs
	}
	return list
}
