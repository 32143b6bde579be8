package input_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/calibrate/input"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/settings"
	"github.com/cb401426/calibrate/calibrate/rubric"
)

func TestOptions(t *testing.T) {
	twice := head + "Ana,L1,3b,2,\nAna,L1,3b,4,\nBo,L1,3b,3,\n"
	rounds := "rater,round,indicator,score\nAna,1,3b,2\nBo,1,3b,3\nAna,2,3b,4\nBo,2,3b,4\n"
	checklist, _ := rubric.Find("yes-no")
	class, _ := rubric.Find("class-prek-k3")
	tests := []struct {
		name, text string
		options    input.Options
		want       []string
		fails      string
	}{
		{name: "highest", text: twice, options: input.Options{Duplicates: "highest"}, want: []string{`L1 | 3b | Ana | 4 | ""`, `L1 | 3b | Bo | 3 | ""`}},
		{name: "lowest", text: twice, options: input.Options{Duplicates: "lowest"}, want: []string{`L1 | 3b | Ana | 2 | ""`, `L1 | 3b | Bo | 3 | ""`}},
		{name: "mean", text: twice, options: input.Options{Duplicates: "mean"}, want: []string{`L1 | 3b | Ana | 3 | ""`, `L1 | 3b | Bo | 3 | ""`}},
		{name: "drop", text: twice, options: input.Options{Duplicates: "drop"}, want: []string{`L1 | 3b | Bo | 3 | ""`}},
		{
			name: "mean off the scale", text: head + "Ana,L1,3b,2,\nAna,L1,3b,3,\nBo,L1,3b,3,\n",
			options: input.Options{Duplicates: "mean", Scale: scale("1-4")}, fails: "the mean, 2.5, is not on the scale 1 to 4",
		},
		{name: "unknown way", text: twice, options: input.Options{Duplicates: "first"}, fails: `no way "first"`},
		{name: "unknown layout", text: twice, options: input.Options{Layout: "tall"}, fails: `no layout "tall"`},
		{name: "unknown encoding", text: twice, options: input.Options{Encoding: "utf-9"}, fails: "unknown encoding"},
		{name: "last round", text: rounds, want: []string{`2 | Lesson | 3b | Ana | 4 | ""`, `2 | Lesson | 3b | Bo | 4 | ""`}},
		{name: "first round", text: rounds, options: input.Options{Round: "1"}, want: []string{`1 | Lesson | 3b | Ana | 2 | ""`, `1 | Lesson | 3b | Bo | 3 | ""`}},
		{
			name: "all rounds", text: rounds, options: input.Options{Round: "all"},
			want: []string{`1 | Lesson | 3b | Ana | 2 | ""`, `1 | Lesson | 3b | Bo | 3 | ""`, `2 | Lesson | 3b | Ana | 4 | ""`, `2 | Lesson | 3b | Bo | 4 | ""`},
		},
		{
			name: "columns", text: "Email,Clip,Look,Stars,Said\nana@d.example,A,x,2,why not\nbo@d.example,A,x,3,\n",
			options: input.Options{Columns: columns("rater=email,lesson=Clip,indicator=Look,score=Stars,reason=Said")},
			want:    []string{`A | x | ana@d.example | 2 | "why not"`, `A | x | bo@d.example | 3 | ""`},
		},
		{
			name: "NO on a checklist", text: head + "Ana,L1,x,YES,\nBo,L1,x,NO,\n", options: input.Options{Rubric: checklist},
			want: []string{`L1 | x | Ana | 1 | ""`, `L1 | x | Bo | 0 | ""`},
		},
		{
			name: "NO on a scale", text: head + "Ana,L1,x,2,\nBo,L1,x,NO,\n", options: input.Options{Scale: scale("1-4")},
			want: []string{`L1 | x | Ana | 2 | ""`, `L1 | x | Bo | not_observed | ""`},
		},
		{
			name: "NO and Yes", text: head + "Ana,L1,x,Yes,\nBo,L1,x,NO,\n",
			want: []string{`L1 | x | Ana | 1 | ""`, `L1 | x | Bo | 0 | ""`},
		},
		{name: "NO alone", text: head + "Ana,L1,x,NO,\nBo,L1,x,NO,\nBo,L1,y,2,\n", fails: "NO may be No or Not Observed"},
		{
			name: "reversed", text: head + "Ana,L1,NC,1,\nBo,L1,Negative Climate,2,\nBo,L1,PC,7,\n", options: input.Options{Rubric: class},
			want: []string{`L1 | NC | Ana | 7 | ""`, `L1 | NC | Bo | 6 | ""`, `L1 | PC | Bo | 7 | ""`},
		},
		{
			name: "words of the scale", text: head + "Ana,L1,x,so-so,\nBo,L1,x,great,\n", options: input.Options{Scale: scale("poor,so-so,great")},
			want: []string{`L1 | x | Ana | 2 | ""`, `L1 | x | Bo | 3 | ""`},
		},
		{
			name: "ambiguous words", text: head + "Ana,L1,x,Developing,\nBo,L1,x,Proficient,\n", fails: "can be read on several scales",
		},
		{
			name: "label and number of a rubric", text: head + "Ana,L1,x,3 - Basic,\n", options: input.Options{Scale: scale("1=Low,2=Basic,3=High")},
			fails: `"Basic" is level 2`,
		},
		{name: "half points", text: head + "Ana,L1,x,2.5,\nBo,L1,x,\"2,5\",\n", options: input.Options{Scale: scale("1-4/0.5")}, want: []string{`L1 | x | Ana | 2.5 | ""`, `L1 | x | Bo | 2.5 | ""`}},
		{
			name: "cells", text: head + "A,L1,x,3.0,\nB,L1,x, 3 ,\nC,L1,x,Level 3,\nE,L1,x,3 of 4,\nF,L1,x,03,\nG,L1,x,III,\nH,L1,x,3 pts,\n",
			options: input.Options{Scale: scale("1-4")},
			want: []string{
				`L1 | x | A | 3 | ""`, `L1 | x | B | 3 | ""`, `L1 | x | C | 3 | ""`,
				`L1 | x | E | 3 | ""`, `L1 | x | F | 3 | ""`, `L1 | x | G | 3 | ""`, `L1 | x | H | 3 | ""`,
			},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.options.Stdin = strings.NewReader(test.text)
			r, err := input.Read(context.Background(), []string{"-"}, test.options)
			if test.fails != "" {
				if err == nil || !strings.Contains(err.Error(), test.fails) {
					t.Errorf("error %v, want %q", err, test.fails)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, input.Dump(r.Table)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLikeNames(t *testing.T) {
	text := head + "\"Ortiz, Ana\",L1,x,2,\nAna Ortiz,L1,x,2,\nA. Ortiz,L1,x,2,\nana.ortiz@d.example,L1,x,2,\nJosé Ruiz,L1,x,1,\nJose Ruiz,L1,x,1,\nBo Chen,L1,x,1,\nR1,L1,x,1,\nR2,L1,x,1,\n"
	r, err := input.Read(context.Background(), []string{"-"}, input.Options{Stdin: strings.NewReader(text)})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(r.Table.Raters()); n != 9 {
		t.Errorf("%d raters: names were merged", n)
	}
	var got []string
	for _, p := range r.Problems {
		if p.Code == "like_names" {
			got = append(got, p.Text)
		}
	}
	if len(got) != 7 {
		t.Errorf("offered %q", got)
	}
}

// columns are choices as --columns takes them.
func columns(flags ...string) []layout.Choice {
	all, err := settings.ParseColumns(flags)
	if err != nil {
		panic(err)
	}
	return all
}
