package browsertest

import _ "embed"

// Axe is axe-core 4.14.1 of Deque Systems, under the Mozilla Public License
// 2.0: see testdata/axe.
//
//go:embed testdata/axe/axe.min.js
var Axe string

// AxeFaults runs it and returns what is serious.
const AxeFaults = `axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
	.then(r => r.violations.map(v => ({
		id: v.id, impact: v.impact, help: v.help, nodes: v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)),
	})))`
