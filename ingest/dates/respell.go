package dates

import (
	"regexp"
	"strings"
)

// respellings turn rare ways to write a time into ones that are read: each
// pattern with what stands for it. They are tried in their order where a cell
// cannot be read as it is.
var respellings = []struct {
	pattern *regexp.Regexp
	with    string
}{
	// JavaScript: Thu Mar 05 2026 10:15:00 GMT+0100 (Central European Standard Time)
	{regexp.MustCompile(`^(.*GMT[+-]\d{4}) \([^()]*\)$`), "$1"},
	// Go and Ruby: 2026-03-05 10:15:00 +0100 CET
	{regexp.MustCompile(`^(.*[+-]\d{2}:?\d{2}) [A-Z]{2,5}$`), "$1"},
	// ISO 8601, basic: 20260305T101500Z
	{regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})[T _-](\d{2})(\d{2})(\d{2})(Z?)$`), "$1-$2-$3 $4:$5:$6$7"},
	// SQL Server: Mar  5 2026 10:15:00:000AM
	{regexp.MustCompile(`^(.*\d:\d{2}:\d{2}):(\d{3})([AaPp][Mm])$`), "$1.$2 $3"},
	// the time in front: 10:15 AM, 05 Mar 2026
	{regexp.MustCompile(`^(\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?)[, ]+(\S.*\d.*)$`), "$2 $1"},
	// Oracle, and the clock of Italy and Finland: 05-MAR-26 10.15.00.000000 AM
	{regexp.MustCompile(`^(.*\d.*[ T])(\d{1,2})\.(\d{2})\.(\d{2})((?:\.\d+)?(?: ?[AaPp]\.?[Mm]\.?)?)$`), "$1$2:$3:$4$5"},
	{regexp.MustCompile(`^(.*\d.*[ T])(\d{1,2})\.(\d{2})( ?[AaPp]\.?[Mm]\.?)?$`), "$1$2:$3$4"},
	// Chinese and Japanese: 2026年3月5日 10:15
	{regexp.MustCompile(`^(\d{4})年 ?(\d{1,2})月 ?(\d{1,2})日(.*)$`), "$1-$2-$3 $4"},
	// 2026-03-05_10:15
	{regexp.MustCompile(`^([\d./-]+)_([\d:.]+.*)$`), "$1 $2"},
}

// longestTime is more than any time takes up.
const longestTime = 80

// parseRespelled reads a time in one of the rare ways.
func parseRespelled(s string) (Stamp, bool) {
	if len(s) > longestTime || !strings.ContainsAny(s, "0123456789") {
		return Stamp{}, false
	}
	for _, r := range respellings {
		if !r.pattern.MatchString(s) {
			continue
		}
		p := parser{tokens: tokenize(r.pattern.ReplaceAllString(s, r.with))}
		if t, ok := p.parse(); ok {
			return t, true
		}
	}
	return Stamp{}, false
}
