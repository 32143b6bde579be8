package variance_test

import (
	"math"
	"slices"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/variance"
)

// The number needed attains the target, and one fewer does not.
func TestNeeded(t *testing.T) {
	for _, name := range []string{"one-lesson", "six-lessons", "sparse"} {
		f := fit(t, ref.Table(t, name))
		phi := func(n float64) float64 {
			d := f.Design()
			d.Raters = int(n)
			return f.Dependability(d).Phi.Value.Or(0)
		}
		for _, target := range []float64{.5, .7, .8, .93} {
			need := f.Needed(f.Design(), variance.Rater, target)
			n, ok := need.N.Value()
			if !ok || n < 1 || need.Lower.Or(0) > n || need.Upper.Or(n) < n {
				t.Fatalf("%s: needed %+v", name, need)
			}
			if phi(n) < target-1e-9 || n > 1 && phi(n-1) >= target {
				t.Errorf("%s: Φ = %v of %v raters, %v of one fewer, target %v",
					name, phi(n), n, phi(n-1), target)
			}
		}
	}
}

// With random indicators their sampling error stays however many raters there
// are.
func TestUnreachable(t *testing.T) {
	f := fit(t, ref.Table(t, "six-lessons"))
	d := variance.Design{Object: variance.Lesson, Indicators: 1}
	need := f.Needed(d, variance.Rater, .9)
	if need.N.OK() || need.N.Reason() != stats.Unreachable || need.Upper.Reason() != stats.Unreachable {
		t.Errorf("needed %+v", need)
	}
	if need := f.Needed(d, variance.Indicator, .6); !need.N.OK() {
		t.Errorf("needed %+v", need)
	}
}

func TestNotApplicable(t *testing.T) {
	f := fit(t, ref.Table(t, "one-lesson"))
	for _, d := range []variance.Design{
		{Object: variance.Lesson},
		{Object: "school"},
		{Object: variance.LessonRater},
		{Object: variance.Residual},
		{Object: variance.LessonIndicator, Raters: -1},
		{Object: variance.LessonIndicator, Fixed: []string{"school"}},
	} {
		if got := f.Dependability(d).Phi.Value.Reason(); got != stats.NotApplicable {
			t.Errorf("%+v: Φ absent for %q", d, got)
		}
	}
	item := f.Design()
	for _, c := range []struct {
		d      variance.Design
		facet  string
		target float64
	}{{item, variance.Indicator, .8}, {item, "school", .8}, {item, variance.Rater, 1}, {item, variance.Rater, 0}} {
		if got := f.Needed(c.d, c.facet, c.target).N.Reason(); got != stats.NotApplicable {
			t.Errorf("%+v: absent for %q", c, got)
		}
	}
}

// A rater's severity is better known from more lessons.
func TestDStudy(t *testing.T) {
	f := fit(t, ref.Table(t, "six-lessons"))
	studies := f.DStudy(variance.Design{Object: variance.Rater}, nil, []int{1, 2, 4, 8})
	if len(studies) != 4 {
		t.Fatalf("%d studies", len(studies))
	}
	for k := 1; k < len(studies); k++ {
		if studies[k].Phi.Value.Or(0) <= studies[k-1].Phi.Value.Or(1) {
			t.Errorf("Φ of %d lessons is %v, of fewer %v", studies[k].Design.Lessons,
				studies[k].Phi.Value, studies[k-1].Phi.Value)
		}
		if studies[k].G.Value.Or(0) < studies[k].Phi.Value.Or(1) {
			t.Errorf("G below Φ: %+v", studies[k])
		}
	}
	if d := studies[0].Design; d.Indicators != 8 || d.Raters != 8 {
		t.Errorf("design %+v", d)
	}
	if got := len(f.DStudy(f.Design(), []int{2, 4}, []int{3, 6})); got != 4 {
		t.Errorf("%d studies", got)
	}
}

