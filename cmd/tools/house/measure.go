package main

import (
	"cmp"
	"fmt"
	"go/types"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// A Shape is how a package hangs together.
type Shape struct {
	Path    string         // within the module
	Files   int            // without tests
	Cycle   []string       // the largest set of files that all lead to each other
	Methods map[string]int // of each type
	Unused  []string       // exported names that no other package and no test of its users' view names
}

// Measure loads the packages of a module, in the order of their paths.
func Measure(dir string) ([]Shape, error) {
	loaded, err := packages.Load(&packages.Config{
		Mode:  packages.NeedName | packages.NeedFiles | packages.NeedTypes | packages.NeedTypesInfo | packages.NeedSyntax | packages.NeedImports | packages.NeedModule,
		Dir:   dir,
		Tests: true,
	}, "./...")
	if err != nil {
		return nil, err
	}
	if packages.PrintErrors(loaded) > 0 {
		return nil, fmt.Errorf("%s does not compile", dir)
	}
	used := map[string]bool{}
	for _, p := range loaded {
		for _, object := range p.TypesInfo.Uses {
			if object.Pkg() != nil && object.Pkg() != p.Types && object.Parent() == object.Pkg().Scope() {
				used[nameOf(object)] = true
			}
		}
	}
	var shapes []Shape
	for _, p := range loaded {
		if p.ID != p.PkgPath || strings.HasSuffix(p.PkgPath, ".test") || p.Module == nil { // a variant of tests
			continue
		}
		shapes = append(shapes, Shape{
			Path: strings.TrimPrefix(p.PkgPath, p.Module.Path+"/"), Files: len(p.GoFiles),
			Cycle: largestCycle(edgesOf(p)), Methods: methodsOf(p), Unused: unusedOf(p, used),
		})
	}
	slices.SortFunc(shapes, func(a, b Shape) int { return cmp.Compare(a.Path, b.Path) })
	return shapes, nil
}

// nameOf is the same for an object of a package and of its variant for tests.
func nameOf(o types.Object) string { return o.Pkg().Path() + "." + o.Name() }

// edgesOf says for each file of a package which other files it names something
// of: a function, a type, a variable, a method or a field.
func edgesOf(p *packages.Package) map[string]map[string]bool {
	edges := map[string]map[string]bool{}
	for _, f := range p.GoFiles {
		edges[filepath.Base(f)] = map[string]bool{}
	}
	for id, object := range p.TypesInfo.Uses {
		if object.Pkg() != p.Types {
			continue
		}
		if f, ok := object.(*types.Func); ok {
			object = f.Origin()
		}
		from, to := filepath.Base(p.Fset.Position(id.Pos()).Filename), filepath.Base(p.Fset.Position(object.Pos()).Filename)
		if from != to && edges[from] != nil {
			edges[from][to] = true
		}
	}
	return edges
}

// largestCycle returns the largest set of files that all lead to each other, in
// order of their names (Tarjan 1972, SIAM Journal on Computing 1, 146-160).
func largestCycle(edges map[string]map[string]bool) []string {
	index, low, on := map[string]int{}, map[string]int{}, map[string]bool{}
	var stack, largest []string
	var visit func(string)
	visit = func(file string) {
		index[file] = len(index)
		low[file] = index[file]
		stack, on[file] = append(stack, file), true
		for to := range edges[file] {
			if _, seen := index[to]; !seen {
				visit(to)
				low[file] = min(low[file], low[to])
			} else if on[to] {
				low[file] = min(low[file], index[to])
			}
		}
		if low[file] != index[file] {
			return
		}
		at := slices.Index(stack, file)
		cycle := slices.Clone(stack[at:])
		stack = stack[:at]
		for _, f := range cycle {
			on[f] = false
		}
		slices.Sort(cycle)
		if len(cycle) > len(largest) {
			largest = cycle
		}
	}
	for _, file := range slices.Sorted(maps.Keys(edges)) {
		if _, seen := index[file]; !seen {
			visit(file)
		}
	}
	return largest
}

// methodsOf counts the methods of each type.
func methodsOf(p *packages.Package) map[string]int {
	count := map[string]int{}
	for _, name := range p.Types.Scope().Names() {
		if t, ok := p.Types.Scope().Lookup(name).(*types.TypeName); ok && !t.IsAlias() {
			if named, ok := t.Type().(*types.Named); ok && named.NumMethods() > 0 {
				count[name] = named.NumMethods()
			}
		}
	}
	return count
}

// unusedOf lists the exported names that are used nowhere else. A type that an
// exported name of the package mentions is reached through it, and so is a
// constant of such a type.
func unusedOf(p *packages.Package, used map[string]bool) []string {
	if p.Name == "main" {
		return nil
	}
	reached := map[types.Object]bool{}
	scope := p.Types.Scope()
	for _, name := range scope.Names() {
		if object := scope.Lookup(name); object.Exported() {
			mention(object, reached)
		}
	}
	var list []string
	for _, name := range scope.Names() {
		object := scope.Lookup(name)
		named, _ := object.Type().(*types.Named)
		_, constant := object.(*types.Const)
		if object.Exported() && !used[nameOf(object)] && !reached[object] && !(constant && named != nil && (used[nameOf(named.Obj())] || reached[named.Obj()])) {
			list = append(list, name)
		}
	}
	return list
}

// mention marks the types that the declaration of an object names.
func mention(o types.Object, reached map[types.Object]bool) {
	seen := map[types.Type]bool{}
	var walk func(types.Type)
	walk = func(t types.Type) {
		if seen[t] {
			return
		}
		seen[t] = true
		if alias, ok := t.(*types.Alias); ok {
			reached[alias.Obj()] = true
			return
		}
		switch t := t.(type) {
		case *types.Named:
			if t.Obj() != o {
				reached[t.Obj()] = true
				return
			}
			walk(t.Underlying())
			for method := range t.Methods() {
				if method.Exported() {
					walk(method.Type())
				}
			}
		case *types.Pointer:
			walk(t.Elem())
		case *types.Slice:
			walk(t.Elem())
		case *types.Array:
			walk(t.Elem())
		case *types.Map:
			walk(t.Key())
			walk(t.Elem())
		case *types.Signature:
			for v := range t.Params().Variables() {
				walk(v.Type())
			}
			for v := range t.Results().Variables() {
				walk(v.Type())
			}
		case *types.Struct:
			for field := range t.Fields() {
				if field.Exported() {
					walk(field.Type())
				}
			}
		case *types.Interface:
			for method := range t.Methods() {
				walk(method.Type())
			}
		}
	}
	walk(o.Type())
}
