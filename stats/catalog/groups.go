package catalog

import "github.com/cb401426/calibrate/stats"

// A Group is coefficients of a kind: what they have in common and when to take
// one of them.
type Group struct {
	ID    stats.Group
	Title string
	Use   string
}

// Groups lists the groups in the order in which people read them.
var Groups = []Group{
	{
		stats.ObservedAgreement, "How often raters agree",
		"The plain share, easiest to explain. It does not say how often chance alone would agree: " +
			"on a short scale that is often. Read it first, never alone.",
	},
	{
		stats.PooledChance, "Corrected for chance: what all raters together used",
		"Chance is two ratings drawn from the whole file. Take one of these to compare with what is published; " +
			"alpha is at home with gaps and with few ratings. Where one level prevails they fall although nearly all agree.",
	},
	{
		stats.OwnChance, "Corrected for chance: what each rater used",
		"Chance is each rater's own use of the levels, so raters who differ in severity have less of it to agree by. " +
			"Take one where the raters are the same throughout and not to be exchanged.",
	},
	{
		stats.EvenChance, "Corrected for chance: little moved by a level that prevails",
		"Chance hangs on the scale (each level as likely) or on how hard the items are, not on which level is common. " +
			"Take one beside kappa where nearly all ratings are on one level; on long scales they flatter.",
	},
	{
		stats.BesideKappa, "To read beside kappa",
		"The most that kappa could be with these raters' use of the levels, and what the table of two raters looks like. " +
			"They bound or picture kappa; they do not replace it.",
	},
	{
		stats.OnScores, "Scores on even steps",
		"They take the levels as numbers and ask how far items differ rather than raters. A-forms count severity as " +
			"disagreement, C-forms do not; 1 is one rating, k the mean of k. Take one when scores are averaged.",
	},
	{
		stats.OnOrder, "The same order",
		"Do raters put the items in the same order? Severity does not matter to them: a rater who is always one level " +
			"lower agrees in full. Never take one for agreement on the levels.",
	},
	{
		stats.OlderIndex, "Older indices",
		"What older papers and software print. They serve to compare with those.",
	},
	{
		stats.WithinGroup, "Within each lesson",
		"How narrow the ratings of each item are against ratings at random; no other items are needed to compare with. " +
			"They say nothing on whether raters tell lessons apart.",
	},
}
