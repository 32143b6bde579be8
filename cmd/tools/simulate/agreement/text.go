package main

const preface = `# Do the intervals hold?

Simulated on %s, seed %d: %d teams a design, %d files a team, %d files a design. To run it again:

    go run -C cmd/tools ./simulate/agreement -date DATE > docs/simulations-agreement.md

Each file is ratings on four levels by a made-up team: lessons, indicators, raters, raters' readings of
lessons and of indicators, and error, with the standard deviations .60, .30, .35 (lesson × indicator),
.35, .30, .25 and .70, cut so that 5, 40, 53 and 2%% of ratings fall on the four levels. The truth is
the same team's figure over thousands of lessons, or over hundreds of raters.

The limits of Fleiss' kappa and of alpha (but for ordinal alpha) have since been replaced by those of their
parts, which [simulations-distance.md](simulations-distance.md) measures: what stands here of them is the t
interval.

## What it says

Intervals that may be called 95%% intervals, holding the truth 93 to 97%% of the time:

- percent agreement, Brennan-Prediger and AC1 by lesson (the default) from five lessons on, and by item
  where items are independent, from a dozen on;
- Fleiss, Light, alpha and van Oest by lesson from twenty lessons on, and by item from forty
  independent items on, within a point;
- all of them over raters, from eight raters on;
- over lessons and raters together by the two-way jackknife: 93 to 98%%, with quadratic weights 92.

Where they are not what they are called:

- **Kappas and alpha of few lessons.** Five lessons: 90 to 92%%. Eight: 90 to 94%%. A dozen independent
  items: 87 to 93%%. Nearly all misses lie below the truth: of few lessons these coefficients are too low (by
  .03 of five), and steadier when they are. Take such an interval for a 90%% one whose upper limit is
  too low. The jackknife, the default by lesson, is nearer the mark than the linearisation.
- **Quadratic weights.** One or two points lower still for Cohen and Conger; for AC2, near 1, misses lie
  above the truth.
- **By item, where items share lessons**: 73 to 89%%. That is why five lessons or more are the unit.
- **The percentile bootstrap of few lessons**: 66 to 88%%. Of twenty lessons 88 to 93%%. Prefer the t.
- **As published (--variance gwet), with items rated once**: too wide, up to 100%% under AC2.
- **Over lessons alone, when other raters might have come**: 88 to 92%%; over raters alone, when other
  lessons might have been shown: 69 to 94%%. So a report says that it takes the raters as they are.
- **The bootstrap of both**: too wide, as its theory says: 94 to 99%%.
- Light's kappa with missing ratings: 91%%, for some pairs share few items.

## How to read the tables

A cell gives, in per cent, the share of 95%% intervals that hold the truth (bold), that lie
wholly below it (−) and wholly above it (+); then the standard error over the error there
really is (1 is right, below 1 is too small). Files without limits are left out. The
simulation's own error is about 0.5 at 95. "Bias" is the mean value less the truth.
`
