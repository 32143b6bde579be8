package report

import (
	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/room"
)

// Room is the report as a team sees it together. JSON and tables are those of
// the whole.
var Room = Shape[*calibrate.Report]{Document: room.View, Tables: Full.Tables, Private: true}
