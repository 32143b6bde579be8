// Package parallel keeps a panic in a goroutine from ending the whole program
// with a trace: it becomes an error, or is raised again where the work is
// waited for.
package parallel

import (
	"fmt"
	"sync"
)

// A Fault is a panic of a worker.
type Fault struct{ Value any }

func (f *Fault) Error() string {
	return fmt.Sprintf("a fault of the program, not of your files: %v", f.Value)
}

// caught turns a panic into a Fault.
func caught(value any) *Fault {
	if f, ok := value.(*Fault); ok {
		return f
	}
	return &Fault{value}
}

// Safely returns f with its panic as an error, for an errgroup.
func Safely(f func() error) func() error {
	return func() (err error) {
		defer func() {
			if value := recover(); value != nil {
				err = caught(value)
			}
		}()
		return f()
	}
}

// A Group waits for goroutines, and raises the first panic of any of them
// again. The zero value is ready.
type Group struct {
	all   sync.WaitGroup
	first sync.Once
	fault *Fault
}

// Go runs f in a goroutine.
func (g *Group) Go(f func()) {
	g.all.Go(func() {
		defer func() {
			if value := recover(); value != nil {
				g.first.Do(func() { g.fault = caught(value) })
			}
		}()
		f()
	})
}

// Wait waits for all, and panics with a *Fault where one of them did.
func (g *Group) Wait() {
	g.all.Wait()
	if g.fault != nil {
		panic(g.fault)
	}
}
