// Package config reads config.yaml into the options of the other packages.
//
// A setting comes from the first of: a flag of the command line, an environment
// variable (TICKETPATTERNS_ANALYSIS_MIN_PEOPLE for analysis.min_people), the
// file, the built-in default. A list replaces the default list as a whole, and
// a file that has an inputs section replaces all default inputs. The functions
// of the owner map are laid over those of its preset one by one (owners.go).
//
// Reading goes twice over the same bytes: a strict pass finds every unknown
// key, doubled key and wrong type with its line (strict.go), then viper merges
// the sources, and the checks of every package follow. All mistakes are
// reported at once.
package config

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"ticketpatterns/reports/i18n"
	"time"

	"github.com/spf13/pflag"

	"ticketpatterns/analyzer"
	"ticketpatterns/analyzer/escalate"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/ingest"
	"ticketpatterns/ingest/plainfile"
	"ticketpatterns/ingest/prepare"
)

// DefaultFile is read when no file is named and it is in the current folder.
const DefaultFile = "config.yaml"

// maxBytes is more than any owner map fills.
const maxBytes = 16 << 20

// Config is everything that can be configured. Default returns its built-in
// values, Load those of a file.
type Config struct {
	Inputs   Inputs               `mapstructure:"inputs"`
	Reading  Reading              `mapstructure:"reading"`
	Output   Output               `mapstructure:"output"`
	History  History              `mapstructure:"history"`
	Analysis analyzer.Options     `mapstructure:"analysis"`
	Criteria []escalate.Criterion `mapstructure:"criteria"`
	Owners   owner.Map            `mapstructure:"owners"`
	Send     Send                 `mapstructure:"send"`

	// ZoneGiven reports that somebody chose the time zone: by a flag, by the
	// environment, or in the file as another than the default.
	ZoneGiven bool `mapstructure:"-"`

	File   string `mapstructure:"-"` // as named; "" = built-in defaults
	SHA256 string `mapstructure:"-"` // of the file's bytes, in hex; "" without a file
}

// Inputs are the files to read when the command line names no export. Paths
// in the file are relative to the file's folder.
type Inputs struct {
	Tickets []string `mapstructure:"tickets"` // files, folders or patterns such as exports/*.csv
	Changes []string `mapstructure:"changes"`
	People  []string `mapstructure:"people"`
	Note    string   `mapstructure:"note"` // shown on top of every page made from these inputs
}

// Reading says how exports are read.
type Reading struct {
	Source    string                 `mapstructure:"source"`     // name that the tickets get; "" = that of the recognised system
	Timezone  string                 `mapstructure:"timezone"`   // IANA name of times without a zone, and of the report's days
	DateOrder string                 `mapstructure:"date_order"` // "", "dmy", "mdy" or "ymd"
	Encoding  string                 `mapstructure:"encoding"`   // of files that are not UTF-8; "" = Windows-1252
	Columns   []ingest.ColumnMapping `mapstructure:"columns"`    // win over recognition

	MaxUnpackedMB int `mapstructure:"max_unpacked_mb"` // that a .gz or .zst file may unpack to, in MiB

	Departments    []prepare.DepartmentRule `mapstructure:"departments"`     // spellings of one department
	DepartmentFrom []string                 `mapstructure:"department_from"` // what may say a requester's department, in order

	Automated    []string `mapstructure:"automated"`     // requesters that are programs; * stands for any characters
	NotAutomated []string `mapstructure:"not_automated"` // requesters that are called like programs and are people
}

// Output says what is written where.
type Output struct {
	Folder    string `mapstructure:"folder"`     // relative to the file's folder
	Names     string `mapstructure:"names"`      // "masked" or "shown"
	Locale    string `mapstructure:"locale"`     // language and region, as BCP 47 writes them
	TicketURL string `mapstructure:"ticket_url"` // http(s) address with {id}; "" = no links
}

// Send says to whom a report goes by itself, when somebody asks for it with send or
// analyze --send.
type Send struct {
	From    string   `mapstructure:"from"`  // address of the sender
	Lead    []string `mapstructure:"lead"`  // addresses that get the summary and all packs
	Teams   bool     `mapstructure:"teams"` // each team's contact gets its pack, if it is an address
	SMTP    SMTP     `mapstructure:"smtp"`
	Folder  string   `mapstructure:"folder"` // relative to the file's folder: mail is written there as .eml files instead
	Webhook Webhook  `mapstructure:"webhook"`
}

