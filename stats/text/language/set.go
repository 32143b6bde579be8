package language

// A Set is a list of words without a tag: what it has is no sign that a text is
// in the language.
type Set uint8

// The sets.
const (
	Names     Set = iota // given names
	NameWords            // words that are names too
	NameCues             // what stands before a name
	NameVerbs            // and after one
	Capitals             // words that are written with a capital
	Topics               // words of what is about something
	About                // what stands between them and that
	Sorting              // verbs of what learners do with words and things that judge nothing
	Foreign              // small words of languages that are not read
	setCount
)
