package answers

import (
	"slices"
	"strings"
)

// The words that name a column outright.
var (
	personWords = []string{
		"name", "your name", "full name", "person", "participant", "respondent", "email", "e mail", "email address",
		"e mail address", "username", "user", "member", "team member", "who", "initials", "rater", "respondent id", "participant id",
		"response id", "responseid", "recipient email", "person id", "leader", "administrator",
	}
	dimensionWords = []string{
		"dimension", "tension", "item", "indicator", "question", "topic", "theme", "statement", "area", "element",
		"practice", "component", "value",
	}
	valueWords = []string{"answer", "score", "rating", "response", "level", "value", "position", "choice"}
	whyWords   = []string{
		"why", "reason", "reasons", "explain", "explanation", "comment", "comments", "because", "rationale", "evidence",
		"notes", "thoughts", "elaborate",
	}
	machineWords = []string{
		"timestamp", "start time", "completion time", "start date", "startdate", "end date", "enddate", "recorded date",
		"recordeddate", "status", "ip address", "ipaddress", "progress", "duration", "duration in seconds", "finished",
		"response type", "distribution channel", "distributionchannel", "user language", "userlanguage", "collector id",
		"date created", "date modified", "date", "id", "last modified time", "location latitude", "locationlatitude",
		"location longitude", "locationlongitude", "external reference", "externalreference", "recipient last name",
		"recipientlastname", "recipient first name", "recipientfirstname", "recipientemail", "externaldatareference",
		"custom data 1", "consent", "points", "quiz feedback", "network id", "tags", "stage date utc", "start date utc",
		"submit date utc", "submission date", "submission id", "submission ip", "submitted at", "token", "",
	}
)

// plain is a header as words.
func plain(header string) string {
	all := tokens(header)
	words := make([]string, len(all))
	for i, t := range all {
		words[i] = t.word
	}
	return strings.Join(words, " ")
}

// column returns the first column that one of the words names, alone or in a
// question such as "What is your name?", the earlier word before the later, −1
// where none does.
func (g *grid) column(r *region, words []string) int {
	for _, name := range []func(string) string{plain, func(h string) string { return join(tokens(h)) }} {
		for _, w := range words {
			for c := range r.headers {
				if name(r.title(c)) == w && !g.empty(r, c) {
					return c
				}
			}
		}
	}
	return -1
}

// roles finds the column of the people.
func roles(g *grid, r *region) layout {
	return layout{person: g.column(r, personWords), dimension: -1, aspect: -1, value: -1, why: -1}
}

// isWhy reports whether a header asks for reasons.
func isWhy(header string) bool {
	for _, t := range tokens(header) {
		if slices.Contains(whyWords, t.word) {
			return true
		}
	}
	return false
}

// ignored reports whether a column is of a form's machinery.
func ignored(title string) bool { return slices.Contains(machineWords, plain(title)) }

// aspectColumn returns the column whose cells all name an aspect, both of them.
func (g *grid) aspectColumn(r *region, o *Options) int {
	for c := range r.headers {
		var seen [2]bool
		fits := true
		for row := r.first; row < len(g.Rows) && fits; row++ {
			if text := g.at(row, c); text != "" {
				a, ok := names(text, o.words())
				fits = ok
				seen[a] = seen[a] || ok
			}
		}
		if fits && seen[is] && seen[should] {
			return c
		}
	}
	return -1
}

// empty reports whether a column holds nothing.
func (g *grid) empty(r *region, c int) bool {
	for row := r.first; row < len(g.Rows); row++ {
		if g.at(row, c) != "" {
			return false
		}
	}
	return true
}

// scored reports whether most of a column's answers are levels.
func (g *grid) scored(r *region, c int, o *Options) bool {
	levels, all := 0, 0
	for row := r.first; row < len(g.Rows); row++ {
		text := g.at(row, c)
		if isBlank(text) {
			continue
		}
		all++
		if isLevel(text) || o.names(text) {
			levels++
		}
	}
	return all > 0 && levels*2 > all
}

// sentences reports whether a column holds what people wrote.
func (g *grid) sentences(r *region, c int) bool {
	long, all := 0, 0
	for row := r.first; row < len(g.Rows); row++ {
		if text := g.at(row, c); text != "" {
			all++
			if strings.Count(text, " ") >= 3 {
				long++
			}
		}
	}
	return long*2 > all
}
