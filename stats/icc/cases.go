package icc

import "github.com/cb401426/calibrate/stats"

// A Case is one of the ten intraclass correlations of McGraw & Wong, a model
// of who the raters are with a way to count error and a number of ratings.
// Several share a formula, and so a Coefficient: they differ in what may be
// said of other raters.
type Case struct {
	Name         string // as McGraw & Wong write it
	Model        string // "one-way random", "two-way random" or "two-way mixed"
	ShroutFleiss string // their name, "" where they have none
	Coefficient  *stats.Coefficient
	Speaks       string // of what
}

// Cases lists the ten. McGraw & Wong 1996, Psychological Methods 1, Tables 3
// and 4 (with the corrections in 1(4), p. 390); Shrout & Fleiss 1979,
// Psychological Bulletin 86, pp. 420-428.
var Cases = []Case{
	{"ICC(1)", "one-way random", "ICC(1,1)", icc11, "one rating, each item rated by raters of its own"},
	{"ICC(k)", "one-way random", "ICC(1,k)", icc1k, "the mean of k ratings, each item rated by raters of its own"},
	{"ICC(C,1)", "two-way random", "", iccC1, "order and distance in one rating by any such rater"},
	{"ICC(C,k)", "two-way random", "", iccCk, "order and distance in the mean of any k such raters"},
	{"ICC(A,1)", "two-way random", "ICC(2,1)", iccA1, "the level in one rating by any such rater"},
	{"ICC(A,k)", "two-way random", "ICC(2,k)", iccAk, "the level in the mean of any k such raters"},
	{"ICC(C,1)", "two-way mixed", "ICC(3,1)", iccC1, "order and distance in one rating by one of these raters"},
	{"ICC(C,k)", "two-way mixed", "ICC(3,k)", iccCk, "order and distance in the mean of these raters, if they read all items alike"},
	{"ICC(A,1)", "two-way mixed", "", iccA1, "the level in one rating by one of these raters"},
	{"ICC(A,k)", "two-way mixed", "", iccAk, "the level in the mean of these raters, if they read all items alike"},
}
