package class

// A side is what a cue speaks for.
type side uint8

const (
	fact side = iota
	judgement
)

// A cue is what a rule found: tokens that speak for one side.
type cue struct {
	rule     string
	side     side
	strong   bool
	from, to int // tokens
}
