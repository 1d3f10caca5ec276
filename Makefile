# SPDX-License-Identifier: GPL-3.0-or-later
# The two that matter: `make demo` shows what the program does, `make test` runs all tests. Both install what is missing.

PREFIX ?= /usr/local
SWIFT ?= swift
# Folders or files that `make bench` reads.
BENCH ?= corpora/orderforms
# Where `make demo` leaves JSON and CSV.
DEMO ?= demo

# The Swift runtime goes into the binary on Linux, so that an installed one needs no toolchain.
STATIC := $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
RELEASE := $(SWIFT) build -c release --product inwriting $(STATIC)
BINARY = $(shell $(RELEASE) --show-bin-path)/inwriting
SOURCES := Package.swift Sources Tests

.PHONY: help setup build demo test lint format docs install uninstall bench clean

help:
	@echo "make demo      install what is missing, build, read the order forms of corpora/, show the table"
	@echo "make test      install what is missing, run all tests"
	@echo "make lint      check the style of the sources"
	@echo "make format    put the sources into that style"
	@echo "make docs      renew the JSON Schema and the reference pages"
	@echo "make install   put binary, packs and shell completions below PREFIX ($(PREFIX))"
	@echo "make bench     measure; BENCH='FOLDER…' names what is read"

setup:
	@scripts/setup.sh

build: setup
	$(RELEASE)

demo: build
	@scripts/demo.sh "$(BINARY)" "$(DEMO)"

test: setup
	$(SWIFT) test

lint:
	$(SWIFT) format lint --strict --recursive $(SOURCES)
	@! grep -rnE '^ *(@_exported )?import Foundation(Essentials)?$$' Sources --include=*.swift --exclude-dir=FoundationSubset \
		|| { echo "import FoundationSubset instead: it is there on every system" >&2; exit 1; }
	@! grep -rL '^// SPDX-License-Identifier: GPL-3.0-or-later' Sources Tests --include=*.swift | grep . \
		|| { echo "these files do not say their licence" >&2; exit 1; }
	@for script in scripts/*.sh Benchmarks/*.sh .ci/run; do bash -n "$$script" || exit 1; done

format:
	$(SWIFT) format --in-place --recursive $(SOURCES)

docs: build
	@scripts/docs.sh "$(BINARY)"

install: build
	@scripts/install.sh "$(BINARY)" "$(DESTDIR)$(PREFIX)"

uninstall:
	@scripts/uninstall.sh "$(DESTDIR)$(PREFIX)"

bench: build
	@Benchmarks/run.sh "$(BINARY)" $(BENCH)

clean:
	$(SWIFT) package clean
	rm -rf "$(DEMO)"
