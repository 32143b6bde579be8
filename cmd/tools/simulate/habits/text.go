package main

const preface = `# Are habits found where there are none?

Simulated on %s, seed %d: %d made-up teams a row. To run it again (hours; "make simulate" runs all):

    go run -C cmd/tools ./simulate/habits -date DATE > docs/simulations-habits.md

A habit of a single rater is named by dealing the team's own ratings out anew and comparing the furthest rater of
the team with the furthest of each of 1,999 draws (package stats/habit):

- **Severity**: the mean of own − mean of the others, half a level or more. Draws permute the ratings of each item, from
  three lessons on whole sheets of a lesson. Level .03, from three lessons on .02.
- **Spread**: one level throughout, or a standard deviation within lessons of .7 of the expected or less. Draws keep each
  item's ratings and each rater's total in each lesson (Besag and Clifford 1989). Level .02 and .01. A run of 99 draws comes
  first; where it shows nobody under .8 of the expected the long one is saved.
- **Reading of an indicator**, from three lessons on: half a level or more, in most lessons, and borne out by the rater's own
  other indicators. Level .02.
- **Far from the key**: half a level further from the agreed scores than the others, by the draws of severity. Level .02; in
  private sheets only.

With gaps each rater's sum is taken in units of its own standard deviation over all draws, so that one who rated little
neither hides the others nor is named sooner.

Ratings are on four levels, of which a team uses 5, 40, 53 and 2%%; item standard deviations .60 (lesson), .30
(indicator), .35 (both); the raters' part is scaled so that pairs agree as often as the row says. "Severity only" and
"readings of lessons" have 36%% of the raters' variance there. "Two forms": each half of the raters has two thirds of the
indicators. "Two came late": they rated the last third of the items. "Lessons in turn": each misses one lesson in three. The
key is a rating of each item drawn at random.

## What it says

- **In teams without habits anyone is named in 0 to 5%% of teams**, with gaps too; the one row of 6.5%%
  (alike, two forms, 12 × 2 × 10, 45) is 3.4%% of 1,000 teams (-runs 1000 -only with the row). What is true
  is in parentheses and not counted: severities where raters differ in severity, and, in one or two lessons, where they read lessons differently: "on this lesson" it is so.
- **One slip among raters who are all alike is no habit**: never.
- **One rater who rates nearly at random** (three times the others' noise, at 45%% agreement) is named for something, or makes
  the others look narrow, in 5 to 10%% of teams: that rater does stand apart.
- **Found**: one level of severity in 90 to 100%% of teams. Half a level in 28 to 51%%, whatever the design: half of
  those who are half a level off fall under the bound of half a level. Only the middle levels, where the ends are common: 1 to
  8%% by 8 to 12 raters on one lesson, up to 40%% by 25, 20 to 95%% from three lessons on at 60%% agreement, less where nearly
  all agree. One level throughout where it is the commonest is no narrow range that could be told: most of the team has it
  nearly so; such a rater may be named for severity. One indicator read a level lower: 17 to 60%% at 60%% agreement, 35 to 94%% at
  75, 59 to 99%% above, more of five lessons than of three.
- So finding none says little, and the report says how little for each of the three (stats/habit.PowerOf has the table).

## Named, in per cent of teams without the habit

`

const nullHead = `| team | gaps | raters × lessons × indicators | agreement | severity | spread | reading | any | far from the key |
|---|---|---|---|---|---|---|---|---|
`

const powerHead = `
## Found, in per cent of teams in which one has the habit

| habit | raters × lessons × indicators | agreement | found |
|---|---|---|---|
`
