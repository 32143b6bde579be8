package hypothesis

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/region"
	"github.com/cb401426/calibrate/stats/rating"
)

// A head is the header of a column of scores, in its parts.
type head struct {
	region.Label
	scale *rating.Scale // that the header lists
}

// headsOf reads the headers of columns of scores: what can be chosen and the
// words for the score are cut off.
func headsOf(f *column.Frame, scores []int) []head {
	heads := make([]head, len(scores))
	scales := map[string]*rating.Scale{}
	for k, i := range scores {
		heads[k].Label = f.Columns[i].Label
		h := &heads[k]
		if h.Split { // "Questioning [score]", or score below Questioning, is of Questioning
			if g, ok := header.Named(h.Inner); ok && g == layout.Score && header.LooksItem(h.Outer) >= 0 {
				h.Text, h.Split = h.Outer, false
			}
		}
		if text, options, ok := cutOptions(h.Text); ok && (!h.Split || h.Banner) {
			if scales[cell.Fold(options)] == nil {
				s, _ := header.ParseOptions(options)
				scales[cell.Fold(options)] = &s
			}
			h.Text, h.scale = text, scales[cell.Fold(options)]
		}
	}
	cutScoreWords(heads)
	return heads
}

// cutOptions cuts "Purpose (1-4)" into the name and what can be chosen.
func cutOptions(text string) (name, options string, ok bool) {
	i := strings.LastIndex(text, "(")
	if i <= 0 || !strings.HasSuffix(text, ")") {
		return text, "", false
	}
	options = strings.TrimSpace(text[i+1 : len(text)-1])
	if _, ok := header.ParseOptions(options); !ok {
		return text, "", false
	}
	return cell.Clean(text[:i]), options, true
}

// cutScoreWords cuts the word for the score off headers such as "3b Score",
// where all of them have one and differ without it.
func cutScoreWords(heads []head) {
	cut := make([]string, len(heads))
	seen := map[string]bool{}
	for i, h := range heads {
		rest, word, ok := header.LastWord(h.Text)
		if g, known := header.Named(word); !ok || !known || g != layout.Score || rest == "" || h.Split || seen[rest] {
			return
		}
		seen[rest], cut[i] = true, rest
	}
	for i := range heads {
		heads[i].Text = cut[i]
	}
}

// indicatorHeads says of every column of scores which indicator it holds, and
// which lesson where the header says so; asked, whether questions stand several
// times.
func indicatorHeads(f *column.Frame, scores []int, lessons bool) (facets []layout.Facets, scales []*rating.Scale, asked bool) {
	heads := headsOf(f, scores)
	splitHeads(heads, lessons)
	splitInner(heads)
	facets, asked = partFacets(heads, lessons)
	keepApart(heads, facets)
	scales = make([]*rating.Scale, len(heads))
	for i := range heads {
		scales[i] = heads[i].scale
	}
	return facets, scales, asked
}
