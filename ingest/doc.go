// Package ingest reads exported tickets from CSV.
//
// Every help desk tool exports its tickets in a shape of its own, so reading
// goes through four steps, each of which says what it decided:
//
//  1. bytes -> text: gzip and zstd are unpacked, the encoding is told from the
//     byte order mark or from the bytes themselves (decode.go);
//  2. text -> records: delimiter and header line are found (sniff.go), the text
//     is cut into chunks that all cores work on (chunks.go), and these into rows
//     and cells; a broken row costs that row only (scanner.go, careful.go). The
//     chunks come together in the order of the file, and one that was cut inside
//     a row is done again, so that how many there are never shows (rows.go);
//  3. records -> recognised columns: the exporting system is told from its
//     header, and each column is given to one field of a ticket (recognise.go;
//     one file of data for each system, system_*.go);
//  4. columns -> tickets: gocsv maps the cells of the recognised columns
//     (mapper.go), dates are decided for each column over the whole file, never
//     row by row (stamp.go, dateorder.go), and rows that speak of one ticket
//     are merged (merge.go).
//
// What only the tickets of all files together show comes after: which departments
// they are of (chain.go, departments.go), which of them programs opened
// (automated.go), and whether something is odd about them (zeros.go, span.go).
//
// Nothing is guessed silently: what was taken, on what evidence, and what is
// missing stands in [File], and every row that did not become a ticket is a
// [ticket.Reject] with its place and the reason.
package ingest
