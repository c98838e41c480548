// Package analyzer finds recurring issues in help desk tickets and points them to their owners.
package analyzer
