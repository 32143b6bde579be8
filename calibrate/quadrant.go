package calibrate

// A Quadrant says how two raters of one item stand to each other, by whether
// their ratings are the same and their reasons alike.
type Quadrant string

// The quadrants.
const (
	// Shared: the same rating for like reasons.
	Shared Quadrant = "shared"
	// Lucky: the same rating for unlike reasons, which may be luck.
	Lucky Quadrant = "lucky"
	// UnclearLine: like reasons and different ratings. The rubric's line
	// between the levels may be unclear.
	UnclearLine Quadrant = "unclear_line"
	// NoticedDifferently: both unlike. They may have noticed different things.
	NoticedDifferently Quadrant = "noticed_differently"
)

// AllQuadrants lists the quadrants in the order in which they are shown.
var AllQuadrants = []Quadrant{Shared, Lucky, UnclearLine, NoticedDifferently}

// Quadrants counts pairs of reasons in each quadrant.
type Quadrants struct {
	Shared             int `json:"shared" csv:"shared"`
	Lucky              int `json:"lucky" csv:"lucky"`
	UnclearLine        int `json:"unclear_line" csv:"unclear_line"`
	NoticedDifferently int `json:"noticed_differently" csv:"noticed_differently"`
}

// Of returns the count of a quadrant.
func (q Quadrants) Of(which Quadrant) int { return *q.at(which) }

// Pairs returns the number of pairs.
func (q Quadrants) Pairs() int { return q.Shared + q.Lucky + q.UnclearLine + q.NoticedDifferently }

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
	}
	return &q.NoticedDifferently
}
