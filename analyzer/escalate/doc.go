// Package escalate decides what is asked of whom, from written criteria, memory and people's decisions.
//
// [Measure] holds the numbers of a pattern against the written criteria; [Decide]
// weighs what is met, what was asked before and what was answered. Both are pure
// functions of their arguments.
package escalate
