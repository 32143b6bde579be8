package settings_test

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/settings"
)

// What a user says of the columns and of the scale, as flags say it.
func Example() {
	columns, err := settings.ParseColumns([]string{`rater=Email,lesson=Video+Clip`})
	fmt.Println(columns, err)
	scale, levels, err := settings.ParseLevels("1-4")
	fmt.Println(len(scale.Levels), levels == settings.WholeLevels, err)
	_, err = settings.ParseColumns([]string{"ratter=Email"})
	fmt.Println(err)
	// Output:
	// [{rater [Email]} {lesson [Video Clip]}] <nil>
	// 4 true <nil>
	// no field "ratter": did you mean rater?
}
