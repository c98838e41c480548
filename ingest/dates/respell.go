package dates

import (
	"regexp"
	"strings"
	"unicode"
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
	{regexp.MustCompile(`^(.*\d.*[ T])(\d{1,2})\.(\d{2})( ?[AaPp]\.?[Mm]\.?| \p{L}{1,3}\.?)?$`), "$1$2:$3$4"},
	// 2026-03-05_10:15
	{regexp.MustCompile(`^([\d./-]+)_([\d:.]+.*)$`), "$1 $2"},
}

// eastAsian writes the units that Chinese, Japanese and Korean put behind each
// number as others write them between: 2026年03月16日 08時05分, 2026년 3월 16일 오후 3시.
// Days of the week go first, as two are called like units.
var eastAsian = strings.NewReplacer(
	"月曜", " ", "火曜", " ", "水曜", " ", "木曜", " ", "金曜", " ", "土曜", " ", "日曜", " ", "(月)", " ", "(日)", " ", "（月）", " ", "（日）", " ",
	"월요일", " ", "화요일", " ", "수요일", " ", "목요일", " ", "금요일", " ", "토요일", " ", "일요일", " ", "(월)", " ", "(일)", " ",
	"年 ", "-", "年", "-", "月 ", "-", "月", "-", "日", " ", "号", " ", "號", " ",
	"時 ", ":", "時", ":", "时 ", ":", "时", ":", "点", ":", "點", ":", "分钟", " ", "分 ", ":", "分", ":", "秒", " ",
	"년 ", "-", "년", "-", "월 ", "-", "월", "-", "일", " ", "시 ", ":", "시", ":", "분 ", ":", "분", ":", "초", " ",
)

// eastAsianUnits are those without which a time is written otherwise.
const eastAsianUnits = "年年時时点點년시"

// longestTime is more than any time takes up.
const longestTime = 80

// parseRespelled reads a time in one of the rare ways.
func parseRespelled(s string) (Stamp, bool) {
	if len(s) > longestTime || !strings.ContainsFunc(s, unicode.IsDigit) {
		return Stamp{}, false
	}
	if strings.ContainsAny(s, eastAsianUnits) {
		s = strings.TrimRight(eastAsian.Replace(s), " :-")
		p := parser{tokens: tokenize(s)}
		if t, ok := p.parse(); ok {
			return t, true
		}
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
