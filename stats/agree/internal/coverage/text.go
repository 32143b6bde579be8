package main

const preface = `# Do the intervals hold?

Simulated on %s, seed %d: %d teams a design, %d files a team, %d files a design.
A cell gives, in per cent, the share of 95 %% intervals that hold the truth (bold), that lie
wholly below it (−) and wholly above it (+); then the standard error over the error there
really is (1 is right, below 1 is too small). Files without limits are left out. The
simulation's own error is about 0.5 at 95. "Bias" is the mean value less the truth.
`

const afterword = ``
