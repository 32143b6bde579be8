package simulate

import "strconv"

// ratings draws the ratings of all rounds.
func (w *world) ratings() []Row {
	var rows []Row
	first := make([][][]float64, w.lessons()) // lesson × rater × indicator, of the first round
	for round := range w.Rounds {
		for n := range w.Lessons {
			l := n
			if !w.Revote {
				l += round * w.Lessons
			}
			again := w.Revote && round > 0
			if !again {
				first[l] = w.views(l, round)
				w.items(l)
			}
			views := first[l]
			if again {
				views = w.revised(first[l], round)
				first[l] = views
			}
			rows = append(rows, w.sheet(l, round, views)...)
		}
	}
	return rows
}

// views draws what each rater sees of a lesson, before habits; raters who do
// not rate it have none.
func (w *world) views(l, round int) [][]float64 {
	own := make([]float64, w.Indicators) // lesson × indicator
	for i := range own {
		own[i] = w.quality[l] - w.hard[i] + w.preset.LessonIndicator*w.rng.NormFloat64()
	}
	w.truthLevels(l, own)
	rates := map[int]bool{}
	seen := w.SeenBy
	if seen == 0 {
		seen = w.Raters
	}
	for _, g := range w.rng.Perm(w.Raters)[:seen] {
		rates[g] = true
	}
	views := make([][]float64, w.Raters)
	for g := range views {
		lesson := w.preset.RaterLesson * w.rng.NormFloat64()
		overall := w.quality[l] - w.severe[g] - lesson + w.preset.Error*w.rng.NormFloat64()
		row := make([]float64, w.Indicators)
		for i := range row {
			row[i] = own[i] - w.severe[g] - lesson - w.reading[g][i] - w.Drift*w.width*float64(round) + w.preset.Error*w.rng.NormFloat64()
			row[i] = w.habit(g, row[i], overall)
		}
		if rates[g] {
			views[g] = row
		}
	}
	return views
}

// truthLevels notes the level of each item without any rater.
func (w *world) truthLevels(l int, own []float64) {
	for i, latent := range own {
		w.truth.Items = append(w.truth.Items, Item{
			Lesson: w.truth.Lessons[l].ID, Indicator: w.truth.Indicators[i].ID, Level: w.cut(latent),
		})
	}
}

// revised moves each rater's view of an item toward the mean of the views.
func (w *world) revised(before [][]float64, round int) [][]float64 {
	after := make([][]float64, len(before))
	for g, row := range before {
		if row != nil {
			after[g] = append([]float64(nil), row...)
		}
	}
	for i := range w.Indicators {
		mean, n := 0.0, 0.0
		for _, row := range before {
			if row != nil {
				mean += row[i]
				n++
			}
		}
		for g := range after {
			if after[g] != nil {
				after[g][i] += w.Converge*(mean/n-before[g][i]) + 0.3*w.preset.Error*w.rng.NormFloat64() - w.Drift*w.width
			}
		}
	}
	return after
}

// sheet writes the rows of a lesson in a round.
func (w *world) sheet(l, round int, views [][]float64) []Row {
	var rows []Row
	for g, view := range views {
		if view == nil {
			continue
		}
		for i, latent := range view {
			row := Row{
				Rater: w.truth.Raters[g].ID, Role: w.truth.Raters[g].Group, Round: strconv.Itoa(round + 1),
				Lesson: w.truth.Lessons[l].ID, Indicator: w.truth.Indicators[i].ID,
			}
			level := w.cut(latent)
			row.Score = strconv.Itoa(level)
			if w.Reasons {
				row.Reason = w.reason(l, i, level)
			}
			rows = append(rows, w.leave(row, level)...)
		}
	}
	return rows
}

// leave leaves a row out, empties it, or doubles it, as often as asked for.
// Half of what is not observed is where the level is among the lowest.
func (w *world) leave(row Row, level int) []Row {
	draw := w.rng.Float64()
	low := 0.0
	for k, s := range w.Shares {
		if k < (len(w.Shares)+1)/2 {
			low += s
		}
	}
	sum := 0.0
	for _, s := range w.Shares {
		sum += s
	}
	low /= sum
	notObserved := 0.5 * w.NotObserved / max(1-low, 0.05)
	if level <= (len(w.Shares)+1)/2 {
		notObserved = 0.5 * w.NotObserved / max(low, 0.05)
	}
	switch {
	case draw < w.Absent:
		w.truth.Left.Absent++
		return nil
	case draw < w.Absent+w.Blank:
		w.truth.Left.Blank++
		row.Score, row.Reason = "", ""
	case draw < w.Absent+w.Blank+clampShare(notObserved):
		w.truth.Left.NotObserved++
		row.Score, row.Reason = "N/A", ""
	case w.rng.Float64() < w.Duplicates:
		w.truth.Left.Duplicates++
		return []Row{row, row}
	}
	return []Row{row}
}
