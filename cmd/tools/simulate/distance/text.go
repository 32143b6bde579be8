package main

const preface = `# Do the limits of the distance hold?

Simulated on %s, seed %d: %d teams a row, %d files a team, %d files a row. To run it again (minutes):

    go run -C cmd/tools ./simulate/distance -date DATE > docs/simulations-distance.md

The distance, D_o/D_e, is one minus interval alpha; nominal alpha and Fleiss' kappa are one minus the same
ratio for "equal or not". Under five lessons the limits speak of indicators like these, on these lessons;
from five lessons on, of lessons like these. The raters stay. The truth of a team is its figure over 2,000
such indicators or lessons. Ratings are on four levels, of which a typical team uses 5, 40, 53 and 2%%, with
the standard deviations of aligned, typical and unaligned teams (lesson .75 .60 .45, indicator .35 .30 .25,
lesson × indicator .35 .35 .30, severity .20 .35 .55, reading of a lesson .20 .30 .40 and of an indicator
.15 .25 .40, noise .45 .70 .90). In the last world everyone gives one level, but on a tenth of the
indicators (lessons) ratings are at random.

## What it says

- **Distance and interval alpha**: 94 to 97%%, as many misses on one side as on the other, from one lesson of
  eight indicators to twenty lessons, and of two raters on twelve items. The jackknife's t interval covers
  79 to 94%%, nearly all misses on one side: 79 to 86%% of five lessons.
- **Nominal alpha and Fleiss' kappa**: 94 to 99%%. Over five to ten lessons they are wider than they would
  have to be. The jackknife's t interval: 77 to 95%%.
- **Percent agreement** (exact) and AC1 take a t: of one to three lessons with K − 1 degrees of freedom over
  indicators, 93 to 96%%; from five lessons on the jackknife's with K − 2 over lessons, 92 to 96%% of five and
  93 to 96%% of ten or more. Nearly all misses lie below the truth: such an interval says that a team agrees
  less than it does, seldom that it agrees more. With K − 1 over lessons five come to 90 to 94%%. By item,
  over five lessons or more, they cover 53 to 90%%: that is why lessons are the unit from five on.
- **They assume that indicators (lessons) vary smoothly.** Where a tenth of them deviate and the rest are
  all alike, most files hold too few that deviate to have limits at all, and where there are limits of
  eight or ten indicators they lie above the truth in one file of ten. No rule that was tried does better.

## How to read the table

A cell gives, in per cent, the share of 95%% intervals that hold the truth (bold), that lie wholly below it
(−) and wholly above it (+), of those that have limits. "None" is the share of files without limits of the
distance; the width is that of its interval, the truth its mean. The simulation's own error is about 0.4
at 95.

| world | raters × lessons × indicators | truth | width | none | %s |
|---|---|---|---|---|%s
`
