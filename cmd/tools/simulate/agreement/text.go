package main

const preface = `# Do the intervals hold?

Simulated on %s, seed %d: %d teams a design, %d files a team, %d files a design. To run it again:

    go run -C cmd/tools ./simulate/agreement -date DATE > docs/simulations-agreement.md

Each file is ratings on four levels by a made-up team: lessons, indicators, raters, raters' readings of
lessons and of indicators, and error, with the standard deviations .60, .30, .35 (lesson × indicator),
.35, .30, .25 and .70, cut so that 5, 40, 53 and 2%% of ratings fall on the four levels. The truth is
the same team's figure over thousands of lessons, or over hundreds of raters.

"Corrected" and "default" are what the program prints: of Fleiss' kappa and of alpha (but for ordinal alpha)
the limits of their parts, which [simulations-distance.md](simulations-distance.md) measures in more designs;
of the others Student's t, over lessons with two degrees of freedom less than there are lessons.

## What it says

Intervals that may be called 95%% intervals, holding the truth 93 to 98%% of the time:

- percent agreement, Brennan-Prediger, AC1 and AC2 by lesson (the default) from five lessons on, and but for AC2
  by item where items are independent, from a dozen on;
- Fleiss' kappa and alpha by lesson from five lessons on (97 to 98%%: wider than they would have to be), and by item
  from a dozen complete items on;
- Light's kappa and van Oest's coefficient by lesson from five lessons on;
- all of them over raters, from eight raters on;
- percent agreement and AC1 over lessons and raters together by the two-way jackknife.

Where they are not what they are called:

- **Conger's and Cohen's kappa and ordinal alpha of few lessons**: 90 to 94%% of five to twenty, nearly all misses below
  the truth: of few lessons these coefficients are too low (by .04 of five), and steadier when they are. The
  jackknife, the default by lesson, is nearer the mark than the linearisation.
- **Kappas of a dozen independent items**: 87 to 92%% but for Fleiss' and alpha. Two raters, a third of the items rated
  once: 92%%.
- **Quadratic weights by item**: one or two points lower still for Cohen and Conger; for AC2, near 1, 91 to 94%%, the misses
  above the truth.
- **By item, where items share lessons**: 74 to 91%%. That is why five lessons or more are the unit.
- **The percentile bootstrap of few lessons**: 67 to 88%%. Of twenty lessons 89 to 94%%. Prefer the t.
- **As published (--variance gwet), with items rated once**: too wide, up to 100%% under AC2.
- **Kappas over lessons and raters together**: 89 to 97%% by the two-way jackknife.
- **Over lessons alone, when other raters might have come**: 87 to 91%% (Fleiss' kappa and alpha 97%%); over raters alone, when other
  lessons might have been shown: 60 to 94%%. So a report says that it takes the raters as they are.
- **The bootstrap of both**: too wide, as its theory says: 91 to 99%%.
- Light's kappa with missing ratings of independent items: 92%%, for some pairs share few items.

## How to read the tables

A cell gives, in per cent, the share of 95%% intervals that hold the truth (bold), that lie
wholly below it (−) and wholly above it (+); then the standard error over the error there
really is (1 is right, below 1 is too small). Files without limits are left out. The
simulation's own error is about 0.7 at 95. "Bias" is the mean value less the truth.
`
