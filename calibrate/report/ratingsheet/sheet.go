// Package ratingsheet writes a page on which one rater rates a lesson alone: it
// is opened from disk, sends nothing, keeps what is filled in in the browser,
// and saves a file of ratings.
package ratingsheet

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"net/url"
	"sync"

	blank "github.com/cb401426/calibrate/calibrate/template"
)

// The parts of the page, which is one file.
var (
	//go:embed page.html
	source string
	//go:embed page.css
	style string
	//go:embed page.js
	script string
)

var page = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("sheet").Funcs(template.FuncMap{"at": at}).Parse(source))
})

// A Sheet is a form, and where each lesson can be watched: by position, "" or
// none for lessons without a link.
type Sheet struct {
	*blank.Form
	Videos []string
}

// Check refuses a link that is no address of a page.
func (s Sheet) Check() error {
	if len(s.Videos) > len(s.Lessons) {
		return fmt.Errorf("%d videos for %d lessons", len(s.Videos), len(s.Lessons))
	}
	for _, video := range s.Videos {
		if address, err := url.Parse(video); video != "" && (err != nil || address.Scheme != "https" && address.Scheme != "http" || address.Host == "") {
			return fmt.Errorf("%q is no address of a video such as https://videos.example/lesson-1", video)
		}
	}
	return nil
}

// Write writes the page.
func (s Sheet) Write(w io.Writer) error {
	if err := s.Check(); err != nil {
		return err
	}
	asked, err := json.Marshal(s)
	if err != nil {
		return err
	}
	same := sha256.Sum256(asked)
	allowed := sha256.Sum256([]byte(script))
	return page().Execute(w, shown{
		Sheet: s, Style: template.CSS(style), Script: template.JS(script),
		Key: "calibrate-sheet-" + hex.EncodeToString(same[:8]),
		Policy: "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; script-src 'sha256-" +
			base64.StdEncoding.EncodeToString(allowed[:]) + "'",
	})
}

// shown is what the template shows. Key names what the browser keeps.
type shown struct {
	Sheet
	Style       template.CSS
	Script      template.JS
	Key, Policy string
}

// at is the link of a lesson by its position.
func at(videos []string, i int) string {
	if i < len(videos) {
		return videos[i]
	}
	return ""
}