// SMTP is the mail server.
type SMTP struct {
	Host         string `mapstructure:"host"`
	Port         int    `mapstructure:"port"`
	Security     string `mapstructure:"security"`      // starttls, tls or none
	User         string `mapstructure:"user"`          // "" = the server asks for none
	PasswordFile string `mapstructure:"password_file"` // relative to the file's folder; "" = the variable of PasswordEnv
}

// Webhook is a chat that gets a short note.
type Webhook struct {
	URL  string `mapstructure:"url"`
	Body string `mapstructure:"body"` // slack, teams, mattermost or json
}

// PasswordEnv names the environment variable that holds the password of the mail server.
const PasswordEnv = "SMTP_PASSWORD"

// History says what is remembered from run to run.
type History struct {
	Keep      bool   `mapstructure:"keep"`
	File      string `mapstructure:"file"`      // relative to the file's folder; "" = beside the output folder
	Decisions string `mapstructure:"decisions"` // the same; "" = decisions.csv in the output folder or beside the history
	Texts     bool   `mapstructure:"texts"`     // keep quoted texts with the stored runs
}

// HistoryFile is where the history is kept.
func (c *Config) HistoryFile() string {
	if c.History.File != "" {
		return c.History.File
	}
	folder := c.Output.Folder
	if absolute, err := filepath.Abs(folder); err == nil && filepath.Base(folder) == filepath.Base(absolute) {
		return filepath.Clean(folder) + historyEnding
	} else if err == nil {
		return absolute + historyEnding // the folder is . or .. or ends in one
	}
	return filepath.Clean(folder) + historyEnding
}

// historyEnding makes the name of the history from that of the output folder.
const historyEnding = "-history.sqlite"

// sampleNote stands on pages made from the sample.
const sampleNote i18n.English = "Invented sample data: no real people, tickets or companies."

// Default returns the built-in settings, equal to config.yaml as shipped.
func Default() *Config {
	options := analyzer.DefaultOptions()
	return &Config{
		Inputs: Inputs{
			Tickets: []string{"testdata/sample/tickets.csv"},
			Changes: []string{"testdata/sample/changes.csv"},
			People:  []string{"testdata/sample/people.csv"},
			Note:    string(sampleNote),
		},
		Reading:  Reading{Timezone: "UTC", MaxUnpackedMB: ingest.MaxUnpacked >> 20, DepartmentFrom: prepare.DepartmentChain()},
		Output:   Output{Folder: "report", Names: "masked", Locale: i18n.Default},
		History:  History{Keep: true},
		Analysis: options,
		Criteria: options.Criteria,
		Owners:   owner.DefaultMap(),
		Send:     Send{Teams: true, SMTP: SMTP{Port: 587, Security: "starttls"}, Webhook: Webhook{Body: "json"}},
	}
}

// Options returns the options of the analysis with their criteria and owners.
func (c *Config) Options() analyzer.Options {
	o := c.Analysis
	o.Criteria = c.Criteria
	o.Owners = c.Owners
	o.Names = c.Output.Names == "shown"
	o.Locale = c.Language().Locale()
	return o
}

// Language returns the language of the report.
func (c *Config) Language() *i18n.Language {
	language, err := i18n.Open(c.Output.Locale)
	if err != nil {
		return nil // refused by validate, so only for a Config made by hand
	}
	return language
}

// Ingest returns the options of reading. The configuration is checked, so its time zone exists.
func (c *Config) Ingest() ingest.Options {
	o := ingest.Options{
		Source:    c.Reading.Source,
		Columns:   c.Reading.Columns,
		DateOrder: c.Reading.DateOrder,
		Encoding:  c.Reading.Encoding,

		MaxUnpacked: int64(c.Reading.MaxUnpackedMB) << 20,
	}
	if c.ZoneGiven {
		o.Location = c.Location()
	}
	return o
}

