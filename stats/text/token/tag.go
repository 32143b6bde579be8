package token

// A Tag says of a word which lists it stands in. The rules read tags, never
// words: a language is its lists.
type Tag uint64

const (
	Observed      Tag = 1 << iota // what people can be seen or heard to do
	Telling                       // verbs that report speech
	Saying                        // telling verbs whose clause is another's words
	Summary                       // verbs that sum up
	Knowing                       // what goes on in a head
	State                         // states of mind
	Verdict                       // words that judge
	Mild                          // words that may judge
	Advice                        // advice and wishes
	Stance                        // the rater speaking for himself
	Infer                         // conclusions and guesses
	Degree                        // degrees without a measure
	Vague                         // quantifiers that nobody counted
	Abstract                      // the nouns of rubrics
	Score                         // levels put into words
	People                        // who acts
	Many                          // people in the plural
	Self                          // the rater
	Nobody                        // an absence that can be checked
	Object                        // things in a room
	Place                         // where they are
	Unit                          // what is measured
	TimeUnit                      // units of time in a lesson
	Age                           // nouns that make a number count nothing
	Blank                         // notes that say nothing
	Neutral                       // phrases that take the judgement from a word
	Auxiliary                     // words between a subject and its verb
	Turn                          // words that begin a new clause
	Joint                         // words that carry a clause on
	Opener                        // what follows an order: "give *them*"
	Hedge                         // words that make a number approximate
	Negation                      // not, no
	Conditional                   // if, unless
	Spoken                        // words that only direct speech holds
	Abbreviation                  // words whose full stop ends no sentence
	Whole                         // nouns that name the whole of what was seen
	Witness                       // the rater as a witness: "I counted"
	Frame                         // the rater thinking: "I can tell that"
	Light                         // verbs that say little without what follows
	Link                          // words that begin a clause within another
	Sign                          // what words are written on
	Speaker                       // who stands before a colon and speech
	Ability                       // could, can
	Learner                       // students
	Preposition                   // where
	Having                        // to have
	Granting                      // before what may be
	Demonstrative                 // this, that
	Courtesy                      // Mr, Ms: a name follows
	Wanting                       // of what there should be more of
	Remark                        // begins a remark on what was just said
	Idiom                         // means nothing that its words say
	Article                       // a, an
	Among                         // of: a number of a whole
	Single                        // one, once
	Repeated                      // twice
	Urging                        // begins advice
	Comment                       // a remark and its verb
	Praising                      // between praise and what is praised: the way
	Filler                        // words without content where they stand alone
	Function                      // words without content
	BaseForm                      // of a verb
	OtherForm                     // of a verb: the past, the third person
	Nonfinite                     // of a verb: the participles
)

// Verbs are the tags whose lists hold verbs.
const Verbs = Observed | Telling | Saying | Summary | Knowing

// Inner are the tags that a phrase takes from its words.
const Inner = Verbs | Verdict | Mild | State | Advice | Stance | Infer | Degree | Vague |
	Abstract | Score | Blank | Filler | BaseForm | OtherForm | Nonfinite | Light | Ability |
	Turn | Conditional | Link | Place | Preposition | Having | Granting

// Praise is of phrases that open praise: "nice job".
const Praise = Neutral | Praising

// All reports whether a tag is of all of some tags.
func (t Tag) All(of Tag) bool { return t&of == of }

// Any reports whether a tag is of one of some tags.
func (t Tag) Any(of Tag) bool { return t&of != 0 }
