package header

import "testing"

func TestSecondVote(t *testing.T) {
	for name, want := range map[string]struct {
		round  string
		second bool
	}{
		"Fall": {"fall", false}, "Fall revote": {"fall", true}, "fall-revote": {"fall", true}, "Second vote, fall": {"fall", true},
		"Fall / after the talk": {"fall", true}, "Fall (independent)": {"fall", false}, "revote": {"", true}, "prevote": {"prevote", false},
	} {
		if round, second := SecondVote(name); round != want.round || second != want.second {
			t.Errorf("%q: %q %v", name, round, second)
		}
	}
}

func TestVoteOf(t *testing.T) {
	for text, want := range map[string]string{
		"Independent": FirstVote, "before": FirstVote, "Before the talk": FirstVote, "1": FirstVote,
		"Re-vote": secondTime, "After discussion": secondTime, "2": secondTime, "Fall": "", "Fall revote": "", "": "", "3": "",
	} {
		if got := VoteOf(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
