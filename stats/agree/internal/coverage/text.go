package main

const preface = `# Do the intervals hold?

Simulated on %s, seed %d: %d teams a design, %d files a team, %d files a design.
A cell gives the share of 95 %% intervals that hold the truth, in per cent, and in brackets
the mean standard error over the root mean squared error (1 is right; below 1 the error is
too small). Around 95 the simulation's own error is about 0.5 (more within a team than between).
`

const afterword = ``
