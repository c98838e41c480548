package config

import (
	"bytes"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"
	"github.com/spf13/viper"

	"ticketpatterns/analyzer/owner"
)

// keyDelimiter joins the parts of a key inside viper. It is a byte that YAML
// refuses, so that no key or name with a dot is ever cut.
const keyDelimiter = "\x00"

// flagKeys are the flags that set one key each.
var flagKeys = []struct{ flag, key string }{
	{"out", "output.folder"},
	{"names", "output.names"},
	{"locale", "output.locale"},
	{"history", "history.file"},
	{"decisions", "history.decisions"},
	{"remember-text", "history.texts"},
	{"source", "reading.source"},
	{"timezone", "reading.timezone"},
	{"date-order", "reading.date_order"},
}

// NoSetting is the annotation of a flag that has the name of one of these and
// sets something else.
const NoSetting = "no-setting"

// envPrefix begins the name of every environment variable that sets a key.
const envPrefix = "TICKETPATTERNS_"

// ConfigEnv names the environment variable that names the configuration file.
const ConfigEnv = envPrefix + "CONFIG"

// leaf is a setting that is no section.
type leaf struct {
	key   string // "analysis.min_people"
	value reflect.Value
}

// env is the environment variable of the setting; "" for a list of records.
func (l leaf) env() string {
	if t := l.value.Type(); t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Struct {
		return ""
	}
	return envPrefix + strings.ToUpper(strings.ReplaceAll(l.key, ".", "_"))
}

// leaves lists the settings below section, in the order of the struct.
func leaves(section reflect.Value, prefix string) []leaf {
	var all []leaf
	for i := range section.NumField() {
		tag := section.Type().Field(i).Tag.Get("mapstructure")
		if tag == "-" {
			continue
		}
		if f := section.Field(i); f.Kind() == reflect.Struct {
			all = append(all, leaves(f, prefix+tag+".")...)
		} else {
			all = append(all, leaf{prefix + tag, f})
		}
	}
	return all
}

// merged knows where each setting came from.
type merged struct {
	doc   *document
	flags map[string]string // key -> flag that set it
	env   map[string]string // key -> variable that set it
}

// fromFile reports whether the file decided the setting.
func (m *merged) fromFile(key string) bool {
	_, inFile := m.doc.line(key)
	return inFile && m.flags[key] == "" && m.env[key] == ""
}

// merge lays file, environment and flags over the defaults in c.
func (c *Config) merge(doc *document, data []byte, flags *pflag.FlagSet) (*merged, error) {
	m := &merged{doc: doc, flags: map[string]string{}, env: map[string]string{}}
	v := viper.NewWithOptions(viper.KeyDelimiter(keyDelimiter))
	v.SetConfigType("yaml")
	if err := v.ReadConfig(bytes.NewReader(data)); err != nil {
		return nil, fmt.Errorf("reading the configuration: %w", err)
	}
	all := leaves(reflect.ValueOf(c).Elem(), "")
	if err := m.bindEnv(v, all); err != nil {
		return nil, err
	}
	if err := m.bindFlags(v, flags); err != nil {
		return nil, err
	}
	if m.setsInputs() {
		c.Inputs = Inputs{}
	}
	for _, l := range all {
		// mapstructure would lay a list over the default list, item by item.
		if l.value.Kind() == reflect.Slice && v.IsSet(viperKey(l.key)) {
			l.value.SetZero()
		}
	}
	if err := v.UnmarshalExact(c); err != nil {
		return nil, fmt.Errorf("reading the configuration: %w", err)
	}
	return m, nil
}

func viperKey(key string) string { return strings.ReplaceAll(key, ".", keyDelimiter) }

// setsInputs reports whether anything but the defaults names inputs.
func (m *merged) setsInputs() bool {
	if _, ok := m.doc.line("inputs"); ok {
		return true
	}
	for key := range m.env {
		if strings.HasPrefix(key, "inputs.") {
			return true
		}
	}
	return false
}

func (m *merged) bindFlags(v *viper.Viper, flags *pflag.FlagSet) error {
	if flags == nil {
		return nil
	}
	for _, b := range flagKeys {
		flag := flags.Lookup(b.flag)
		if flag == nil || !flag.Changed || flag.Annotations[NoSetting] != nil {
			continue
		}
		if err := v.BindPFlag(viperKey(b.key), flag); err != nil {
			return fmt.Errorf("--%s: %w", b.flag, err)
		}
		m.flags[b.key] = "--" + b.flag
	}
	return nil
}

// bindEnv checks the environment variables with our prefix and binds those
// that set a key. As everywhere, an empty variable counts as not set.
func (m *merged) bindEnv(v *viper.Viper, all []leaf) error {
	var wrong mistakes
	names := []string{ConfigEnv}
	for _, l := range all {
		name := l.env()
		if name == "" {
			continue
		}
		names = append(names, name)
		text := os.Getenv(name)
		if text == "" {
			continue
		}
		if want := wantInEnv(text, l.value.Type()); want != "" {
			wrong.add(0, "%s: is %q, want %s", name, text, want)
			continue
		}
		m.env[l.key] = name
		if err := v.BindEnv(viperKey(l.key), name); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	for _, name := range unknownEnv(names) {
		wrong.add(0, "%s: unknown environment variable, %s", name, wantKey(name, names, "it unset"))
	}
	return wrong.err()
}

func unknownEnv(known []string) []string {
	var unknown []string
	for _, pair := range os.Environ() {
		name, _, _ := strings.Cut(pair, "=")
		if strings.HasPrefix(name, envPrefix) && !slices.Contains(known, name) {
			unknown = append(unknown, name)
		}
	}
	slices.Sort(unknown)
	return unknown
}

// wantInEnv says what a variable of type t should hold; "" if text is right.
func wantInEnv(text string, t reflect.Type) string {
	switch t.Kind() {
	case reflect.Slice:
		for _, part := range strings.Split(text, ",") {
			if want := wantInEnv(part, t.Elem()); want != "" {
				return want + " (or several, with commas)"
			}
		}
	case reflect.Int:
		if _, err := strconv.Atoi(text); err != nil {
			return "a whole number"
		}
	case reflect.Float64:
		if _, err := strconv.ParseFloat(text, 64); err != nil {
			return "a number"
		}
	case reflect.Bool:
		if _, err := strconv.ParseBool(text); err != nil {
			return "true or false"
		}
	}
	return ""
}

// wantKey says which known name was likely meant, or otherwise.
func wantKey(name string, known []string, otherwise string) string {
	if near, ok := owner.Nearest(name, known); ok {
		return "want " + near
	}
	return "want " + otherwise
}
