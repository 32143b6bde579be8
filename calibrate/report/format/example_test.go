package format_test

import (
	"fmt"
	"os"

	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/report/format"
)

// A file's ending names its format.
func Example() {
	d := document.Document{Title: "Ours", Sections: []document.Section{{Blocks: []document.Block{document.Paragraph{Text: "Two of three agree."}}}}}
	f, err := format.OfFile("ours.md")
	if err == nil {
		err = f.Write(os.Stdout, format.Result{Document: func() document.Document { return d }}, format.Options{})
	}
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// # Ours
	//
	// Two of three agree.
}
