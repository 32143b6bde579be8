package meeting

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/habits"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/team"
)

// PersonalReports returns the private sheets of a study's raters, by pseudonym: those
// that Analyse gives with the same study and options.
func PersonalReports(ctx context.Context, study calibrate.Study, o calibrate.Options) ([]calibrate.PersonalReport, error) {
	o, err := o.Ready()
	if err != nil {
		return nil, err
	}
	m := team.New(study.Table, o.Team())
	key := team.CompareWithMaster(m, study.Master)
	names := privacy.IDs(study.Table, o)
	severities, _ := team.Severities(m)
	figures := team.RaterFigures(m)
	private, _ := habits.Find(m, key)
	raters := team.CountTrue(m.Table.Rated())
	sheets := make([]calibrate.PersonalReport, 0, raters)
	for g, id := range names {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if id == "" {
			continue // gave no rating
		}
		s := calibrate.PersonalReport{
			ID: id, Raters: raters, Lessons: m.Lessons, Exact: figures[g], Findings: private[g],
			Name: study.Table.Raters()[g], Strengths: []string{}, Suggestions: []string{},
		}
		minus := func(v float64) float64 { return -v }
		lower, upper := severities[g].Limits(o.Confidence)
		s.Difference, s.Lower, s.Upper = severities[g].Value.Map(minus), upper.Map(minus), lower.Map(minus)
		if len(m.Scales) == 1 {
			s.Scale = m.Scales[0].Levels
		}
		s.Lines = ratingsOf(m, int32(g), study.Names, key)
		s.Ratings = len(s.Lines)
		s.Agreed = agreedOn(s.Lines, study)
		count(&s)
		s.Master = againstMaster(key, int32(g), o.Standard)
		advise(&s, m, int32(g))
		sheets = append(sheets, s)
	}
	privacy.SortByPseudonym(sheets, func(s calibrate.PersonalReport) string { return s.ID })
	return sheets, nil
}

// ratingsOf sets a rater's ratings beside the group's.
func ratingsOf(m *team.Stats, rater int32, names map[string]string, key *team.Master) []calibrate.PersonalRating {
	var lines []calibrate.PersonalRating
	for i, it := range m.Table.Items() {
		row, levels := m.Table.Row(i)
		k := slices.Index(row, rater)
		if k < 0 {
			continue
		}
		id := m.Table.Indicators()[it.Indicator]
		line := calibrate.PersonalRating{
			Lesson: m.Table.Lessons()[it.Lesson], Round: m.Table.Rounds()[it.Round], Indicator: id, Name: names[id],
			Score: m.Table.Value(i, levels[k]), Levels: team.LevelCounts(m, i),
			Median: stats.None(stats.NoPairs), FromMedian: stats.None(stats.NoPairs), Agreed: stats.None(team.NoMaster),
		}
		if len(row) > 1 {
			scores := make([]float64, len(row))
			for j, level := range levels {
				scores[j] = m.Table.Value(i, level)
			}
			line.Median = stats.Of(team.Median(scores))
			line.FromMedian = stats.Of((line.Score - team.Median(scores)) / m.ScaleOf(i).Step)
		}
		if key != nil && key.ByItem[i] != nil {
			line.Agreed = stats.Of(key.ByItem[i].Score)
		}
		lines = append(lines, line)
	}
	return lines
}

// agreedOn lists what the team agreed on before, on the indicators of the
// lines.
func agreedOn(lines []calibrate.PersonalRating, study calibrate.Study) []string {
	var list []string
	seen := map[string]bool{}
	for _, line := range lines {
		for _, said := range study.Agreed[line.Indicator] {
			if !seen[line.Indicator+said] {
				seen[line.Indicator+said] = true
				list = append(list, line.Indicator+": "+said)
			}
		}
	}
	return list
}

// count counts the items above, at and below the group's median.
func count(s *calibrate.PersonalReport) {
	for _, line := range s.Lines {
		switch v, ok := line.FromMedian.Value(); {
		case !ok:
		case v > 0:
			s.Above++
		case v < 0:
			s.Below++
		default:
			s.At++
		}
	}
}

// furthest returns the lines by their distance from the master, where that is
// known, else from the group's median; those a level away or more.
func furthest(s *calibrate.PersonalReport, step func(calibrate.PersonalRating) float64) []calibrate.PersonalRating {
	distance := func(line calibrate.PersonalRating) float64 {
		if v, ok := line.Agreed.Value(); ok {
			return math.Abs(line.Score-v) / step(line)
		}
		return math.Abs(line.FromMedian.Or(0))
	}
	lines := slices.DeleteFunc(slices.Clone(s.Lines), func(line calibrate.PersonalRating) bool { return distance(line) < 1-1e-9 })
	slices.SortStableFunc(lines, func(a, b calibrate.PersonalRating) int { return cmp.Compare(distance(b), distance(a)) })
	return lines
}

// place names a line: the indicator, and the lesson where there are several.
func place(s *calibrate.PersonalReport, line calibrate.PersonalRating) string {
	name := wording.Name(line.Indicator, line.Name)
	if s.Lessons < 2 {
		return name
	}
	return fmt.Sprintf("%s of %s", name, line.Lesson)
}
