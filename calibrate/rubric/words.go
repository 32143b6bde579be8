package rubric

// WordScales are the scales of words that need no rubric to be ordered.
// Words that belong to several of them leave a doubt, and a reader asks.
var WordScales = []Scale{
	words("yes-no", 0, "No|N|Not evident|Not present|Not met|False", "Yes|Y|Evident|Present|Met|True"),
	words("observed-2", 0, "Not observed", "Observed"),
	words("evident-3", 1, "Not evident", "Partly evident|Partially evident|Somewhat evident|Partly|Partially", "Evident|Fully evident"),
	words("low-mid-high", 1, "Low|L", "Mid|Medium|Middle|Moderate|M", "High|H"),
	words("agreement-4", 1, "Strongly disagree|SD", "Disagree|D", "Agree|A", "Strongly agree|SA"),
	words("agreement-5", 1, "Strongly disagree|SD", "Disagree|D",
		"Neutral|N|Undecided|Neither agree nor disagree|Neither agree or disagree|Neither", "Agree|A", "Strongly agree|SA"),
	words("agreement-6", 1, "Strongly disagree", "Disagree", "Somewhat disagree|Slightly disagree",
		"Somewhat agree|Slightly agree", "Agree", "Strongly agree"),
	words("agreement-7", 1, "Strongly disagree", "Disagree", "Somewhat disagree|Slightly disagree",
		"Neutral|Neither agree nor disagree", "Somewhat agree|Slightly agree", "Agree", "Strongly agree"),
	words("frequency-4", 1, "Never", "Rarely|Seldom", "Sometimes|Occasionally", "Always"),
	words("frequency-5", 1, "Never", "Rarely|Seldom", "Sometimes|Occasionally", "Often|Frequently|Usually", "Always"),
	words("extent-4", 1, "Not at all", "A little|Slightly|To a small extent", "Somewhat|Moderately|To some extent",
		"Very much|To a great extent"),
	words("extent-5", 1, "Not at all", "Slightly|A little", "Moderately|Somewhat", "Very", "Extremely"),
	words("quality-4", 1, "Poor", "Fair", "Good", "Excellent"),
	words("quality-5", 1, "Poor", "Fair", "Good", "Very good", "Excellent"),
	words("quality-5v", 1, "Very poor", "Poor", "Fair|Average|Acceptable", "Good", "Very good|Excellent"),
	words("growth-4", 1, "Beginning", "Developing", "Proficient", "Advanced"),
	words("growth-4a", 1, "Beginning", "Developing", "Accomplished", "Exemplary"),
	words("emerging-4", 1, "Emerging", "Developing", "Proficient", "Exemplary"),
	words("effective-4", 1, "Ineffective", "Developing|Partially effective|Minimally effective", "Effective", "Highly effective"),
	words("expectations-3", 1, "Below expectations|Does not meet expectations", "Meets expectations", "Exceeds expectations"),
	words("expectations-4", 1, "Does not meet expectations|Below expectations", "Approaching expectations|Partially meets expectations",
		"Meets expectations", "Exceeds expectations"),
	words("standard-4", 1, "Below standard", "Approaching standard", "Meets standard|At standard", "Exceeds standard|Above standard"),
}

// words returns the scale of levels from first on; a level's names are
// separated by bars.
func words(id string, first float64, levels ...string) Scale {
	s := Scale{ID: id}
	for i, names := range levels {
		all := splitNames(names)
		s.Levels = append(s.Levels, Level{Value: first + float64(i), Label: all[0], Aliases: all[1:]})
	}
	return s
}
