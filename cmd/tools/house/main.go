// House measures how the packages of a module hang together: files, the largest
// cycle of files, the methods of the type with the most, and exported names
// that nothing else uses. Its test holds the limits of docs/architecture.md.
package main

import (
	"fmt"
	"os"
	"strings"
)

func main() {
	dir := "../.."
	if len(os.Args) > 1 {
		dir = os.Args[1]
	}
	shapes, err := Measure(dir)
	if err != nil {
		fmt.Fprintln(os.Stderr, "house:", err)
		os.Exit(1)
	}
	for _, s := range shapes {
		name, most := "", 0
		for t, n := range s.Methods {
			if n > most {
				name, most = t, n
			}
		}
		fmt.Printf("%-40s files %2d, cycle %2d, methods %2d %s\n", s.Path, s.Files, len(s.Cycle), most, name)
		if len(s.Cycle) > 2 {
			fmt.Println("    cycle:", strings.Join(s.Cycle, " "))
		}
		if len(s.Unused) > 0 {
			fmt.Println("    exported, and used nowhere else:", strings.Join(s.Unused, " "))
		}
	}
}
