package result

import "time"

// Run is run.json, the record of how the analysis was made. Of all outputs only this
// may differ between two runs with the same input and configuration.
type Run struct {
	Version      string    `json:"version"`
	AsOf         time.Time `json:"as_of"`
	Started      time.Time `json:"started"`
	ConfigFile   string    `json:"config_file"` // "" = built-in defaults
	ConfigSHA256 string    `json:"config_sha256"`
	Inputs       []Input   `json:"inputs"`
	Rows         int       `json:"rows"` // = Kept + Merged + Rejected
	Kept         int       `json:"kept"`
	Merged       int       `json:"merged"`
	Rejected     int       `json:"rejected"`
	Automated    int       `json:"automated"` // of the tickets kept, those that programs opened
	Phases       []Phase   `json:"phases"`
	Outputs      []string  `json:"outputs"` // paths below the output folder
	// OutputSHA256 is of each output but run.json, by its path. The next run removes and
	// replaces only what still has it.
	OutputSHA256 map[string]string `json:"output_sha256"`
	Warnings     []Warning         `json:"warnings"`
}

// Input is one file that was read.
type Input struct {
	File       string      `json:"file"`
	Role       string      `json:"role"` // "tickets", "changes" or "people"
	SHA256     string      `json:"sha256"`
	Bytes      int64       `json:"bytes"`
	System     string      `json:"system"`     // name of the exporting product; "" = none known
	Form       Form        `json:"form"`       // where System is ""
	Confidence float64     `json:"confidence"` // of the recognition, in [0, 1]
	Encoding   Encoding    `json:"encoding"`
	Delimiter  string      `json:"delimiter"`
	Dates      DateReading `json:"dates"` // how its dates are read
	Rows       int         `json:"rows"`
	Kept       int         `json:"kept"`
	Merged     int         `json:"merged"`
	Rejected   int         `json:"rejected"`
}

// Phase is one step of the run and its duration.
type Phase struct {
	Name         string `json:"name"`
	Milliseconds int64  `json:"milliseconds"`
}