func TestRaterPlan(t *testing.T) {
	f := fit(t, ref.Table(t, "one-lesson"))
	plan := f.RaterPlan(f.Design(), .8, []int{1, 4, 16, 64})
	if need := plan.Needed; !need.N.OK() || need.Facet != variance.Rater || need.Target != .8 {
		t.Errorf("needed %+v", plan.Needed)
	}
	last := -1.0
	for _, row := range plan.Rows {
		p, ok := row.Attains.Value()
		if !ok || p < last || p > 1 || !row.Phi.Value.OK() {
			t.Errorf("row %+v after %v", row, last)
		}
		last = p
	}
	if last < .5 {
		t.Errorf("64 raters attain the target with probability %v", last)
	}
	if row := f.RaterPlan(f.Design(), 2, []int{3}).Rows[0]; row.Attains.Reason() != stats.NotApplicable {
		t.Errorf("row %+v", row)
	}
}

// Student's t with 4 degrees of freedom is 2.776 at .975, with 9 2.262 (Fisher
// & Yates 1963, Table III).
func TestLessons(t *testing.T) {
	means := []float64{.5, .6, .7, .6, .6} // standard deviation √.005
	plan := variance.Lessons(means, .1, .95, []int{1, 5, 10})
	sd := math.Sqrt(.005)
	if math.Abs(plan.SD-sd) > 1e-12 || plan.Lessons != 5 {
		t.Errorf("plan %+v", plan)
	}
	if plan.Rows[0].HalfWidth.Value.Reason() != stats.TooFewItems {
		t.Errorf("one lesson: %+v", plan.Rows[0])
	}
	for k, quantile := range []float64{2.776, 2.262} {
		row := plan.Rows[k+1]
		want := quantile * sd / math.Sqrt(float64(row.Lessons))
		if got := row.HalfWidth.Value.Or(0); math.Abs(got-want) > 1e-4 {
			t.Errorf("%d lessons: half-width %v, want %v", row.Lessons, got, want)
		}
	}
	// t₃ = 3.182 and t₄ = 2.776: half-widths .1125 of four lessons, .0878 of five.
	if n := plan.Needed.N.Or(0); n != 5 {
		t.Errorf("needed %v, want 5", n)
	}
	if low, high := plan.Needed.Lower.Or(0), plan.Needed.Upper.Or(0); !(2 <= low && low <= 5 && high > 10) {
		t.Errorf("needed %+v", plan.Needed)
	}
	// The needed number's own row attains the target as likely as not.
	if p := plan.Rows[1].Attains.Or(0); !(.3 < p && p < .9) {
		t.Errorf("attains %v", p)
	}
}

func TestLessonsAbsent(t *testing.T) {
	for _, c := range []struct {
		means []float64
		width float64
		want  stats.Reason
	}{
		{nil, .1, stats.TooFewItems},
		{[]float64{.5}, .1, stats.TooFewItems},
		{[]float64{.5, .5, .5}, .1, stats.NoSpread},
		{[]float64{.5, .6}, 0, stats.NotApplicable},
		{[]float64{.5, .6}, 1e-12, stats.Unreachable},
	} {
		plan := variance.Lessons(c.means, c.width, .95, []int{3})
		if got := plan.Needed.N.Reason(); got != c.want {
			t.Errorf("%v to %v: absent for %q, want %q", c.means, c.width, got, c.want)
		}
	}
}

func TestSteps(t *testing.T) {
	for _, c := range []struct {
		needed stats.Number
		want   []int
	}{
		{stats.None(stats.Unreachable), []int{1, 2, 3, 4, 5, 6, 8, 10}},
		{stats.Of(3), []int{1, 2, 3, 4, 5, 6, 8, 10}},
		{stats.Of(7), []int{1, 2, 3, 4, 5, 6, 7, 8, 10, 12}},
		{stats.Of(22), []int{1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 22, 25, 30, 40}},
	} {
		if got := variance.Steps(c.needed); !slices.Equal(got, c.want) {
			t.Errorf("steps to %v = %v, want %v", c.needed, got, c.want)
		}
	}
}
