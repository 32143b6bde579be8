// Command duckdb runs SQL in DuckDB and prints what it gives as CSV:
//
//	duckdb [FILE] -c SQL
//
// It stands in for DuckDB's own command where that is not installed, so that
// the night of docs/pipelines.md runs to its end. It holds DuckDB's library,
// needs a C compiler to be built, and is a module of its own for that.
package main

import (
	"database/sql"
	"encoding/csv"
	"errors"
	"fmt"
	"os"

	_ "github.com/duckdb/duckdb-go/v2"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "duckdb:", err)
		os.Exit(1)
	}
}

// run opens the file, or memory, and runs every -c.
func run(args []string) error {
	file := ""
	if len(args)%2 == 1 {
		file, args = args[0], args[1:]
	}
	if len(args) == 0 {
		return errors.New("usage: duckdb [FILE] -c SQL")
	}
	db, err := sql.Open("duckdb", file)
	if err != nil {
		return err
	}
	defer db.Close()
	for i := 0; i < len(args); i += 2 {
		if args[i] != "-c" {
			return fmt.Errorf("no flag %s: there is -c SQL", args[i])
		}
		if err := query(db, args[i+1]); err != nil {
			return err
		}
	}
	return nil
}

// query prints the rows of a statement.
func query(db *sql.DB, statement string) error {
	rows, err := db.Query(statement)
	if err != nil {
		return err
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		return err
	}
	out := csv.NewWriter(os.Stdout)
	out.Write(names)
	values, into := make([]any, len(names)), make([]any, len(names))
	for i := range values {
		into[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		cells := make([]string, len(values))
		for i, v := range values {
			if v != nil {
				cells[i] = fmt.Sprint(v)
			}
		}
		out.Write(cells)
	}
	out.Flush()
	return errors.Join(rows.Err(), out.Error())
}
