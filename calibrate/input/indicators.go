package input

// splitIndicators cuts names such as "3b Questioning" into id and long name.
func (r *reader) splitIndicators() {}
