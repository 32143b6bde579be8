package wording

// Boundaries says which lines between two levels a team shares and which not,
// in one sentence: "The team shares the line between Proficient and
// Distinguished, not the one between Basic and Proficient." A line is the names
// of the levels below and above it; all is how many lines there are. It is
// empty where there is neither. More than a few are counted, not named.
func Boundaries(shared, apart [][2]string, all int) string {
	if many := max(len(shared), len(apart)); many > mostNamed && many < all {
		return counted(len(shared), len(apart), all)
	}
	switch {
	case all > 1 && len(shared) == all:
		return "The team shares every line between two levels."
	case all > 1 && len(apart) == all:
		return "The team does not yet share any line between two levels."
	case len(shared) > 0 && len(apart) > 0:
		return "The team shares " + lines(shared, "the line") + ", not " + lines(apart, "the one") + "."
	case len(apart) > 0:
		return "The team does not yet share " + lines(apart, "the line") + "."
	case len(shared) > 0:
		return "The team shares " + lines(shared, "the line") + "."
	}
	return ""
}

// mostNamed is how many lines a sentence names.
const mostNamed = 4

// counted says how many lines a team shares and how many not.
func counted(shared, apart, all int) string {
	of := " of the " + Number(all) + " lines between two levels"
	switch {
	case shared == 0:
		return "The team does not yet share " + Number(apart) + of + "."
	case apart == 0:
		return "The team shares " + Number(shared) + of + "."
	}
	return "The team shares " + Number(shared) + of + ", and does not yet share " + Number(apart) + "."
}

// lines names lines after a word for the first.
func lines(of [][2]string, first string) string {
	words := make([]string, len(of))
	for i, levels := range of {
		word := first
		if i > 0 {
			word = "the one"
		}
		words[i] = word + " between " + levels[0] + " and " + levels[1]
	}
	return List(words)
}
