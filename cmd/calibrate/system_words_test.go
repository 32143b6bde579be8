package main

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
)

// systemWords are those of calls of the system and of their errors.
var systemWords = regexp.MustCompile(`(?i)(^|: )(open|read|write|stat|lstat|fstat|readlink|mkdir|mkfifo|rename|link|unlink|chmod|readdirent|getdents|seek|CreateFile|FindFirstFile) \S+:|` +
	`no such file or directory|is a directory|not a directory|permission denied|too many levels|file name too long|invalid argument|` +
	`no space left on|file too large|file exists|bad file descriptor|input/output error|broken pipe|operation not permitted|syscall|errno|os/exec|exec format`)

const fewRatings = `rater,role,lesson,indicator,score,reason
Ada,Principal,L1,3b,3,"Two students asked each other why."
Bob,Principal,L1,3b,3,
Cyd,Coach,L1,3b,2,"A warm, lovely room."
Ada,Principal,L1,3c,2,
Bob,Principal,L1,3c,2,
Cyd,Coach,L1,3c,2,
Ada,Principal,L2,3b,4,
Bob,Principal,L2,3b,3,
Cyd,Coach,L2,3b,4,
`

// Whatever is not there, or is something else than a file, and whatever cannot
// be written, is said in plain words, for every flag and argument that takes a
// file.
func TestMessagesNameNoCallOfTheSystem(t *testing.T) {
	t.Chdir(t.TempDir())
	const ratings = "ratings.csv" // few, which every command takes: it is run hundreds of times
	os.WriteFile(ratings, []byte(fewRatings), 0o600)
	os.Mkdir("folder", 0o700)
	os.WriteFile("file", []byte("x"), 0o600)
	os.WriteFile("file.json", []byte("{"), 0o600)
	os.Symlink("circle.csv", "circle.csv")
	odd := []string{"nowhere.csv", "nowhere/at/all.json", "folder", "file/inside.csv", "circle.csv", strings.Repeat("x", 300) + ".csv", "nul\x00.csv", "file.json"}
	tried := 0
	try := func(args ...string) {
		tried++
		var out, said bytes.Buffer
		code := run(t.Context(), args, strings.NewReader(""), &out, &said)
		if m := systemWords.FindString(said.String()); m != "" {
			t.Errorf("%.100q: exit code %d says %q: %.300s", args, code, m, said.String())
		}
		if m := systemWords.FindString(out.String()); m != "" {
			t.Errorf("%.100q prints %.100q", args, m)
		}
	}
	for _, name := range odd {
		for _, cmd := range root(&command.App{}).Commands() {
			switch name2 := cmd.Name(); name2 {
			case "simulate", "template", "man", "help", "completion", "schema", "rubric":
			case "compare":
				try("compare", name, name)
			case "archive":
				try("archive", "--by", "role", name)
			case "anonymize":
				try("anonymize", "--key-file", "new.key", name)
			default:
				try(name2, name)
			}
			for _, args := range fileFlags(cmd) {
				try(append(append([]string{}, args...), name, ratings)...)
			}
		}
		try("template", "--rubric", "fft-2013", "--lessons", "L1", "--raters", name)
		try("template", "--rubric", name, "--lessons", "L1", "--raters", "Ana")
		try("template", "--rubric", "fft-2013", "--lessons", "L1", "--raters", "Ana", "-o", name)
		try("simulate", "-o", name)
		try("simulate", "--truth", name)
		try("rubric", "show", name)
		try("render", "--format", "html", "-o", name, ratings)
		try("schema", name)
	}
	if tried < 300 {
		t.Errorf("%d runs only", tried)
	}
}

// fileFlags are a command and each of its flags that take the name of a file.
func fileFlags(cmd *cobra.Command) [][]string {
	var list [][]string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		switch f.Name {
		case "output", "key", "individual", "decisions", "decisions-out", "settings", "settings-out", "master", "key-file", "id-key",
			"previous", "rubric", "anchor", "weights", "truth":
			args := []string{cmd.Name(), "--" + f.Name}
			switch cmd.Name() {
			case "archive":
				args = []string{"archive", "--by", "role", "--" + f.Name}
			case "anonymize":
				if f.Name != "key-file" {
					args = []string{"anonymize", "--key-file", "new.key", "--" + f.Name}
				}
			}
			list = append(list, args)
		}
	})
	return list
}
