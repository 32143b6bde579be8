package calibrate

// A Quadrant says how two raters of one item stand to each other, by whether
// their ratings are the same and their reasons alike.
type Quadrant string

// The quadrants.
const (
	// Shared: the same rating for like reasons.
	Shared Quadrant = "shared"
	// Lucky: the same rating for unlike reasons.
	Lucky Quadrant = "lucky"
	// UnclearLine: like reasons and different ratings. The rubric's line
	// between the levels may be unclear.
	UnclearLine Quadrant = "unclear_line"
	// NoticedDifferently: both unlike. They may have noticed different things.
	NoticedDifferently Quadrant = "noticed_differently"
	// PartlyAlike: the reasons share something, whatever the ratings. An item is
	// read so where its reasons are more alike than chance, and yet not the same.
	PartlyAlike Quadrant = "partly_alike"
)

// An item is read as one of the quadrants, or as one of these.
const (
	// FactsDisputed: the same thing, and those on one side of the boundary say
	// the contrary of those on the other. The video can settle it.
	FactsDisputed Quadrant = "facts_disputed"
	// NothingSeen: the same rating, and nearly nobody wrote what was seen.
	NothingSeen Quadrant = "nothing_seen"
)

// AllQuadrants lists the quadrants in the order in which they are shown.
var AllQuadrants = []Quadrant{Shared, Lucky, UnclearLine, NoticedDifferently, PartlyAlike}

// Quadrants counts pairs of reasons in each quadrant.
type Quadrants struct {
	Shared             int `json:"shared" csv:"shared"`
	Lucky              int `json:"lucky" csv:"lucky"`
	UnclearLine        int `json:"unclear_line" csv:"unclear_line"`
	NoticedDifferently int `json:"noticed_differently" csv:"noticed_differently"`
	PartlyAlike        int `json:"partly_alike" csv:"partly_alike"`
}

// Of returns the count of a quadrant.
func (q Quadrants) Of(which Quadrant) int { return *q.at(which) }

// Pairs returns the number of pairs.
func (q Quadrants) Pairs() int {
	return q.Shared + q.Lucky + q.UnclearLine + q.NoticedDifferently + q.PartlyAlike
}

// Add counts a pair.
func (q *Quadrants) Add(which Quadrant) { *q.at(which)++ }

func (q *Quadrants) at(which Quadrant) *int {
	switch which {
	case Shared:
		return &q.Shared
	case Lucky:
		return &q.Lucky
	case UnclearLine:
		return &q.UnclearLine
	case PartlyAlike:
		return &q.PartlyAlike
	}
	return &q.NoticedDifferently
}
