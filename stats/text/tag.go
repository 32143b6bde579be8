package text

// A tag says of a word which lists it stands in. The rules read tags, never
// words: a language is its lists.
type tag uint64

const (
	observed      tag = 1 << iota // what people can be seen or heard to do
	telling                       // verbs that report speech
	saying                        // telling verbs whose clause is another's words
	summary                       // verbs that sum up
	knowing                       // what goes on in a head
	state                         // states of mind
	verdict                       // words that judge
	mild                          // words that may judge
	advice                        // advice and wishes
	stance                        // the rater speaking for himself
	infer                         // conclusions and guesses
	degree                        // degrees without a measure
	vague                         // quantifiers that nobody counted
	abstract                      // the nouns of rubrics
	score                         // levels put into words
	people                        // who acts
	many                          // people in the plural
	self                          // the rater
	nobody                        // an absence that can be checked
	object                        // things in a room
	place                         // where they are
	unit                          // what is measured
	timeUnit                      // units of time in a lesson
	age                           // nouns that make a number count nothing
	blank                         // notes that say nothing
	neutral                       // phrases that take the judgement from a word
	auxiliary                     // words between a subject and its verb
	turn                          // words that begin a new clause
	joint                         // words that carry a clause on
	opener                        // what follows an order: "give *them*"
	hedge                         // words that make a number approximate
	negation                      // not, no
	conditional                   // if, unless
	spoken                        // words that only direct speech holds
	abbreviation                  // words whose full stop ends no sentence
	whole                         // nouns that name the whole of what was seen
	witness                       // the rater as a witness: "I counted"
	frame                         // the rater thinking: "I can tell that"
	light                         // verbs that say little without what follows
	link                          // words that begin a clause within another
	sign                          // what words are written on
	speaker                       // who stands before a colon and speech
	ability                       // could, can
	learner                       // students
	preposition                   // where
	having                        // to have
	granting                      // before what may be
	demonstrative                 // this, that
	courtesy                      // Mr, Ms: a name follows
	wanting                       // of what there should be more of
	remark                        // begins a remark on what was just said
	idiom                         // means nothing that its words say
	article                       // a, an
	among                         // of: a number of a whole
	single                        // one, once
	repeated                      // twice
	urging                        // begins advice
	comment                       // a remark and its verb
	praising                      // between praise and what is praised: the way
	filler                        // words without content where they stand alone
	function                      // words without content
	baseForm                      // of a verb
	otherForm                     // of a verb: the past, the third person
	nonfinite                     // of a verb: the participles
)

// verbs are the tags whose lists hold verbs.
const verbs = observed | telling | saying | summary | knowing

// inner are the tags that a phrase takes from its words.
const inner = verbs | verdict | mild | state | advice | stance | infer | degree | vague |
	abstract | score | blank | filler | baseForm | otherForm | nonfinite | light | ability |
	turn | conditional | link | place | preposition | having | granting

// praise is of phrases that open praise: "nice job".
const praise = neutral | praising

func (t tag) all(of tag) bool { return t&of == of }

func (t tag) any(of tag) bool { return t&of != 0 }
