package privacy

import "github.com/cb401426/calibrate/stats/rating"

// SharesItems reports of each part of the ratings whether people of another
// part rated an item of it: then the parts are groups of one team, and one that
// is withheld could be had from the others by subtraction. A part on items of
// its own is a team. Part says where a rating belongs, −1 for nowhere.
func SharesItems(t *rating.Table, parts int, part func(rating int) int) []bool {
	shares := make([]bool, parts)
	for item := range t.Items() {
		raters, _ := t.Row(item)
		first := -1
		for k := range raters {
			p := part(t.Offset(item) + k)
			switch {
			case p < 0:
			case first < 0:
				first = p
			case p != first:
				shares[first], shares[p] = true, true
			}
		}
	}
	return shares
}
