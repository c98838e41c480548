// Ticketpatterns finds recurring issues in help desk tickets.
//
// It reads tickets as a help desk tool exports them (CSV), finds issues that
// many people report in one department, place or service above what is normal
// there, names the team that should own the cause, and writes a report. It
// runs offline.
//
// # The weekly run
//
// Name one or more exports: files, folders, patterns, or - for standard input.
// Files may be compressed (.gz, .zst).
//
//	ticketpatterns analyze tickets.csv
//	ticketpatterns analyze tickets.csv --changes changes.csv --people people.csv
//
// The report is in report/index.html. Beside it are the packs for the owning
// teams, and the same findings as JSON and CSV. Without an export on the
// command line, the inputs of config.yaml are read.
//
// # Before the first run
//
// What would be read from an export, and what is missing in it:
//
//	ticketpatterns inspect tickets.csv
//
// If a column is not recognised, name it; config.yaml can say the same for
// every run:
//
//	ticketpatterns inspect tickets.csv --map "department=caller_id.department"
//
// The configuration and the owner map, and who would own a given problem:
//
//	ticketpatterns check
//	ticketpatterns check --category Printing --text "label printer offline" --expect Workplace
//
// # Other shapes
//
// The tickets as one clean CSV, whatever system they come from, and a stored
// run in another format:
//
//	ticketpatterns convert tickets.csv --out clean.csv
//	ticketpatterns render report --format md
//
// # What was before
//
// Every run is remembered beside the output folder, so that issues keep their
// ids. What people decided about a pattern is recorded with decide, or read from
// the decisions.csv that the report saves. Past runs and decisions, the life of
// one issue, and what changed between two runs or folders:
//
//	ticketpatterns history
//	ticketpatterns diff report report
//
// # Settings
//
// A setting is taken from the first of: a flag, an environment variable such
// as TICKETPATTERNS_OUTPUT_NAMES for names under output, config.yaml, the
// built-in default. config.yaml is looked for in the current folder unless
// --config or TICKETPATTERNS_CONFIG names another file.
//
// # Output and exit status
//
// Results go to standard output, messages to standard error (as JSON lines
// with --json-logs; errors only with --quiet). The exit status is
//
//	0  done
//	1  failed
//	2  wrong usage or configuration
//	3  there is something new to escalate (only with --fail-on-escalations)
//	4  the report is written, but the history could not be read or written
package main
