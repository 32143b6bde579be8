package main

const preface = `# Do the limits of the distance hold?

Simulated on %s, seed %d: %d teams a row, %d files a team, %d files a row.

| world | raters × lessons × indicators | figure | truth | holds | below | above | width | none |
|---|---|---|---|---|---|---|---|---|
`
