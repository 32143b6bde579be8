package main

const preface = `# Are habits found where there are none?

Simulated on %s, seed %d: %d made-up teams a row.

`
const nullHead = `
| team | gaps | raters × lessons × indicators | agreement | severity | spread | reading | any | far from the key |
|---|---|---|---|---|---|---|---|---|
`
const powerHead = `
| habit | raters × lessons × indicators | agreement | found |
|---|---|---|---|
`
