// Package browsertest looks at the HTML report in a real browser. It is a
// module of its own: what drives the browser is no part of calibrate.
//
// The browser is REPORT_BROWSER, or a Chromium or Chrome on the path.
// Without one the tests are skipped, unless REPORT_BROWSER or CI is set:
// then it is an error.
package browsertest
