// Ticketpatterns finds recurring issues in help desk tickets.
//
// It reads tickets as a help desk tool exports them (CSV), finds issues that
// many people report in one department, place or service, more often than usual
// there, names the team that should own the cause, and writes a report. It
// runs offline.
//
// # The weekly run
//
// Name one or more exports: files, folders, patterns, or - for standard input.
// Files may be compressed (.gz, .zst). The header and each row have 4 MB at most.
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
// All settings in force, with the whole owner map, as a valid configuration file:
//
//	ticketpatterns config
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
// # Deciding in the browser
//
// ticketpatterns serve shows the latest report and all stored ones, and writes each
// decision into the history as it is made. It prints an address that opens the report
// once, in one browser; only this computer can reach it. With --listen others can:
// whoever has the address can then read and decide, and the connection is not encrypted.
//
// # What it would have told
//
// Whether to trust it: the last 26 Mondays of an export, each with the tickets up to
// that day only, in a folder and with a history of their own:
//
//	ticketpatterns replay tickets.csv
//
// # Sending it
//
// ticketpatterns send, or analyze with --send, mails the summary, the page and all packs
// to the lead, its own pack to the contact of each team that is asked, and posts a note
// to a chat, as config.yaml says below send. Nothing is sent without it, and nothing
// twice for one day; what failed is sent by the next call.
//
// # Exports that lack something
//
// What an export lacks is said on line one: it ends early, thins out, or is filtered to
// a state. One that is too short to compare anything with, after a run that was not, or
// that holds less than half of what the last run read, stops the run with status 1. Keep the
// file of each week in one folder and analyse the folder, or say --partial.
//
// # Settings
//
// A setting is taken from the first of: a flag, an environment variable such
// as TICKETPATTERNS_OUTPUT_NAMES for names under output, config.yaml, the
// built-in default. config.yaml is looked for in the current folder unless
// --config or TICKETPATTERNS_CONFIG names another file.
//
// # The output folder
//
//   - index.html is the report, teams/ holds a page and a Markdown text for each
//     team that is asked, summary.md and summary.html are for a mail.
//   - escalations.csv has one row per escalation, with the whole record.
//   - escalations-servicenow.csv is for an import set on the problem table: "Auto
//     map matching fields" maps all columns. Coalesce on correlation_id, so that
//     next week updates and does not double. Set the choice action of the
//     references (assignment_group, business_service, cmdb_ci) to ignore, because
//     the default makes new groups of unknown names. impact (25 people or more is
//     high, 8 medium), urgency (high if it grows, is back or looks like an attack;
//     low if chronic) and priority are proposals.
//   - escalations-jira.csv is for Jira's CSV import. The date format is
//     yyyy-MM-dd. The issue type is Problem: map it if your project has none. Every
//     escalation has its pattern's id as a label.
//   - patterns.json and patterns.csv hold all numbers (ticketpatterns schema prints
//     the JSON Schema of the first), assignments.csv the issue, or
//     the one that it perhaps belongs to, of each ticket.
//   - All files of a run appear together or not at all. A second run waits for the first
//     (--lock-timeout). What is not of a run stays; your file in the place of one
//     or that you changed, is kept as NAME.before.
//   - rejects.csv holds the rows that could not be read, as they are, and why.
//   - run.json says what was read, when, and how long it took. Only this file
//     differs between two runs of the same input.
//   - decisions.csv is yours: the page saves it and says where it belongs, the next run
//     reads it, no run writes it. A row about an owner or an id that nobody knows is
//     refused, with the nearest known name. serve needs no such file. Its columns are
//     pattern_id, issue_id, decision, reason, date, owner, with_issue, decided_by,
//     decided_on; a decision is accept, decline, known, fixed, wrong_owner,
//     find_an_owner, merge, split, ignore_until_doubled or not_a_pattern. merge and
//     split last. wrong_owner moves a pattern at once and, from the third time on,
//     others of the same function. find_an_owner takes it from the team that the map
//     names: it is unowned until wrong_owner names its owner. A pattern that is
//     accepted, declined or known is silent until it grows. Everything can be taken
//     back, and all of it stays in the history.
//
// # Output and exit status
//
// Results go to standard output, messages to standard error (as JSON lines
// with --json-logs). With --quiet only errors and what is odd about a run are said: more
// than one row in a hundred, or a hundred rows, that could not be read; the same export
// as last time; a run that ends before the last one, or on a day outside the export;
// decisions that cannot be used or are about something unknown; a history that cannot
// be read or written. run.json has the codes of all of it, and --strict ends the run with status 1
// before anything is written. The exit status is
//
//	0  done
//	1  failed
//	2  wrong usage or configuration
//	3  there is something new to escalate (only with --fail-on-escalations)
//	4  the report is written, and asks nobody, because the history could not be read or written
//	130  stopped by Ctrl-C; the report before it is as it was
package main
