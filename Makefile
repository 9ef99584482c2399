# Glassbox: `make run` sets up everything and serves the page, `make test` does so for the tests.
# What is made goes to build/, web/wasm/, node_modules/ and data/*.csv*: git ignores them all.

EMCC ?= emcc
CLANG ?= clang
CLANG_FORMAT ?= clang-format
CLANG_TIDY ?= clang-tidy
NODE ?= node
NPM ?= npm
HOST ?= 127.0.0.1
PORT ?= 8000
export PYTHON ?= /usr/bin/python3

# As many jobs as there are cores: compiling the tests twice, and checking the C, takes as long as a
# sixth of the tests.
MAKEFLAGS += --jobs=$(shell nproc)

core = $(filter-out src/wasm%.c,$(wildcard src/*.c))
headers = $(wildcard src/*.h)
fuzzed = $(patsubst tests/fuzz/%_fuzz.c,%,$(wildcard tests/fuzz/*_fuzz.c))
c_tests = $(patsubst tests/c/%.c,build/c/%,$(wildcard tests/c/*_test.c))
sources = $(filter-out web/languages/modules/%,$(wildcard web/*.* web/public/* web/*/*.js web/*/*/*.js \
  web/*/*.css web/*/*/*.css))
page = $(sources) web/languages/modules/pt.js web/wasm/glassbox.wasm

# The same bits everywhere: no fused multiply-adds, no -ffast-math.
cflags = -std=c11 -Wall -Wextra -Wpedantic -Wconversion -Wno-sign-conversion -ffp-contract=off \
  $(if $(filter x86_64,$(shell uname -m)),-msse4.2)
sanitize = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all
# The C tests run once more as clang builds them, where clang and its sanitizers are installed.
has_clang = $(shell echo 'int main(void) { return 0; }' | \
  $(CLANG) $(sanitize) -x c - -o /dev/null 2>/dev/null && echo yes)
clang_tests = $(if $(filter test,$(MAKECMDGOALS)),$(if $(has_clang),$(c_tests:%=%-clang)))

.PHONY: build run single site package data model languages test fuzz drawings bench memory crashes lint \
  clean help

## build  the WebAssembly module and the page (the default)
build: build/site/downloads/glassbox.html

## run    sets up everything and serves the page (PORT=8000); HOST=0.0.0.0: to other machines, too
run: build
	$(NODE) node_modules/vite/bin/vite.js preview web --host $(HOST) --port $(PORT)

## single the page in one HTML file, which runs from a disk: build/single/, without MNIST and with it
single: build/single/glassbox.html

## site   the folder to upload, build/site/, with these files as downloads: the same as build
site: build

## package the core for npm, with types: build/package/
package: build/package/package.json

## data   data/mnist_train.csv, data/mnist_test.csv and gzip copies of them
data: data/mnist_test.csv

## model  trains the networks that come with the page, web/model.npz and web/robust.npz: a quarter of
##        an hour
model: build
	$(NODE) data/make-model.js
	$(NODE) data/add-imagined.js
	$(NODE) data/make-robust.js
	$(NODE) data/calibrate.js

## languages  writes all texts of the page into web/languages/*.xlf, beside their translations
languages: node_modules/.package-lock.json
	$(localize) extract

## test   sets up everything and passes every test
test: build package build/tools-test $(c_tests) $(clang_tests) build/c/train $(fuzzed:%=build/fuzz/%)
	@# Three at a time on two cores: the page in each engine, then all that needs no browser.
	@$(if $(clang_tests),,echo 'The C tests run with $(CC) alone: clang or its sanitizers are not installed.')
	$(NODE) --test --test-concurrency=3 --test-reporter=spec \
	  $(filter-out tests/page/%,$(sort $(wildcard tests/*.test.js tests/*/*.test.js)))

## fuzz   tries BYTES=1000000000 of damaged input on all that reads files and drawings, and as many
##        again by libFuzzer where clang is installed: some minutes
BYTES ?= 1000000000
fuzz: web/wasm/glassbox.wasm node_modules/.package-lock.json $(fuzzed:%=fuzz-%) $(if $(has_clang),$(fuzzed:%=fuzz-by-clang-%))
	$(NODE) tests/fuzz/fuzz.js $$(($(BYTES) / 5))

