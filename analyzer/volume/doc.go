// Package volume finds scopes that hold more tickets than their own past explains, whatever the tickets say.
//
// A site that loses its network does not write about the network: its people report
// printing, mail and logins. No group of like texts holds that; the number of
// tickets does. [Search] asks of every scope (a department, a location, a service
// ... and pairs of them) and of windows of a day to a fortnight whether its tickets,
// and the people behind them, are more than its own earlier windows explain. The
// weekday and how busy the rest of the desk was are part of what is expected, so
// that Mondays, days off and a surge of everything surprise nobody. How small a
// p-value must be is learned from the same search in exports whose days are
// permuted (see [Null]).
package volume
