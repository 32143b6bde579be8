package main

const preface = `# Is movement seen where there is none?

Simulated on %s, seed %d: %d series a row.
`

const (
	stillHead = `
| team | levels | raters × lessons × indicators | rounds | any word | exact's interval holds 0 | a word on an indicator | a trend |
|---|---|---|---|---|---|---|---|
`
	movedHead = `
| exact | raters × lessons × indicators | together | apart |
|---|---|---|---|
`
	singleHead = `
| raters × lessons × indicators | drift | found | of another |
|---|---|---|---|
`
	talkHead = `
| talk | raters × lessons × indicators | pull found | tested |
|---|---|---|---|
`
	keptHead = `
| raters × lessons × indicators | still below | could be told |
|---|---|---|
`
)
