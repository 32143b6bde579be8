package report_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/analysis"
	"github.com/cb401426/calibrate/calibrate/meeting"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/calibrate/rounds"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// room shows the page for the room in a format.
func room(t testing.TB, id string, r *calibrate.Report, o format.Options) string {
	t.Helper()
	var b strings.Builder
	if err := report.Room.Write(&b, id, r, o); err != nil {
		t.Fatalf("%s: %v", id, err)
	}
	return unpacked(t, id, b.String())
}

func TestRoomGolden(t *testing.T) {
	r := analysed(t, withReasons(t), calibrate.Options{})
	golden(t, "room.txt", room(t, "text", r, format.Options{}))
	golden(t, "room.md", room(t, "markdown", r, format.Options{}))
	golden(t, "room_walkthrough.txt", room(t, "text", walkthrough(t, false), format.Options{}))
	for _, name := range []string{"groups", "six lessons", "two raters", "agreement", "noise", "many", "lessons", "master", "one rating", "no rating"} {
		golden(t, "room_"+strings.ReplaceAll(name, " ", "_")+".txt", room(t, "text", samples(t)[name], format.Options{}))
	}
}

// A principal reads the page in the minutes before a meeting: about fifty lines
// with words on them, whatever the size of the team.
func TestRoomIsShort(t *testing.T) {
	for name, r := range map[string]*calibrate.Report{
		"walkthrough": walkthrough(t, false),
		"reasons":     analysed(t, withReasons(t), calibrate.Options{}),
		"25 × 22":     samples(t)["many"],
		"60 lessons":  samples(t)["lessons"],
	} {
		text := room(t, "text", r, format.Options{})
		if n := len(strings.Fields(text)); n > 600 {
			t.Errorf("%s: %d words", name, n)
		}
		lines := 0
		for line := range strings.Lines(text) {
			if strings.TrimSpace(line) != "" {
				lines++
			}
		}
		if most := 41 + len(r.Indicators); lines > most {
			t.Errorf("%s: %d lines with words, want %d at most", name, lines, most)
		}
		if all, most := strings.Count(text, "\n"), 50+len(r.Indicators); all > most {
			t.Errorf("%s: %d lines, want %d at most", name, all, most)
		}
	}
}

// banned are words that no page for people uses, and statistics that stand in
// the full report alone.
var (
	banned = regexp.MustCompile(`(?i)\b(outliers?|bias(ed)?|inaccura\w+|accuracy|luck(y)?|wrong|bad rater|errors?|mistakes?)\b`)
	full   = regexp.MustCompile(`(?i)\bp [=<]|\bHolm\b|\bkappa\b|\balpha\b|\bcoefficients?\b|probability|\bΦ|\bR[0-9]+\b|the distance`)
)

// Nothing on a page for people hurts, and the room's page has no pseudonym, no
// coefficient and no p-value.
func TestBannedWords(t *testing.T) {
	for name, r := range samples(t) {
		if name == "hostile" {
			continue // its names are what they are
		}
		for _, id := range []string{"text", "markdown", "html", "xlsx"} {
			page := seen(t, id, room(t, id, r, format.Options{}))
			for _, re := range []*regexp.Regexp{banned, full} {
				if found := re.FindString(page); found != "" {
					t.Errorf("%s as %s: the room's page says %q", name, id, found)
				}
			}
			if found := banned.FindString(seen(t, id, unpacked(t, id, write(t, id, r, format.Options{})))); found != "" {
				t.Errorf("%s as %s: the full report says %q", name, id, found)
			}
			for _, re := range []*regexp.Regexp{banned, full} {
				if found := re.FindString(seen(t, id, agenda(t, id, r))); found != "" {
					t.Errorf("%s as %s: the agenda says %q", name, id, found)
				}
			}
		}
	}
}