// Rules returns by what tickets are prepared once they are read.
func (c *Config) Rules() prepare.Rules {
	return prepare.Rules{
		DepartmentFrom: c.Reading.DepartmentFrom,
		Departments:    c.Reading.Departments,
		Senders:        prepare.SenderRules{Programs: c.Reading.Automated, People: c.Reading.NotAutomated},
	}
}

// Location returns the time zone of times without one.
func (c *Config) Location() *time.Location {
	location, err := time.LoadLocation(c.Reading.Timezone)
	if err != nil {
		return time.UTC // refused by validate, so only for a Config made by hand
	}
	return location
}

// Load reads the file named, or DefaultFile if name is "" and it exists, or
// else the built-in defaults; then the environment and the flags that have
// been set. The error names every mistake, one on each line.
func Load(name string, flags *pflag.FlagSet) (*Config, error) {
	file := name
	if file == "" {
		file = DefaultFile
	}
	data, err := plainfile.Read(file, maxBytes)
	if _, linked := os.Lstat(file); name == "" && errors.Is(err, fs.ErrNotExist) && linked != nil { // a link that leads nowhere was meant
		return parse("", nil, flags)
	}
	if err != nil {
		return nil, fmt.Errorf("reading the configuration: %w", err)
	}
	return parse(file, data, flags)
}

// parse is Load without the file system. A file of "" means no file.
func parse(file string, data []byte, flags *pflag.FlagSet) (*Config, error) {
	doc, err := readStrictly(file, data)
	if err != nil {
		return nil, err
	}
	c := Default()
	c.Owners = owner.Map{Preset: owner.DefaultPreset}
	m, err := c.merge(doc, data, flags)
	if err != nil {
		return nil, err
	}
	c.mergeOwners(doc)
	c.ZoneGiven = m.flags["reading.timezone"] != "" || m.env["reading.timezone"] != "" || c.Reading.Timezone != Default().Reading.Timezone
	if file != "" {
		sum := sha256.Sum256(data)
		c.File, c.SHA256 = file, hex.EncodeToString(sum[:])
		c.resolvePaths(filepath.Dir(file), m)
	}
	if err := c.applyColumnFlags(flags); err != nil {
		return nil, err
	}
	return c, c.validate(doc, m)
}

// resolvePaths makes the paths that the file gives relative to its folder.
// Paths from flags, the environment and the defaults stay relative to the
// current folder.
func (c *Config) resolvePaths(folder string, m *merged) {
	lists := map[string][]string{
		"inputs.tickets": c.Inputs.Tickets, "inputs.changes": c.Inputs.Changes, "inputs.people": c.Inputs.People,
	}
	for key, paths := range lists {
		for i, p := range paths {
			if m.fromFile(key) && p != "-" {
				paths[i] = below(folder, p)
			}
		}
	}
	for key, path := range map[string]*string{
		"output.folder": &c.Output.Folder, "history.file": &c.History.File, "history.decisions": &c.History.Decisions,
		"send.folder": &c.Send.Folder, "send.smtp.password_file": &c.Send.SMTP.PasswordFile,
	} {
		if m.fromFile(key) {
			*path = below(folder, *path)
		}
	}
}

func below(folder, path string) string {
	if path == "" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(folder, path)
}

// applyColumnFlags takes the --map flags: the columns they give to a field
// replace those that the file gives to it.
func (c *Config) applyColumnFlags(flags *pflag.FlagSet) error {
	if flags == nil || flags.Lookup("map") == nil {
		return nil
	}
	given, err := flags.GetStringArray("map")
	if err != nil {
		return fmt.Errorf("--map: %w", err)
	}
	var columns []ingest.ColumnMapping
	named := map[string]bool{}
	for _, g := range given {
		field, column, ok := strings.Cut(g, "=")
		if !ok {
			return fmt.Errorf("--map: is %q, want field=Column", g)
		}
		if wrong := checkColumn(field, column); wrong != "" {
			return fmt.Errorf("--map: %s", wrong)
		}
		columns = append(columns, ingest.ColumnMapping{Field: field, Column: column})
		named[field] = true
	}
	for _, m := range c.Reading.Columns {
		if !named[m.Field] {
			columns = append(columns, m)
		}
	}
	c.Reading.Columns = columns
	return nil
}
