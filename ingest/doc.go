// Package ingest reads exported tickets from CSV and Excel workbooks.
//
// Every help desk tool exports its tickets in a shape of its own, so reading
// has five steps, each of which says what it decided:
//
//  1. bytes -> records: package csv decodes, finds the header and cuts the text
//     in chunks, on all cores; rows.go puts these together in the order of the
//     file. Package xlsx makes such text of a workbook's sheet (workbook.go);
//  2. header -> system: the exporting product is told from its headers and ids
//     (recognise.go), as package system describes them;
//  3. columns -> fields: each column is given to one field of a ticket (plan.go,
//     near.go), and gocsv maps the cells (mapper.go, row.go);
//  4. cells -> times: package dates proves for each column over the whole file,
//     never row by row, how it is read (table.go, check.go, outlier_dates.go);
//  5. rows -> tickets: rows that speak of one ticket are merged (merge.go).
//
// What only the tickets of all files together show comes after, in package
// prepare.
//
// Nothing is guessed silently: what was taken, on what evidence, and what is
// missing stands in [File], and every row that did not become a ticket is a
// [ticket.Reject] with its place and the reason.
package ingest