// What else people read: private sheets, with and without agreed scores and a
// drift, the lines of an archive and of schools, and reasons. Pages of surveys
// and of rounds are held by tests of their own.
func TestBannedWordsElsewhere(t *testing.T) {
	study := withReasons(t)
	sheets := must(meeting.PersonalReports(t.Context(), study, calibrate.Options{Seed: 1}))(t)
	mastered := must(analysis.TakeMaster(study, study.Table.Raters()[0]))(t)
	sheets = append(sheets, must(meeting.PersonalReports(t.Context(), mastered, calibrate.Options{Seed: 1}))(t)...)
	moved := sheets[0]
	moved.Drift = &calibrate.PersonalDrift{From: "fall", Before: stats.Of(-0.4), After: stats.Of(0.7), Raters: 9, Moved: true}
	sheets = append(sheets, moved)
	b := rating.NewBuilder("role")
	for _, record := range read(t, "../../testdata/samples/walkthrough.csv") {
		b.Add(record)
	}
	archive := must(analysis.ArchiveOf(t.Context(), calibrate.Study{Table: b.Build(nil, nil)}, calibrate.Options{By: "role"}))(t)
	schools := &rounds.Schools{By: "school", First: "fall", Last: "spring", Rows: []rounds.SchoolRow{{Part: "North", Movement: "together"}}, Withheld: 2}
	for _, id := range []string{"text", "markdown", "html", "xlsx"} {
		pages := map[string]string{
			"the archive": shown(t, report.Archive, id, archive),
			"the schools": shown(t, report.SeriesOf(report.Series{Schools: schools}, false), id, report.Series{Schools: schools}),
		}
		for k, s := range sheets {
			pages[fmt.Sprint("private sheet ", k)] = shown(t, report.Shape[calibrate.PersonalReport]{Document: report.ViewSheet}, id, s)
		}
		for what, page := range pages {
			for _, re := range []*regexp.Regexp{banned, full} {
				if found := re.FindString(cellNames.ReplaceAllString(seen(t, id, page), "")); found != "" {
					t.Errorf("%s as %s says %q", what, id, found)
				}
			}
		}
	}
}

// seen is what a person sees of a page: what stands in no tag, style or script.
func seen(t testing.TB, id, content string) string {
	t.Helper()
	if id != "html" && id != "xlsx" {
		return content
	}
	var b strings.Builder
	for {
		text, rest, found := strings.Cut(content, "<")
		b.WriteString(text)
		if !found {
			return b.String()
		}
		b.WriteByte(' ')
		end := ">"
		for _, name := range []string{"style", "script"} {
			if after, is := strings.CutPrefix(rest, name); is && strings.IndexAny(after, " >") == 0 {
				end = "</" + name + ">"
			}
		}
		if _, content, found = strings.Cut(rest, end); !found {
			t.Fatalf("<%.20s has no end", rest)
		}
	}
}

// The three things of the page are the first of the agenda, and every
// indicator that misses the standard and every dispute over what was observed
// stands on the agenda or in what there may be time for.
func TestOneList(t *testing.T) {
	for name, r := range samples(t) {
		if len(r.Agenda) == 0 {
			continue
		}
		page := agenda(t, "markdown", r)
		talk, _, _ := strings.Cut(page, "## What to clarify")
		for _, p := range r.Indicators {
			if p.Meets.No() && name != "hostile" && !strings.Contains(talk, p.ID) {
				t.Errorf("%s: %s misses the standard and is not on the agenda", name, p.ID)
			}
		}
		for _, x := range r.NotObservedItems {
			if !strings.Contains(talk, x.Indicator) {
				t.Errorf("%s: %s was not observed by all and is not on the agenda", name, x.Indicator)
			}
		}
	}
}

// In a terminal the page ends where the eye is.
func TestTerminalRepeatsTheVerdict(t *testing.T) {
	r := walkthrough(t, false)
	plain := room(t, "text", r, format.Options{})
	shown := room(t, "text", r, format.Options{Terminal: true})
	again, ok := strings.CutPrefix(shown, plain)
	if !ok || !strings.Contains(again, "PARTLY ALIGNED") || !strings.Contains(again, "  1. 3d") || strings.Contains(again, "What these figures") {
		t.Errorf("repeated: %q", again)
	}
}
