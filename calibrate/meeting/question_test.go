package meeting

import (
	"testing"

	"github.com/cb401426/calibrate/calibrate"
)

func TestQuestions(t *testing.T) {
	a := &Planner{}
	split := func(reading calibrate.Quadrant) calibrate.AgendaItem {
		return calibrate.AgendaItem{
			Boundary: []float64{2, 3}, Spread: []calibrate.LevelCount{{Value: 2, Count: 3}, {Value: 3, Count: 5}}, Reading: calibrate.Named(string(reading)),
		}
	}
	none := split("")
	none.Reading = calibrate.NoLabel(calibrate.TooFewReasons)
	agreed := calibrate.AgendaItem{Spread: []calibrate.LevelCount{{Value: 3, Count: 5}}, Reading: calibrate.Named(string(calibrate.Lucky))}
	for _, test := range []struct {
		Item calibrate.AgendaItem
		want string
	}{
		{split(calibrate.Shared), "Most rated it 3, for like reasons. What would have made it a 2?"},
		{split(calibrate.Lucky), "Read the reasons aloud: do they describe the same thing?"},
		{split(calibrate.UnclearLine), "Both sides write about the same moments. Where does a 2 end, and a 3 begin?"},
		{none, "What did you see or hear that made it a 2 and not a 3, or a 3 and not a 2?"},
		{agreed, "Read the reasons aloud: do they describe the same thing?"},
		{split(calibrate.FactsDisputed), "Which is it? The video can settle this: watch it, and count."},
		{split(calibrate.NothingSeen), "What did you see or hear that led you there?"},
	} {
		if got := a.question(&test.Item, 0, nil); got != test.want {
			t.Errorf("%s: %q, want %q", test.Item.Reading.Name(), got, test.want)
		}
	}
}

// Where the reasons name a time of the video, that is where to watch.
func TestMoment(t *testing.T) {
	for want, texts := range map[string][]string{
		"9:38":    {"Two S with a blank page at 9:38.", "nothing at 9:38 either", "from 9:04 on they read", "until 9:41, before 9:42"},
		"9:04":    {"from 9:41 on they talk", "Around 9:04 the bell rings"},
		"1:02:30": {"at 1:02:30 she stops"},
		"":        {"a timer (2:00 on the screen)", "0:50 to the carpet", "at 9:99"},
	} {
		var quotes []calibrate.Quote
		for _, s := range texts {
			quotes = append(quotes, calibrate.Quote{Text: s})
		}
		if got := moment(quotes); got != want {
			t.Errorf("%q: %q, want %q", texts, got, want)
		}
	}
}
