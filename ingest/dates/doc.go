// Package dates reads times as exporters write them, and proves for each column whether the day or the month comes first.
//
// A cell is parsed into a [Stamp], which keeps what is certain and leaves open
// what only the column can tell. A [Column] counts what its cells prove, and
// [Decide] settles all columns of a file together: one exporter writes all dates
// of a file in one way. Only then has a stamp a time.
package dates
