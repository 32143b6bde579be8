package report

// manualHead is the beginning of the manual of the coefficients.
const manualHead = `# Statistics

This page is made from the program's own catalogue: ` + "`calibrate stats list`" + ` names all of it,
and ` + "`calibrate stats explain fleiss_kappa`" + ` prints one of its pages. A test keeps the page true; ` + "`make golden`" + ` writes it anew.

## Which one?

Coefficients differ in what they take for chance. Where they differ much on your ratings, nearly all ratings are on one level,
or raters differ in severity: read why before you choose the highest.

| group | what it is for | coefficients |
| :--- | :--- | :--- |
`

// manualIntervals says what intervals are worth.
const manualIntervals = `
## Intervals, and what they are worth

- **Of what.** With five lessons or more an interval speaks of lessons like these, with fewer of items (an indicator of a lesson)
  like these; ` + "`--unit`" + ` overrules. The raters are taken as they are, unless ` + "`--inference raters`" + ` or ` + "`both`" + ` asks what other raters
  would give. Indicators of one lesson are not independent: by item on such files 95% intervals held the truth 74 to 91% of
  the time in simulation, and nothing in a file of one lesson can mend that.
- **How surely.** Measured in [simulations-distance.md](simulations-distance.md), as the share of 95% intervals that hold the
  truth. Percent agreement and AC1: 93 to 96% of one to three lessons, 92 to 96% of five, 93 to 96% of ten or more, most misses
  below the truth. Krippendorff's alpha, Fleiss' kappa and Scott's pi under weights that do not depend on the ratings: 94 to 97%
  with quadratic weights, 94 to 99% with others, from one lesson of eight indicators on; where nearly all items are alike and a
  few deviate, 82 to 90%. Light's kappa and van Oest's coefficient: 93 to 95% of five lessons or more. Cohen's and Conger's kappa
  with quadratic weights and ordinal alpha: 90 to 94% of five to twenty lessons, most misses below the truth
  ([simulations-agreement.md](simulations-agreement.md)). Intraclass correlations: 93 to 96% of one lesson, by the F distribution
  or, with gaps, by leaving out items; 90 to 94% of five to thirty lessons, most misses below the truth
  ([simulations-icc.md](simulations-icc.md)).
- **Standard error.** ` + "`--variance corrected`" + `, the default, is by item the linearised error in which items rated once count in the
  margins only, and over lessons, up to fifty of them, the jackknife, which leaves out each lesson in turn. ` + "`--variance gwet`" + ` is the error as it
  was published and as other packages print it; it takes the number of items rated twice for known, and is too wide where many
  items are rated once. The two are the same where there are none. Coefficients whose weights depend on the ratings, and all
  that is no kappa, take the jackknife; intraclass correlations of complete ratings by item the F distribution.
- **Both ways.** ` + "`--inference both`" + ` takes items and raters for samples. The sum of the two variances, as published
  (` + "`--variance gwet`" + `), counts their interaction twice; the default takes it out by the two-way jackknife.
- **Limits** are Student's t, or the standard normal with ` + "`--interval normal`" + `, and never leave [−1, 1]. The t has one degree
  of freedom less than there are items or raters, and two less than there are lessons: with one less, limits of five lessons
  hold the truth 90 to 94% of the time (as published, ` + "`--variance gwet`" + `, it is one throughout). By default those of alpha, Fleiss'
  kappa and Scott's pi are put together from the disagreement within items and that between lessons (under five lessons:
  between indicators), each with its own: between few lessons it is low more often than high, which a symmetric interval cannot
  show. They need five lessons or indicators; more than 200 take the t. Elsewhere, near 1 and with few items, a symmetric
  interval is a rough picture: ` + "`--bootstrap 2000 --bootstrap-method bca`" + ` follows the shape of the distribution,
  but of few lessons a percentile bootstrap holds the truth 67 to 88% of the time, and the jackknife's t is the better. Every
  limit holds its value: a bootstrap's that does not is moved to it. A limit of an intraclass correlation of averages is null
  (` + "`out_of_range`" + `) where that of one rating is so low that it bounds nothing.
- **Comparisons** (` + "`--compare`" + `) are made in pairs where both sides rest on the same items or lessons, with t: two groups of raters,
  two coefficients, and the rounds of one form, whose items pair by lesson and indicator. Others are independent, with t and
  Satterthwaite's degrees of freedom. Of three parts or more one test more says whether all are alike. The differences, errors, t
  and p that Gwet's pairedCAC prints for six coefficients come out to all of their seven digits (` + "`--variance gwet --unit item`" + `).
- **p** is two-sided, from the same error, against ` + "`--test-value`" + `. That a kappa is not zero says little: hardly any is.
  The error under the hypothesis of zero (` + "`--tests`" + `) serves the test alone; an interval from it is wrong.
- **As published** (` + "`--variance gwet`" + `) is what irrCAC 1.0 prints; irrCAC 1.4 takes another error of Krippendorff's alpha.
  The default error of alpha has the factor 1 − 1/N that alpha has, the published one has not.
- **No number** stands where there is none: null, with a note that says why and what would fix it. When all agree there is
  nothing to estimate an error from (` + "`no_disagreement`" + `); when everyone gave one level there is no chance to correct for
  (` + "`no_variation`" + `).

The simulations behind these words, with their designs:

`

// manualSymbols are those of the formulas.
const manualSymbols = `Symbols: n items, r raters, q levels; r_ik raters who put item i in level k, r_i = Σ_k r_ik, n' items with r_i ≥ 2;
w_kl the weight of levels k and l, r*_ik = Σ_l w_kl r_il, T_w = Σ_kl w_kl; pa the agreement observed, pe that by chance.
A scale that is declared (` + "`--scale`, `--rubric`" + `) counts with all its levels, and so does that of a rubric
that the file shows. One that is not counts with every whole level of the range that was used; ` + "`--scale observed`" + ` with those that
occur, as other packages take it.

Every work that is cited was looked up: [citations](citations.md). Where no source was found for a page it is left out.
`

// manualFurther opens what stats adds beside the coefficients.
const manualFurther = `
## Beside the coefficients

| flag | figure | what it is |
| :--- | :--- | :--- |
`
