package main

import (
	"strconv"
	"strings"
)

// material is all that the text files hold.
type material struct {
	topics       []topic
	machines     []topic // mails of monitoring and of schedulers, one topic per sender and template
	plants       []plant
	departments  []department
	sites        []site
	agents       map[string][]string // by resolver group
	talk         map[string][]string // by kind, and kind:language
	misspellings map[string]string
	lists        map[string][]string // names and machines, by kind
	changes      []change
	broken       []string // "column = value" or "cut = cells"
}

// topic is one everyday fault or request.
type topic struct {
	id                    string
	category, subcategory string
	service               string
	group                 string
	weight                int
	pace                  string
	departments           map[string]int // multiplier of weight; "*" for the others
	phrases               map[string][]phrase
	notes                 []string
}

// weightIn returns how often the topic comes up in a department.
func (t *topic) weightIn(department string) int {
	if n, ok := t.departments[department]; ok {
		return t.weight * n
	}
	return t.weight * t.departments["*"]
}

// department is a part of the invented organisation.
type department struct {
	name   string
	share  int // of the background, in a thousand
	people int
}

// site is an office of the invented organisation.
type site struct {
	name  string
	share int // people in a hundred
	code  string
	lang  string
	phone string // # is a digit
	rooms []string
}

// change is one row of changes.csv.
type change struct {
	id, start, end                 string
	summary, service, item, site   string
	kind, state, risk, ownersGroup string
}

// loadMaterial reads all text files.
func loadMaterial() (*material, error) {
	m := &material{}
	for _, load := range []func(*material) error{
		loadTopics, loadMachines, loadPlants, loadOrganisation, loadTalk, loadLists, loadChanges,
	} {
		if err := load(m); err != nil {
			return nil, err
		}
	}
	return m, nil
}

func loadTopics(m *material) (err error) {
	m.topics, err = readTopics("texts/topics/*.txt", parseTopic)
	return err
}

func loadMachines(m *material) (err error) {
	m.machines, err = readTopics("texts/automation.txt", parseMachine)
	return err
}

// readTopics reads blocks of a head line (@), phrases (=) and notes (!).
func readTopics(pattern string, head func(line) (topic, error)) ([]topic, error) {
	lines, err := readLines(pattern)
	if err != nil {
		return nil, err
	}
	var topics []topic
	for _, l := range lines {
		if strings.HasPrefix(l.text, "@") {
			t, err := head(l)
			if err != nil {
				return nil, err
			}
			topics = append(topics, t)
			continue
		}
		if len(topics) == 0 {
			return nil, l.errorf("stands before the first topic")
		}
		t := &topics[len(topics)-1]
		switch l.text[0] {
		case '!':
			t.notes = append(t.notes, strings.TrimSpace(l.text[1:]))
		case '=':
			p, err := parsePhrase(l)
			if err != nil {
				return nil, err
			}
			t.phrases[p.lang] = append(t.phrases[p.lang], p)
		default:
			return nil, l.errorf("begins with %q, want @, = or !", l.text[:1])
		}
	}
	return topics, nil
}

// parseTopic reads "@ id | category / subcategory | service | group | weight | pace | departments".
func parseTopic(l line) (topic, error) {
	f, err := l.fields(7)
	if err != nil {
		return topic{}, err
	}
	t := topic{id: strings.TrimSpace(f[0][1:]), service: f[2], group: f[3], pace: f[5], departments: map[string]int{}, phrases: map[string][]phrase{}}
	t.category, t.subcategory = cutCategory(f[1])
	if t.weight, err = strconv.Atoi(f[4]); err != nil {
		return t, l.errorf("weight is %q, want a whole number", f[4])
	}
	if _, ok := minutesOf[t.pace]; !ok {
		return t, l.errorf("pace is %q, want quick, normal or slow", t.pace)
	}
	for _, part := range splitTrim(f[6], ",") {
		name, times, _ := strings.Cut(part, "=")
		if t.departments[name], err = strconv.Atoi(times); err != nil {
			return t, l.errorf("department is %q, want name=number", part)
		}
	}
	return t, nil
}

// parseMachine reads "@ sender | category / subcategory | service | group | weight".
func parseMachine(l line) (topic, error) {
	f, err := l.fields(5)
	if err != nil {
		return topic{}, err
	}
	t := topic{id: strings.TrimSpace(f[0][1:]), service: f[2], group: f[3], pace: "normal", phrases: map[string][]phrase{}}
	t.category, t.subcategory = cutCategory(f[1])
	if t.weight, err = strconv.Atoi(f[4]); err != nil {
		return t, l.errorf("weight is %q, want a whole number", f[4])
	}
	return t, nil
}

func loadOrganisation(m *material) error {
	if err := eachRow("texts/departments.txt", 3, func(f []string, n []int) {
		m.departments = append(m.departments, department{name: f[0], share: n[1], people: n[2]})
	}); err != nil {
		return err
	}
	if err := eachRow("texts/sites.txt", 6, func(f []string, n []int) {
		m.sites = append(m.sites, site{name: f[0], share: n[1], code: f[2], lang: f[3], phone: f[4], rooms: splitTrim(f[5], ";")})
	}); err != nil {
		return err
	}
	m.agents = map[string][]string{}
	return eachRow("texts/agents.txt", 2, func(f []string, _ []int) {
		m.agents[f[0]] = splitTrim(f[1], ";")
	})
}

// eachRow calls row with the fields of each line of a table, and with the
// fields as numbers, 0 where a field is none.
func eachRow(name string, width int, row func(fields []string, numbers []int)) error {
	lines, err := readLines(name)
	if err != nil {
		return err
	}
	for _, l := range lines {
		f, err := l.fields(width)
		if err != nil {
			return err
		}
		numbers := make([]int, width)
		for i, s := range f {
			if n, err := strconv.Atoi(s); err == nil {
				numbers[i] = n
			}
		}
		row(f, numbers)
	}
	return nil
}

func loadTalk(m *material) error {
	lines, err := readLines("texts/talk.txt")
	if err != nil {
		return err
	}
	m.talk = map[string][]string{}
	for _, l := range lines {
		kind, text, ok := strings.Cut(l.text, " = ")
		if !ok {
			return l.errorf("is %q, want kind = sentence", l.text)
		}
		m.talk[kind] = append(m.talk[kind], text)
	}
	if lines, err = readLines("texts/broken.txt"); err != nil {
		return err
	}
	for _, l := range lines {
		m.broken = append(m.broken, l.text)
	}
	m.misspellings = map[string]string{}
	return eachRow("texts/misspellings.txt", 2, func(f []string, _ []int) { m.misspellings[f[0]] = f[1] })
}

func loadLists(m *material) error {
	m.lists = map[string][]string{}
	for _, name := range []string{"texts/names.txt", "texts/machines.txt"} {
		lines, err := readLines(name)
		if err != nil {
			return err
		}
		for _, l := range lines {
			words := strings.Fields(l.text)
			m.lists[words[0]] = append(m.lists[words[0]], words[1:]...)
		}
	}
	return nil
}
