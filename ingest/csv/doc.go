// Package csv turns the bytes of an export into records, whatever encoding, delimiter and quoting its exporter chose.
//
// A [Reader] unpacks gzip and zstd and decodes; [Sniff] finds delimiter and
// header line; a [Chunker] cuts the text into chunks that all cores work on, and
// [Layout.Cut] cuts these into records and cells (quoted.go has the quotes). A
// broken row costs that row only, and how many chunks there are never shows.
// Header and rows have 4 MB each at most ([MaxRecordBytes]); a longer header is refused, a
// longer row rejected.
package csv