## drawings  how well drawings are read: FILE=path.jsonl; writes failures to build/drawings.html
drawings: web/wasm/glassbox.wasm
	$(NODE) tests/drawings/drawings.js '$(FILE)'

## bench  measures speed against numpy and the machine's limits; writes build/bench.json, which a
##        later run compares itself with: make bench BEFORE=earlier.json
bench: build build/tools-test build/tools-bench build/bench/native build/bench/limit.wasm
	$(NODE) tests/bench/bench.js

## memory  measures what an hour of a class adds to the memory of each browser
memory: build build/tools-test
	$(NODE) tests/bench/memory.js

## crashes  kills Chromium and Firefox KILLS=100 times each while they train: a quarter of an hour; SEED=1
KILLS ?= 100
SEED ?= 1
crashes: build build/tools-test
	$(NODE) tests/bench/crashes.js $(KILLS) $(SEED)

## lint   types, style and static analysis
lint: web/languages/modules/pt.js node_modules/.package-lock.json build/tools-lint
	node_modules/.bin/tsc -p web
	node_modules/.bin/biome ci --colors=off
	$(CLANG_FORMAT) --dry-run --Werror src/*.[ch] tests/*/*.[ch]
	printf '%s\n' $(core) $(filter-out tests/bench/limit.c,$(wildcard tests/*/*.c)) | \
	  xargs -P $$(nproc) -I '{}' $(CLANG_TIDY) --quiet --warnings-as-errors='*' '{}' -- $(cflags) -Isrc

## clean  removes what was made
clean:
	rm -rf build web/wasm web/languages/modules data/*.csv*

## help   lists the targets
help:
	@sed -n -e 's/^##  /      /p' -e 's/^## \([a-z]\)/  make \1/p' Makefile

# Emscripten's own tools are JavaScript, and Debian keeps their libraries where only Debian's node
# looks. A standalone module needs no generated JavaScript; growing memory is its one import. With -O2
# it is a little faster than with -O3, and three quarters of the size; what runs seldom is built small.
emcc = NODE_PATH=/usr/share/nodejs $(EMCC) $(filter-out -msse4.2,$(cflags)) $(optimise) -DNDEBUG \
  -msimd128 -mbulk-memory
standalone = -sSTANDALONE_WASM --no-entry
optimise = -O2
seldom = cards csv csv_header csv_layout csv_row dataset drawing elementary evaluate foil imagine \
  inspection margin network records run run_save settings $(patsubst src/%.c,%,$(wildcard src/wasm*.c))
$(seldom:%=build/wasm/%.o): optimise = -Oz

build/wasm/%.o: src/%.c $(headers) build/tools-build
	mkdir -p $(@D)
	$(emcc) -c $< -o $@

web/wasm/glassbox.wasm: $(patsubst src/%.c,build/wasm/%.o,$(wildcard src/*.c)) web/shared/settings.js web/core/check-settings.js
	mkdir -p $(@D)
	$(emcc) $(standalone) -sALLOW_MEMORY_GROWTH -sINITIAL_MEMORY=8MB -sMAXIMUM_MEMORY=1GB \
	  -sMALLOC=emmalloc $(filter %.o,$^) -o build/unchecked.wasm
	$(NODE) web/core/check-settings.js build/unchecked.wasm
	mv build/unchecked.wasm $@

# All languages are written by one command. A text without a translation stays English, and fails a test.
localize = $(NODE) node_modules/.bin/lit-localize --config web/languages/lit-localize.json
web/languages/modules/pt.js: $(sources) $(wildcard web/languages/*.xlf web/languages/*.json) node_modules/.package-lock.json
	$(localize) build

build/site/index.html: $(page) data/mnist_test.csv node_modules/.package-lock.json
	$(NODE) node_modules/vite/bin/vite.js build web --logLevel warn

# Both files are written by one command.
build/single/glassbox.html: $(page) $(wildcard web/single/*.js) data/mnist_test.csv node_modules/.package-lock.json
	$(NODE) web/single/build.js

build/package/package.json: $(page) package.json node_modules/.package-lock.json
	$(NODE) web/package/build.js

build/site/downloads/glassbox.html: build/site/index.html build/single/glassbox.html
	mkdir -p $(@D)
	cp build/single/*.html $(@D)

# The last of the files that are written.
data/mnist_test.csv: data/make-csv.js node_modules/.package-lock.json
	$(NODE) data/make-csv.js

node_modules/.package-lock.json: package.json package-lock.json build/tools-build
	$(NPM) ci --ignore-scripts --no-audit --no-fund
	touch $@

build/tools-%: .ci/tools
	.ci/tools $*
	mkdir -p build && touch $@

# Natively: the tests under sanitizers; the training that is compared bit for bit, as it is used.
# The core as a library for each compiler: compiled into every test anew, it took a minute and a half.
build/c/core.a: $(core) $(headers) build/tools-test
	mkdir -p $(@:.a=)
	cd $(@:.a=) && $(CC) $(cflags) $(sanitize) -c $(core:%=../../../%) && ar rcs ../core.a *.o

build/c/core-clang.a: $(core) $(headers) build/tools-test
	mkdir -p $(@:.a=)
	cd $(@:.a=) && $(CLANG) $(cflags) $(sanitize) -c $(core:%=../../../%) && ar rcs ../core-clang.a *.o

build/c/%_test: tests/c/%_test.c $(wildcard tests/c/*.h) build/c/core.a
	$(CC) $(cflags) $(sanitize) -Isrc $(filter %.c,$^) $(filter %.a,$^) -o $@ -lm

build/c/%_test-clang: tests/c/%_test.c $(wildcard tests/c/*.h) build/c/core-clang.a
	$(CLANG) $(cflags) $(sanitize) -Isrc $(filter %.c,$^) $(filter %.a,$^) -o $@ -lm

csv_tests = $(filter build/c/csv_%,$(c_tests))
$(csv_tests) $(csv_tests:%=%-clang): tests/c/csv_expect.c

build/c/%: tests/c/%.c tests/c/start_run.h $(core) $(headers) build/tools-test
	mkdir -p $(@D)
	$(CC) $(cflags) -O3 -Isrc $< $(core) -o $@ -lm

# The same seeded inputs in each run.
build/fuzz/%: tests/fuzz/%_fuzz.c tests/fuzz/loop.c tests/fuzz/fuzz.h build/c/core.a
	mkdir -p $(@D)
	$(CC) $(cflags) $(sanitize) -Isrc $< tests/fuzz/loop.c build/c/core.a -o $@ -lm

fuzz-%: build/fuzz/%
	$< bytes=$$(($(BYTES) * 4 / 15))

# libFuzzer sees which inputs reach new code. It counts inputs, not bytes; many are as long as a seed,
# which are 32 KB at most.
build/fuzz/%-clang: tests/fuzz/%_fuzz.c tests/fuzz/fuzz.h $(core) $(headers) build/tools-test
	mkdir -p $(@D)
	$(CLANG) $(cflags) $(sanitize) -fsanitize=fuzzer -Isrc $< $(core) -o $@ -lm

.SECONDARY: $(fuzzed:%=build/fuzz/%-clang)

fuzz-by-clang-%: build/fuzz/%-clang build/fuzz/%
	mkdir -p build/fuzz/corpus/$*
	build/fuzz/$* write=build/fuzz/corpus/$*
	$< -runs=$$(($(BYTES) * 4 / 15 / 16384)) -max_len=32768 -len_control=0 -seed=1 -print_final_stats=1 build/fuzz/corpus/$*

build/bench/native: tests/bench/native.c tests/c/start_run.h $(core) $(headers) build/tools-test
	mkdir -p $(@D)
	$(CC) $(cflags) -O3 -Isrc $< $(core) -o $@ -lm

build/bench/limit.wasm: tests/bench/limit.c build/tools-build
	mkdir -p $(@D)
	$(emcc) $(standalone) -Isrc $< -o $@
