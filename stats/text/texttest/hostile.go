package texttest

import (
	"strings"
	"testing"
)

// Hostile are units of texts that have broken other programs.
var Hostile = []Nuisance{
	{"prose", "T asked four students why the ice melted, and two of them said \"it got warm\". Great lesson! "},
	{"no spaces", "abcdefghij"},
	{"spaces", "a.                    "},
	{"one sentence", "says that she asks if they know how "},
	{"open quotations", "\"a "},
	{"single quotations", "'a b' "},
	{"full stops", "a. "},
	{"initials", "A. "},
	{"semicolons", "a; "},
	{"digits", "1234567890"},
	{"numbers", "4 of 22, 9:38 and 50% "},
	{"emoji", "😊👩‍👩‍👧‍👦🇩🇪"},
	{"right to left", "שלום עליכם, \u202eמורה\u202c "},
	{"combining", "e\u0301\u0301\u0301\u0301"},
	{"invalid", "\xff\xfe a "},
	{"at signs", "a@b@c.d "},
	{"addresses", "aaa@bbb.example "},
	{"capitals", "Mateo Ortiz "},
	{"line ends", "\n\n- a\n"},
	{"speakers", "T: I S: you "},
	{"parentheses", "( "},
	{"should", "should could would "},
}

// A Nuisance is a unit that a hostile text repeats.
type Nuisance struct{ Name, Unit string }

// Text is about a megabyte of it.
func (n Nuisance) Text() string { return strings.Repeat(n.Unit, (1<<20)/len(n.Unit)) }

// Seed gives a fuzz target the hostile texts, short, and what has broken the
// reading before.
func Seed(f *testing.F) {
	for _, n := range Hostile {
		f.Add(strings.Repeat(n.Unit, 3))
	}
	for _, s := range []string{"", `"`, "'", "T:", "T: “", "Mr.", "@", "a@b.c", "1.", "x4", "4/", "-", "\x00", "ſ'ſ", "ǅemal"} {
		f.Add(s)
	}
}
