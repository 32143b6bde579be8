package input_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/calibrate/input"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/rubric"
)

// rated reads ratings of two lessons on a declared scale.
func rated(t testing.TB, csv string, scale string) *input.Reading {
	t.Helper()
	o := input.Options{Stdin: strings.NewReader(csv)}
	if scale != "" {
		s, err := rubric.ParseScale(scale)
		if err != nil {
			t.Fatal(err)
		}
		o.Scale = &s
	}
	r, err := input.Read(context.Background(), []string{"-"}, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const twoLessons = "rater,lesson,indicator,score\n" +
	"Ana,L1,3b Questioning,2\nBo,L1,3b Questioning,3\nAna,L1,3c,4\nBo,L1,3c,4\n" +
	"Ana,L2,3b Questioning,1\nBo,L2,3b Questioning,3\nAna,L2,3c,4\nBo,L2,3c,2\n"

func master(t testing.TB, key string, ratings *input.Reading) (*input.MasterKey, error) {
	t.Helper()
	return input.ReadMaster(context.Background(), "-", ratings, input.Options{Stdin: strings.NewReader(key)})
}

func TestReadMaster(t *testing.T) {
	ratings := rated(t, twoLessons, "1-4")
	want := []input.AgreedScore{{"L1", "3b", "", 2}, {"L1", "3c", "", 4}, {"L2", "3b", "", 3}}
	for name, key := range map[string]string{
		"plain":                  "lesson,indicator,score\nL1,3b,2\nL1,3c,4\nL2,3b,3\n",
		"other words":            "Video;Component;Master score\nl1;3B;2\nL1;3c;4\nL2;3b;3\n",
		"long names, another":    "lesson,indicator,agreed\nL1,Questioning,2\nL1,3c,4\nL2,3b Questioning,3\nL9,3b,1\n",
		"a title and blank rows": "Our key,,\n\nlesson,indicator,score\nL1,3b,2\n\nL1,3c,4\nL2,3b,3\nL2,3c,\n",
		"byte order mark, tabs":  "\ufefflesson\tindicator\tscore\r\nL1\t3b\t2\r\nL1\t3c\t4\r\nL2\t3b\t3\r\n",
		"the same line twice":    "lesson,indicator,score\nL1,3b,2\nL1,3b,2\nL1,3c,4\nL2,3b,3\n",
	} {
		t.Run(name, func(t *testing.T) {
			key, err := master(t, key, ratings)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(want, key.Scores); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestReadMasterOfOneLesson(t *testing.T) {
	ratings := rated(t, "rater,lesson,indicator,score\nAna,L1,3b,2\nBo,L1,3b,3\n", "1-4")
	key, err := master(t, "indicator,score\n3b,3\n", ratings)
	if err != nil || len(key.Scores) != 1 || key.Scores[0].Lesson != "L1" {
		t.Errorf("%+v, %v", key, err)
	}
}

// Labels of the scale are scores too.
func TestReadMasterByLabel(t *testing.T) {
	ratings := rated(t, "rater,lesson,indicator,score\nAna,L1,3b,Low\nBo,L1,3b,High\n", "Low,Mid,High")
	key, err := master(t, "lesson,indicator,score\nL1,3b,mid\n", ratings)
	if err != nil || len(key.Scores) != 1 || key.Scores[0].Score != 2 {
		t.Errorf("%+v, %v", key, err)
	}
}

func TestReadMasterFaults(t *testing.T) {
	ratings := rated(t, twoLessons, "1-4")
	for name, c := range map[string]struct{ key, want string }{
		"off the scale": {"lesson,indicator,score\nL1,3b,2\nL1,3c,7\n", `standard input:3: column "score": 7 is not on the scale`},
		"no score":      {"lesson,indicator,score\nL1,3b,two\n", `standard input:2: column "score": "two" is`},
		"two scores":    {"lesson,indicator,score\nL1,3b,2/3\n", "two numbers in one cell"},
		"contradicting": {"lesson,indicator,score\nL1,3b,2\nL1,3b,3\n", "3b of L1 has the agreed score 2 above, and 3 here"},
		"no indicator":  {"lesson,indicator,score\nL1,,2\n", "an agreed score and no indicator"},
		"no lesson":     {"lesson,indicator,score\n,3b,2\n", "an agreed score and no lesson"},
		"no columns":    {"a,b,c\n1,2,3\n", "no row names an indicator and a score"},
		"lesson needed": {"indicator,score\n3b,2\n", "no column holds the lesson, and 2 lessons were rated"},
		"elsewhere":     {"lesson,indicator,score\nL7,3b,2\nL1,9z,2\n", "no line of the key is of a lesson and indicator that was rated: 2 are of others"},
		"empty":         {"", "the file is empty"},
		"header alone":  {"lesson,indicator,score\n", "no line of the key"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := master(t, c.key, ratings)
			var faults problem.Faults
			if !errors.As(err, &faults) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %q", err, c.want)
			}
		})
	}
	if _, err := input.ReadMaster(context.Background(), "nowhere/key.csv", ratings, input.Options{}); err == nil {
		t.Error("a key that is not there")
	}
	if _, err := master(t, "lesson,indicator,score\nL1,3b,2\n", nil); err == nil {
		t.Error("a key without ratings")
	}
}

// Whatever a key holds, it is read or refused in words, and what is read is on
// the scale and of what was rated.
func FuzzReadMaster(f *testing.F) {
	for _, key := range []string{
		"lesson,indicator,score\nL1,3b,2\n", "indicator;score\n3b;\"2\n", "a\x00b", "lesson\tindicator\tmaster\n\"L1\"\t3c\t4,0\n",
		"lesson,indicator,round,score\nL1,3b,1,2\nL2,3c,,N/A\n", "\xff\xfel\x00e\x00",
	} {
		f.Add(key)
	}
	ratings := rated(f, twoLessons, "1-4")
	f.Fuzz(func(t *testing.T, text string) {
		key, err := master(t, text, ratings)
		if err != nil {
			if err.Error() == "" {
				t.Error("an error without words")
			}
			return
		}
		if len(key.Scores) == 0 {
			t.Error("a key of nothing")
		}
		for _, s := range key.Scores {
			if s.Score != float64(int(s.Score)) || s.Score < 1 || s.Score > 4 || s.Lesson != "L1" && s.Lesson != "L2" || s.Indicator != "3b" && s.Indicator != "3c" {
				t.Errorf("score %+v", s)
			}
		}
	})
}
