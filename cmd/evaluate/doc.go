// Evaluate measures ticketpatterns on data whose answers are known.
//
// Usage:
//
//	go run ./cmd/evaluate patterns DATA     outbreaks hidden in real texts: found or not, and false alarms
//	go run ./cmd/evaluate calibration DATA  exports without outbreaks: false alarms against the knob
//	go run ./cmd/evaluate surplus DATA      outages of many symptoms hidden in real texts: found or not, and false alarms
//	go run ./cmd/evaluate issues DATA       labelled texts: how well issues agree with their true groups
//	go run ./cmd/evaluate identity DATA     weekly runs: do issues keep their ids, are planted ones followed
//	go run ./cmd/evaluate owners DATA       hidden outbreaks and resolver groups: how often the right owner is named
//	go run ./cmd/evaluate counts            drawn weekly counts: our test of the last beside those of R's surveillance package; needs no data
//	go run ./cmd/evaluate scaling           time and memory against the number of tickets; needs no data
//
// It is a tool for contributors and no part of the tests: the data are not in
// this repository, and DATA is the folder in which they lie. Each command prints
// one table in which every row has its n. The same data, flags and program give
// the same table. Flags may stand before or after DATA: -seed is the first seed, -seeds how
// many there are, -quick takes a small part of everything, -h lists them all.
// Only scaling reads the clock.
//
// The folder has this layout; a file may also be packed with gzip:
//
//	datasets/NAME/FILE.csv  labelled texts; which files and columns are read
//	                        stands in backgrounds and labelledSets
//	planted/families*.csv   phrasings of one fault each, by different people:
//	                        family_id, family_title, category, root_cause_owner,
//	                        subject, description
//	exports/SYSTEM/*.csv    exports as they are; owners asks those with resolver
//	                        groups
//
// Where a Python with pandas and scikit-learn is (-peer names it; Debian has
// python3-sklearn and python3-pandas), scaling runs peer.py beside on the same file:
// what a script costs that only clusters and counts. counts does the same with an R that
// has the package surveillance (in Debian r-cran-surveillance).
//
// What it measured stands in measured.md.
package main
