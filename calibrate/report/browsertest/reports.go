package browsertest

import (
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
)

// A Sample is a file of ratings to look at.
type Sample struct {
	Name string
	Args []string // after calibrate score
	make func(path string) error
}

// Samples are what a report must look well on. The first is examined the most.
var Samples = []Sample{
	{"walkthrough", []string{root + "/testdata/samples/walkthrough.csv"}, nil},
	{"reasons", []string{root + "/testdata/reasons/lesson.csv"}, nil},
	{"six-lessons", []string{root + "/testdata/ref/six-lessons/ratings.csv"}, nil},
	{"many", []string{"--by", "role"}, madeUp(25, 1, 22, 0.6)},
	{"lessons", nil, madeUp(8, 60, 5, 0.5)},
	{"two-raters", nil, madeUp(2, 1, 10, 0.5)},
	{"agreement", nil, madeUp(6, 2, 10, 0)},
	{"noise", nil, madeUp(8, 2, 10, 9)},
	{"long-names", []string{"--names"}, longNames},
	{"hostile", []string{"--names"}, hostile},
}

// A Reading is one of the two readings of a report.
type Reading struct {
	Name  string
	Flags []string
}

// The readings: the page for the room, and everything.
var (
	Room     = Reading{"room", nil}
	Full     = Reading{"full", []string{"--full"}}
	Readings = []Reading{Room, Full}
)

// Write writes a reading of the sample in a format into a folder.
func (s Sample) Write(program, dir, format string, reading Reading) (string, error) {
	args := append([]string{"score", "--quiet", "--format", format}, reading.Flags...)
	args = append(args, s.Args...)
	if s.make != nil {
		ratings := filepath.Join(dir, s.Name+".csv")
		if err := s.make(ratings); err != nil {
			return "", err
		}
		args = append(args, ratings)
	}
	path, err := filepath.Abs(filepath.Join(dir, s.Name+"-"+reading.Name+"."+format))
	if err != nil {
		return "", err
	}
	out, err := exec.Command(program, append(args, "-o", path)...).CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%v: %w\n%s", args, err, out)
	}
	return path, nil
}

// write writes rows as a CSV file.
func write(path string, rows [][]string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := csv.NewWriter(f).WriteAll(rows); err != nil {
		return err
	}
	return f.Close()
}

// madeUp draws ratings from 1 to 4 around a truth.
func madeUp(raters, lessons, indicators int, spread float64) func(string) error {
	roles := []string{"Principal", "Central office", "Coach"}
	return func(path string) error {
		random := rand.New(rand.NewPCG(7, 7))
		rows := [][]string{{"rater", "role", "lesson", "indicator", "score", "reason"}}
		for l := range lessons {
			for i := range indicators {
				truth := 2.6 + 0.6*random.NormFloat64()
				for g := range raters {
					score := min(max(int(truth+spread*random.NormFloat64()+0.5), 1), 4)
					rows = append(rows, []string{
						fmt.Sprintf("Rater %02d", g), roles[g%len(roles)], fmt.Sprintf("Lesson %d", l+1),
						fmt.Sprintf("%d%c", 1+i/6, 'a'+i%6), strconv.Itoa(score), "T asks, 4 of 22 answer",
					})
				}
			}
		}
		return write(path, rows)
	}
}

// longNames is a district's own rubric: many lines in words, and a team of 30.
func longNames(path string) error {
	random := rand.New(rand.NewPCG(3, 3))
	rows := [][]string{{"rater", "lesson", "indicator", "score"}}
	for i := range 36 {
		for g := range 30 {
			rows = append(rows, []string{
				fmt.Sprintf("Bartholomew Featherstonehaugh-%d", g), "Observation of the ninth-grade seminar",
				fmt.Sprintf("%d. Uses questioning and discussion techniques that reach all students", i+1),
				strconv.Itoa(1 + random.IntN(5)),
			})
		}
	}
	return write(path, rows)
}

// hostile names people and indicators so that a careless page would run them.
func hostile(path string) error {
	names := []string{
		`<script>document.title='run'</script>`, `"><img src=x onerror="document.title='run'">`,
		`</style><script>document.title='run'</script>`, `javascript:document.title='run'`,
		`{{.}}`, "a\u202egnp.exe",
	}
	rows := [][]string{{"rater", "lesson", "indicator", "score", "reason"}}
	for i, indicator := range names {
		for g, rater := range names {
			rows = append(rows, []string{rater, "L " + names[0], indicator, strconv.Itoa(1 + (i*g+g)%4), names[g]})
		}
	}
	return write(path, rows)
}
