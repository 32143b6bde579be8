# make        build and test
# make help   what else there is
GO      ?= go
PACKAGE := ./...
BIN     := bin/calibrate
# a time, or a number of executions such as 500x
FUZZTIME ?= 60s
# what of the tests in a browser, and how
BROWSERPACKAGE ?= ./...
BROWSERFLAGS   ?=

# the version that the archives are named for
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo devel)

.PHONY: all install build test race lint fmt golden weights reasons fuzz bench bench-peers cover browser pictures simulate web dist try-dist clean help deadcode

all: build test ## build and test

install: ## the command, into GOBIN
	CGO_ENABLED=0 $(GO) install -trimpath -ldflags '-s -w' ./cmd/calibrate

build: ## a static binary in bin/
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags '-s -w' -o $(BIN) ./cmd/calibrate

# What make lint vets is not vetted once more, and no test needs a debugger's
# tables: both are a good part of the time on a machine that has built nothing.
test: ## every test, shuffled
	$(GO) test -vet=off -ldflags=-w -shuffle=on $(PACKAGE)

race: ## every test under the race detector
	$(GO) test -race -shuffle=on $(PACKAGE)

lint: deadcode ## formatting, vet, staticcheck, dead code, and how packages hang together
	@test -z "$$(gofmt -l .)" || { gofmt -l .; echo 'run make fmt'; exit 1; }
	$(GO) vet $(PACKAGE)
	cd cmd/tools && $(GO) vet ./... && $(GO) test ./...
	$(GO) run honnef.co/go/tools/cmd/staticcheck@v0.8.2 $(PACKAGE)

deadcode: ## functions that no program and no test reaches
	@found=$$($(GO) run golang.org/x/tools/cmd/deadcode@v0.51.0 -test ./...) && \
	  { test -z "$$found" || { echo "$$found"; exit 1; }; }

fmt: ## format the code
	$(GO) run mvdan.cc/gofumpt@v0.12.0 -w .

golden: ## write the golden files anew; read the diff before you commit it
	$(GO) test ./... -update

weights: ## fit anew what weighs the cues in reasons
	$(GO) test ./stats/text/class -run TestWeights -train -count 1

reasons: ## how well reasons are read, cross-validated, by kind of voice
	$(GO) test -p 1 ./stats/text/class ./stats/text/likeness -run TestFigures -figures -v -count 1

fuzz: ## fuzz each fuzz test for FUZZTIME
	@set -e; grep -rl --include='*_test.go' '^func Fuzz' . | sort | while read -r file; do \
	  for name in $$(sed -n 's/^func \(Fuzz[A-Za-z0-9]*\).*/\1/p' $$file); do \
	    echo "$$(dirname $$file) $$name"; \
	    $(GO) test -run '^$$' -fuzz "^$$name$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1s $$(dirname $$file); \
	  done; \
	done

.PHONY: vulnerabilities
vulnerabilities: ## known vulnerabilities in what is called; says so where their list is not reachable
	@$(GO) run golang.org/x/vuln/cmd/govulncheck@v1.9.0 ./... > vulnerabilities.txt 2>&1 || { \
	  code=$$?; cat vulnerabilities.txt; \
	  if grep -q '^Vulnerability #' vulnerabilities.txt; then rm vulnerabilities.txt; exit $$code; fi; \
	  echo 'NOT CHECKED: the list of vulnerabilities, or the tool that reads it, is not reachable'; }
	@rm -f vulnerabilities.txt

bench: ## benchmarks
	$(GO) test -run '^$$' -bench . -benchmem $(PACKAGE)

bench-peers: build ## the program beside others on the same files; says which are missing
	$(GO) build -C cmd/tools -o ../../bin/peers ./peers
	bin/peers -calibrate $(BIN) -duckdb $(DUCKDB) $(PEERS)

# DuckDB's command where it is installed, else the one of make duckdb
DUCKDB ?= $(shell command -v duckdb || echo bin/duckdb)
.PHONY: duckdb scale growth
duckdb: ## bin/duckdb, a command around DuckDB's published library; needs a C compiler
	$(GO) build -C cmd/tools/duckdb -trimpath -ldflags '-s -w' -o ../../../bin/duckdb .

scale: ## the SQL of docs/scale.md run by DuckDB: the same numbers as from the rows
	cd cmd/tools/duckdb && SCALE_ROWS=$${SCALE_ROWS:-10000000} $(GO) test -count 1 -timeout 20m -v .

growth: ## how the work of a report grows with the ratings: the table of docs/performance.md (minutes)
	$(GO) run -C cmd/tools ./growth

cover: ## test coverage by function
	$(GO) test -coverprofile=cover.out $(PACKAGE)
	$(GO) tool cover -func=cover.out

browser: ## the report, the page and the rating sheet in headless Chromium; skipped where there is none
	cd calibrate/report/browsertest && $(GO) test $(BROWSERFLAGS) -timeout 20m $(BROWSERPACKAGE)

pictures: ## the pictures of the README, made anew with Chromium
	cd calibrate/report/browsertest && $(GO) run ./pictures ../../../docs/img

DATE ?= $(shell date +%F)
simulate: ## the simulations whose results stand in docs/simulations-*.md (hours)
	@set -e; for what in agreement icc variance distance habits rounds boundaries rasch; do \
	  echo "docs/simulations-$$what.md"; \
	  $(GO) run -C cmd/tools ./simulate/$$what -date $(DATE) > docs/simulations-$$what.md; \
	done
	$(GO) test -tags simulate -run TestSimulate -v -timeout 2h $(PACKAGE)

.PHONY: night
night: duckdb ## the night of docs/pipelines.md with DuckDB, whose library is fetched
	PATH="$(CURDIR)/bin:$$PATH" $(GO) test -count 1 -run 'TestNight|TestScripts/night' ./cmd/calibrate

web: ## the page that holds the whole program, dist/calibrate.html
	$(GO) run -C cmd/tools ./web -to ../../dist/calibrate.html

dist: ## archives for Linux, macOS and Windows with completions, man pages and licenses, and checksums
	$(GO) run -C cmd/tools ./dist -version $(VERSION) -to ../../dist

try-dist: ## make the archive and the package of this platform, and use, install and remove them
	cd cmd/tools && $(GO) test -count 1 -timeout 20m -run TestDist -v ./dist -dist

clean: ## remove what was built
	rm -rf bin dist cover.out

help:
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12
