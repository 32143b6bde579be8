package scan

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// records lists the records of shards of a text, sorted.
func records(text string, shards []Shard) []string {
	var list []string
	for _, s := range shards {
		for _, p := range s.Parts {
			k := 0
			for _, run := range p.Lessons {
				for range run.Records {
					at := int(p.Before) + int(p.Reasons[k].At)
					reason := Unquote([]byte(text[at : at+int(p.Reasons[k].Size)]))
					list = append(list, fmt.Sprintf("%q %q %q %q %q", s.Raters[p.Rater.At(k)],
						s.Lessons[run.Lesson], s.Indicators[p.Indicator.At(k)], s.Scores[p.Score[k]], reason))
					k++
				}
			}
		}
	}
	slices.Sort(list)
	return list
}

// options reads rater, lesson, indicator, score, reason.
var options = Options{Delimiter: ',', Width: 5, Rater: 0, Lesson: 1, Indicator: 2, Score: 3, Reason: 4, KeepReasons: true, CountBy: Absent, Workers: 2}

// slowly reads the same with encoding/csv; nil where a record is irregular.
func slowly(text string) []string {
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord = 5
	rows, err := r.ReadAll()
	if err != nil {
		return nil
	}
	list := []string{}
	for _, row := range rows {
		list = append(list, fmt.Sprintf("%q %q %q %q %q", row[0], row[1], row[2], row[3], row[4]))
	}
	slices.Sort(list)
	return list
}

func TestRead(t *testing.T) {
	var long strings.Builder
	for i := range 70_000 {
		fmt.Fprintf(&long, "Rater %d,L%d,\"3,%c\",%d,\"said \"\"why\"\"\nand %d\"\n", i%7, i/70, 'a'+i%5, i%4+1, i)
	}
	var many strings.Builder
	for i := range 70_000 {
		fmt.Fprintf(&many, "r%d,principal-%03d@district.example,the same beginning %d and end,%d,\n", i, i%500, i%300, i%4)
	}
	for name, text := range map[string]string{
		"many and long": many.String(),
		"plain":         "a,b,c,1,x\na,b,d,2,y\n", "no line end": "a,b,c,1,x", "crlf": "a,b,c,1,x\r\na,b,d,2,\"y\"\r\n",
		"blank end": "a,b,c,1,x\n\n\n", "blank end, crlf": "a,b,c,1,x\r\n\r\n\n", "blank": "\n\n",
		"quotes": `"a, ""b""",b,"",1,` + "\"x\ny\"\n", "blocks": long.String(), "empty": "",
	} {
		shards, err := Read(context.Background(), strings.NewReader(text), options)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got, want := records(text, shards), slowly(text); !slices.Equal(got, want) {
			t.Errorf("%s: got %d records, want %d", name, len(got), len(want))
		}
	}
}

func TestReadLeavesTheIrregular(t *testing.T) {
	for name, text := range map[string]string{
		"ragged": "a,b,c,1,x\na,b,c\n", "wide": "a,b,c,1,x,y\n", "quote inside": "a\"b,b,c,1,x\n",
		"after a quote": "\"a\"b,b,c,1,x\n", "cr": "a,b,c,1,x\ry\n", "cr after a quote": "\"a\"\r,b,c,1,x\n",
		"nul": "a,b,c,1,\x00\n", "open": "a,b,c,1,\"x\n", "not UTF-8": "a,b,c,1,\xff\n", "blank line": "a,b,c,1,x\n\na,b,c,1,x\n",
	} {
		_, err := Read(context.Background(), strings.NewReader(text), options)
		var irregular *Irregular
		if !errors.As(err, &irregular) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestReadEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Read(ctx, strings.NewReader(strings.Repeat("a,b,c,1,x\n", 1_000_000)), options)
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// What is read fast is what encoding/csv reads, record for record.
func FuzzRead(f *testing.F) {
	f.Add("a,b,c,1,x\na,b,c,1,\"y\"\"\nz\"\r\n")
	f.Add("\"x\"\r,b,c,1,x\n")
	f.Add(strings.Repeat("a", 60) + ",\"" + strings.Repeat("b", 70) + "\",c,1,x\n")
	f.Fuzz(func(t *testing.T, text string) {
		shards, err := Read(context.Background(), strings.NewReader(text), options)
		if err != nil {
			return
		}
		// encoding/csv drops blank lines and turns \r\n inside quotes into \n.
		want := slowly(text)
		got := records(text, shards)
		for i := range got {
			got[i] = strings.ReplaceAll(got[i], `\r\n`, `\n`)
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%q:\n got %q\nwant %q", text, got, want)
		}
	})
}

// Benchmarks by rows, with reasons that stand in quotes or do not, and with
// the rows of a lesson together or not.
func BenchmarkRead(b *testing.B) {
	for _, c := range []struct {
		name, reason string
		rows         int
		shuffled     bool
	}{
		{"plain/rows=10000", "%d of 22 hands up", 10_000, false},
		{"plain/rows=1000000", "%d of 22 hands up", 1_000_000, false},
		{"shuffled/rows=1000000", "%d of 22 hands up", 1_000_000, true},
		{"quoted/rows=1000000", "\"%d of 22, hands up\"", 1_000_000, false},
	} {
		lines := make([]string, c.rows)
		for i := range lines {
			lines[i] = fmt.Sprintf("Rater %d,Lesson %d,3%c,%d,"+c.reason+"\n", i%4+i/200%30, i/80, 'a'+i/4%20, i*7%4+1, i%22)
		}
		if c.shuffled {
			rand.New(rand.NewPCG(1, 1)).Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
		}
		text := strings.Join(lines, "")
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Read(b.Context(), strings.NewReader(text), options); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
