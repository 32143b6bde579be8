package format

import (
	"cmp"
	"fmt"

	"github.com/xuri/excelize/v2"

	"github.com/cb401426/calibrate/calibrate/report/document"
)

// cellLook is how a cell looks.
type cellLook struct {
	format string // of a number
	bold   bool
	head   bool // of a table
	right  bool
	indent bool // words beside numbers
	marked bool // a row that stands out
	large  float64
	quiet  bool
	link   bool
	wrap   bool
	shade  document.Shade
}

// shadeColors are the ground and the ink of shaded cells, as in print.
var shadeColors = map[document.Shade][2]string{
	document.FarBelow: {"1F5F99", "FFFFFF"}, document.Below: {"7FB2DD", "1A1F26"}, document.SlightlyBelow: {"D3E6F6", "1A1F26"},
	document.Middle:        {"F3F4F6", "1A1F26"},
	document.SlightlyAbove: {"FDE3C4", "1A1F26"}, document.Above: {"F5B26A", "1A1F26"}, document.FarAbove: {"A9500A", "FFFFFF"},
	document.Little: {"F3F4F6", "1A1F26"}, document.Some: {"CFE0EE", "1A1F26"}, document.Much: {"8DB8DC", "1A1F26"}, document.Most: {"22639C", "FFFFFF"},
}

// The colors of words and grounds.
const (
	quietInk  = "545E6B"
	apartInk  = "A03B00"
	linkInk   = "0B5FA5"
	headLine  = "B8C0CA"
	markedRow = "FFF4DC"
	shadeNone = "FFFFFF" // of a share of 0
	shadeFull = "9CC3E6" // and of 1
)

// style returns the style of a look, made once.
func (b *workbook) style(l cellLook) (int, error) {
	name := fmt.Sprint(l)
	if id, ok := b.styles[name]; ok {
		return id, nil
	}
	s := &excelize.Style{
		Font:      &excelize.Font{Family: "Calibri", Bold: l.bold || l.head, Size: cmp.Or(l.large, 11)},
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: l.wrap || l.head},
	}
	if l.format != "" {
		s.CustomNumFmt = &l.format
	}
	if l.quiet || l.head {
		s.Font.Color = quietInk
	}
	if l.link {
		s.Font.Color, s.Font.Underline = linkInk, "single"
	}
	if l.head {
		s.Alignment.Vertical = "bottom"
		if l.right {
			s.Alignment.Horizontal = "right"
		}
		s.Border = []excelize.Border{{Type: "bottom", Color: headLine, Style: 1}}
	}
	if l.indent {
		s.Alignment.Horizontal, s.Alignment.Indent = "left", 1
	}
	ground := ""
	if l.marked {
		ground = markedRow
	}
	if c, ok := shadeColors[l.shade]; ok {
		ground, s.Font.Color = c[0], c[1]
		s.Alignment.Horizontal = "center"
	}
	if ground != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{ground}}
	}
	id, err := b.f.NewStyle(s)
	b.styles[name] = id
	return id, err
}
