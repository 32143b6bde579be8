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

- **Moved together, or apart, where nothing moved**: 0 to 5%% of series; most often of three lessons a round and long
  series. On one or two lessons a round hardly ever.
- **The interval of exact's change** holds 0 in 92 to 98%% of series from three lessons a round on, and is conservative
  below (92 to 100%%), where what lies between lessons is assumed.
- **A word on any indicator** that did not move: 2 to 8%%. A slope where there is none: 2 to 8%%.
- **A change of exact from 50 to 65%%** is found by one lesson a round in 10 to 25%% of series, by two in 29, by three in
  40 to 87, by six in 96. It is never taken for its opposite.
- **Drift of one rater** by half a standard deviation is found in 1 to 15%%, by one in 9 to 82%%; of another in 5%% or less.
- **Compliance**: where both sides come to the middle alike a pull is found in 1%% or less; where a third of the rest comes to
  the group, in 4 to 32%% on one lesson and 81 on three. Often there are too few items on which the sides stand apart.
- **Still below, where the talk changed nothing** and the three lowest of the first round were settled: 1 to 5%%: what is low
  rises by itself.
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
