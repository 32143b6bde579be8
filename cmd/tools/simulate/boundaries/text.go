package main

const preface = `# Are the lines between levels as they are said to be?

Simulated on %s, seed %d: %d made-up teams a row, one file of each. To run it again (minutes):

    go run -C cmd/tools ./simulate/boundaries -date DATE > docs/simulations-boundaries.md

A line between two levels is said to be shared where 85%% of pairs are on the same side of it and the interval of
Fleiss' kappa of the scale cut in two there is at .40 or above; not to be shared where under 75%% are and the
interval is below .75. Of the others nothing is said. The truth of a team is the figure over 400 such indicators
(from five lessons on: lessons). It is false to call a line shared of which under 75%% of pairs are on the same side
or kappa is under .40, and not shared of which 85%% are or kappa is .75. Ratings are on four levels, of which a team
uses 15, 35, 35 and 15%%; in the last two worlds each rater has a place of one line of their own, a standard
deviation of 1 apart.

## What it says

- **A line is falsely said to be shared in at most 0.7%% of teams, falsely said not to be in at most 2.7%%**, from one
  lesson of eight indicators to ten lessons, in teams that agree well, as usual or hardly at all.
- One lesson never shows that a line is shared: its interval is too wide. Three lessons do in 7 to 19%% of teams that
  share it, ten in about 60%%. That a line is not shared shows from one lesson on.
- Where the sentence sets one line against another, ten lessons of an aligned team apart (4%%, in most of which
  the lines hardly differ), it is never the other way round.

## How to read the table

In per cent of teams: in which some line is said to be shared, and falsely; in which some line is said not to be,
and falsely; in which the sentence sets one line against another, and the other way round than it is.

| world | raters × lessons × indicators | shared | falsely | not shared | falsely | both | turned round |
|---|---|---|---|---|---|---|---|
`
