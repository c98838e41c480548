package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// rootsOf returns, for each alternative of a regular expression of words, the longest
// run of letters and spaces that it must hold, and more for those that have none but
// spaces.
// Looking for them first spares most texts the expression, which is slow.
func rootsOf(words string, more ...string) []string {
	for _, alternative := range alternatives(words) {
		if root := strings.TrimSpace(longestRun(alternative)); root != "" { // a space is in every text
			more = append(more, root)
		}
	}
	return more
}

// alternatives splits an expression at the bars that stand in no group.
func alternatives(words string) []string {
	var out []string
	depth, from := 0, 0
	for i := range len(words) {
		switch words[i] {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		case '|':
			if depth == 0 {
				out = append(out, words[from:i])
				from = i + 1
			}
		}
	}
	return append(out, words[from:])
}

// longestRun returns the longest run of letters and spaces outside groups that no mark makes
// optional; "" where there is none.
func longestRun(expression string) string {
	longest, run, depth := "", "", 0
	end := func() {
		if len(run) > len(longest) {
			longest = run
		}
		run = ""
	}
	for i := 0; i < len(expression); {
		r, size := utf8.DecodeRuneInString(expression[i:])
		switch {
		case r == '(' || r == '[':
			depth++
			end()
		case r == ')' || r == ']':
			depth--
		case depth > 0:
		case r == '\\':
			size = 2
			if rest := expression[i+1:]; rest[0] == '.' && !strings.HasPrefix(rest, ".?") {
				run += "."
				break
			}
			end()
			if strings.HasPrefix(expression[i:], `\p{`) {
				size = strings.IndexByte(expression[i:], '}') + 1
			}
		case r == '?' || r == '*' || r == '{':
			_, last := utf8.DecodeLastRuneInString(run)
			run = run[:len(run)-last]
			end()
			if r == '{' {
				size = strings.IndexByte(expression[i:], '}') + 1
			}
		case unicode.IsLetter(r) || r == ' ':
			run += string(r)
		default:
			end()
		}
		i += size
	}
	end()
	return longest
}

// holdsRoot reports whether a text in small letters holds one of the roots.
func holdsRoot(small string, roots []string) bool {
	for _, root := range roots {
		if strings.Contains(small, root) {
			return true
		}
	}
	return false
}
