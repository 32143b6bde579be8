package within

// A Band is a range of rwg, rwg(j), r*wg(j) or awg with its usual name.
type Band struct {
	Above float64 // values above this, up to the next band
	Name  string
}

// Bands lists the bands of LeBreton & Senter 2008, Organizational Research
// Methods 11, pp. 835-836, from the lowest, to which all values up to .30
// belong.
var Bands = []Band{
	{0, "lack of agreement"},
	{.30, "weak agreement"},
	{.50, "moderate agreement"},
	{.70, "strong agreement"},
	{.90, "very strong agreement"},
}

// BandOf returns the band of a value.
func BandOf(v float64) Band {
	band := Bands[0]
	for _, b := range Bands[1:] {
		if v > b.Above {
			band = b
		}
	}
	return band
}
