package scales

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"

	"github.com/cb401426/calibrate/stats/rating"
)

func formatNumber(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// mostWhole is the number of whole levels that a scale is filled up to.
const mostWhole = 201

// final returns the scale of a meter. An open one has every whole level from
// the lowest to the highest that was seen, and from 1 where all are positive
// and the highest is 10 or less; half points are levels where a tenth of the
// ratings or more are such. Other numbers are levels as they occur.
func (m *Meter) final(observed bool) rating.Scale {
	if !m.open {
		return m.scale
	}
	seen := maps.Clone(m.seen)
	if seen == nil {
		seen = map[float64]int{}
	}
	for v, n := range m.used { // means of duplicates, and what stands on other meters' cells
		if seen[v] == 0 {
			seen[v] = n
		}
	}
	values := slices.Sorted(maps.Keys(seen))
	if !observed {
		values = append(values, wholeLevels(seen)...)
	}
	s := rating.NewScale(m.scale.ID, m.scale.Source, values...)
	for word, value := range m.words {
		if i, ok := s.Index(value); ok && !m.doubtful[word] && (s.Levels[i].Label == "" || m.written[word] < s.Levels[i].Label) {
			s.Levels[i].Label = m.written[word]
		}
	}
	return s
}

// wholeLevels returns the levels that a range of scores has, used or not.
func wholeLevels(seen map[float64]int) (values []float64) {
	if len(seen) == 0 {
		return nil
	}
	low, high, halves, all := math.Inf(1), math.Inf(-1), 0, 0
	for v, n := range seen {
		if v*2 != math.Trunc(v*2) {
			return nil // numbers of a slider: those that occur
		}
		if v != math.Trunc(v) {
			halves += n
		}
		all += n
		low, high = min(low, v), max(high, v)
	}
	if low > 0 && high <= 10 {
		low = min(low, 1)
	}
	step := 1.0
	if halves*10 >= all {
		step = 0.5
	} else {
		low, high = math.Ceil(low), math.Floor(high)
	}
	if (high-low)/step >= mostWhole {
		return nil
	}
	for v := low; v <= high; v += step {
		values = append(values, v)
	}
	return values
}

// halfScale is the flag that declares a scale with half points; "" of others.
func halfScale(s *rating.Scale) string {
	for _, v := range s.Values() {
		if v*2 != math.Trunc(v*2) || v < 0 {
			return ""
		}
	}
	low, high := math.Floor(s.Min()), math.Ceil(s.Min()+s.Range())
	return fmt.Sprintf("--scale %s-%s/0.5 declares them", formatNumber(low), formatNumber(high))
}

// halfPoints says how scores between the whole points were taken.
func (m *Meter) halfPoints() string {
	all, halves := 0, 0
	for v, n := range m.seen {
		all += n
		if v != math.Trunc(v) {
			halves += n
		}
	}
	if wholeLevels(m.seen) == nil {
		return "there are scores between the whole points: the scale is the different scores that occur"
	}
	if halves*10 >= all {
		return "half points are levels: a tenth of the scores or more are such"
	}
	return fmt.Sprintf("%d of %d scores are between the whole points", halves, all)
}

// missingCodes are the numbers that stand for a missing score in many files.
var missingCodes = map[float64]bool{
	9: true, 99: true, 999: true, 9999: true, 88: true, 98: true, 97: true, 77: true, 66: true, 888: true, 998: true,
	-1: true, -9: true, -99: true, -999: true, -88: true, -98: true, -77: true, -8: true, -7: true,
}

// farNumbers returns the numbers that stand so far from the others that they
// can hardly be levels: codes for missing, dates, slips of the keyboard.
func farNumbers(seen map[float64]int) (far []float64) {
	values := slices.Sorted(maps.Keys(seen))
	all := 0
	for _, n := range seen {
		all += n
	}
	for len(values) > 2 { // from the top
		last := len(values) - 1
		if !isFar(values[last], values[last]-values[last-1], values[last-1]-values[0], seen[values[last]], all) {
			break
		}
		far, values = append(far, values[last]), values[:last]
	}
	for len(values) > 2 { // from below
		if !isFar(values[0], values[1]-values[0], values[len(values)-1]-values[1], seen[values[0]], all) {
			break
		}
		far, values = append(far, values[0]), values[1:]
	}
	if len(values) == 2 && len(far) == 0 && missingCodes[values[1]] && values[1] >= 9 && values[1]-values[0] > 5 && seen[values[1]] < seen[values[0]] {
		far = append(far, values[1])
	}
	return far
}

// isFar reports whether a number is too far from the next for the range of the
// others.
func isFar(v, gap, span float64, n, all int) bool {
	if missingCodes[v] && (gap >= 2 && gap > span/4 || v < 0 && gap > 1) {
		return true
	}
	if v >= 1900 && v <= 2100 && gap > 100 || v > 40000 && gap > 1000 {
		return true
	}
	return gap > max(3, 1.5*span) && n*10 <= all
}
