package calibrate

// Reference reads a data set of testdata/ref, for the tests outside.
var Reference = reference
