package main

const preface = `# Is movement seen where there is none?

Simulated on %s, seed %d: %d series a row. To run it again ("make simulate" runs all):

    go run -C cmd/tools ./simulate/rounds -date DATE > docs/simulations-rounds.md

A series is rounds of one team on new lessons each time, with the standard deviations of aligned, typical and unaligned
teams (lesson .75 .60 .45, indicator .35 .30 .25, lesson × indicator .35 .35 .30, severity .20 .35 .55, reading of a lesson
.20 .30 .40 and of an indicator .15 .25 .40, noise .45 .70 .90); raters and indicators stay. "Half exchanged": half of the
raters are others from the second round on, and half a standard deviation more severe. The lessons are those of each
round. A word is said from each round to the next and from the first to the last (stats/rounds).

## What it says

A row of 1,000 series has a standard error of 0.7 points at 5%%.

- **Moved together, or apart, where nothing moved**: 0 to 5%% of series (5.1 the most), of teams half of whose raters were
  exchanged as well. On one or two lessons a round 0 to 4%%.
- **The interval of exact's change** holds 0 in 94 to 97%% of series from three lessons a round on, and in 91 to 100%%
  below, where what lies between lessons is assumed: conservative on four levels and seven, a little short on two.
- **A word on any indicator** that did not move: at most 5.0%%. A slope's 95%% limits leave 0 in 4.8%% of series on
  average (6.3 the most of 60 rows, as chance would have it); no word is said of it.
- **A change of exact from 50 to 65%%** is found by one lesson a round in 10 to 24%% of series, by two in 31, by three in
  42 to 86, by six in 96. It is taken for its opposite in 0.1%% at most.
- **Two sets of other raters** (compare) whose habits are the same: a word in at most 4.4%%, and exact's interval holds 0 in
  92 to 100%%. Where both teams are drawn from one population, they are a little apart by the draw: a word in up to 10%% from
  six lessons on. The word is of these raters, and not of the districts or trainings that they come from. 50 against 65%% is
  found as often as in a series, and never taken for its opposite.
- **Drift of one rater** by half a standard deviation is found in 1 to 13%%, by one in 8 to 80%%; of another in 5%% or less.
- **Compliance**: where both sides come to the middle alike a pull is found in 1%% or less; where a third of the rest comes to
  the group, in 5 to 35%% on one lesson and 82 on three. Often there are too few items on which the sides stand apart.
- **Still below, where the talk changed nothing** and the three lowest of the first round were settled: 2 to 6%%, the more the
  more lessons there are. Indicators of these worlds differ, so what was low is a little lower in truth; most of it rises by
  itself.
`

const (
	stillHead = `
## Teams that do not move, in per cent of series

| team | levels | raters × lessons × indicators | rounds | any word | exact's interval holds 0 | a word on an indicator | a trend |
|---|---|---|---|---|---|---|---|
`
	movedHead = `
## A team that moves

| exact | raters × lessons × indicators | together | apart |
|---|---|---|---|
`
	comparedHead = `
## Two sets of other raters on other lessons (compare), in per cent of pairs of sets

| raters of the two sets | team | levels | raters × lessons × indicators | the second closer | further apart | exact's interval holds 0 |
|---|---|---|---|---|---|---|
`
	singleHead = `
## One rater who drifts, in standard deviations of the latent score

| raters × lessons × indicators | drift | found | of another |
|---|---|---|---|
`
	talkHead = `
## After the talk

| talk | raters × lessons × indicators | pull found | tested |
|---|---|---|---|
`
	keptHead = `
## Kept

| raters × lessons × indicators | still below | could be told |
|---|---|---|
`
)
