package spelling

import (
	"github.com/agnivade/levenshtein"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// Nearest returns the word that a mistyped one may stand for, or "".
func Nearest(word string, all []string) string {
	best, least := "", len([]rune(word))/3+2
	for _, candidate := range all {
		if d := levenshtein.ComputeDistance(cell.Fold(word), cell.Fold(candidate)); d < least {
			best, least = candidate, d
		}
	}
	return best
}
