package text

import (
	"regexp"
	"strings"
)

// Stack traces and log lines that people paste. Their words are names of classes and
// hosts, and there are so many of them that two traces of one fault resemble each
// other more than two descriptions of it by people.
var (
	frame = regexp.MustCompile(`^\s*(?:at [\w.$<>/@` + "`" + `\[\],-]+\(.*\)(?: in .*)?|at .+ \(.*:\d+\)|at \S+:\d+:\d+|at .+:line \d+|\.\.\. \d+ (?:more|common frames omitted)|` +
		`File "[^"]*", line \d+.*|Traceback \(most recent call last\):|goroutine \d+ \[.*\]:|\S+\.go:\d+ \+0x[0-9a-f]+|` +
		`#\d+\s+(?:0x[0-9a-f]+|/|\[internal|\{main\}).*|\^+|[0-9a-f]{4,16}[: ]\s*(?:[0-9a-f]{2}[ -]){4,}.*)\s*$`)
	logLine  = regexp.MustCompile(`^\s*\[?(?:\d{4}[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.]\d{2,4}|[A-Z][a-z]{2} {1,2}\d\d?|\d{10,13})[T ,]*(?:\d\d:\d\d(?::\d\d)?|\[|\||-|[A-Z]{4,}).*|^\s*\d\d:\d\d:\d\d[.,\d]* .*|^\s*\[?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|SEVERE)\]?[ :].*`)
	logFault = regexp.MustCompile(`(?i)\b(?:error|fatal|severe|critical|exception|fail(?:ed|ure)?|fehler|erreur|erro|denied|refused|timed? ?out)\b`)
	logHead  = regexp.MustCompile(`^[\s\[\]\d:.,/T+Z|-]*(?:[A-Z][a-z]{2} {1,2}\d\d? [\d:]+ )?(?:\[?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|SEVERE)\]?[\s:|-]*)?(?:\[[^\]]*\]\s*)*`)
)

// logRun is the number of consecutive log lines that make a log: a person may begin
// a line or two with a date.
const logRun = 3

// dropDumps removes the frames of stack traces and, from each log, everything but
// the first line that reports a fault, without its time and level.
func dropDumps(lines []string) []string {
	kept := lines[:0:0]
	for i := 0; i < len(lines); {
		if isFrame(lines[i]) {
			i++
			continue
		}
		end := i
		for end < len(lines) && (isLog(lines[end]) || end > i && isFrame(lines[end])) {
			end++
		}
		if end-i < logRun {
			kept = append(kept, lines[i])
			i++
			continue
		}
		for _, line := range lines[i:end] {
			if logFault.MatchString(line) && !isFrame(line) {
				kept = append(kept, strings.TrimSpace(line[len(logHead.FindString(line)):]))
				break
			}
		}
		i = end
	}
	return kept
}

// isFrame reports whether a line belongs to a stack trace or a hex dump. The first
// characters exclude most lines.
func isFrame(line string) bool {
	t := strings.TrimLeft(line, " \t")
	if t == "" {
		return false
	}
	likely := strings.Contains(t, ".go:")
	switch c := t[0]; {
	case c == 'a':
		likely = likely || strings.HasPrefix(t, "at ")
	case c == '.', c == 'F', c == 'T', c == 'g', c == '#', c == '^':
		likely = true
	}
	return (likely || len(t) > 3 && isHex(t[0]) && isHex(t[1]) && isHex(t[2]) && isHex(t[3])) && frame.MatchString(line)
}

// isLog reports whether a line begins like a log line.
func isLog(line string) bool {
	t := strings.TrimLeft(line, " \t[")
	if len(t) < 4 || (t[0] < '0' || t[0] > '9') && (t[0] < 'A' || t[0] > 'Z') {
		return false
	}
	return (t[0] <= '9' || logStarts[t[:3]]) && logLine.MatchString(line)
}

// logStarts are the levels and months with which log lines begin.
var logStarts = setOf("TRA", "DEB", "INF", "WAR", "ERR", "FAT", "SEV", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
