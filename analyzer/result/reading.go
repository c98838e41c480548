package result

// DateOrder is the order of the numbers of a date such as 03/04/2026, or the epoch
// of a spreadsheet's day numbers.
type DateOrder string

// The values of DateOrder.
const (
	AnyOrder   DateOrder = "" // not needed
	DayFirst   DateOrder = "day_first"
	MonthFirst DateOrder = "month_first"
	YearFirst  DateOrder = "year_first"
	Days1900   DateOrder = "from_1900" // day 0 is 30 December 1899
	Days1904   DateOrder = "from_1904" // day 0 is 1 January 1904
)

// DateProof is the proof for the order in which the times of a column are read. The
// comments name the fields of DateReading that each sets beside Order.
type DateProof string

// The values of DateProof.
const (
	ProofNone       DateProof = ""
	ProofEmpty      DateProof = "empty"        // the column holds nothing
	ProofNoTimes    DateProof = "no_times"     // no cell is a time
	ProofClear      DateProof = "clear"        // Sample can be read in one way only, and so can all others
	ProofCell       DateProof = "cell"         // Sample can only be read in this order
	ProofSame       DateProof = "same_numbers" // day and month are the same number in each cell, such as Sample
	ProofColumn     DateProof = "column"       // written like Column, whose order is proven
	ProofPairs      DateProof = "pairs"        // read in the order Not, Wrong of Of pairs of times would end before they began; in this one, none
	ProofEnd        DateProof = "end"          // read in the order Not, Wrong times would lie after the last change, on Until; in this one, none
	ProofHeader     DateProof = "header"       // the header says it
	ProofConfigured DateProof = "configured"   // nothing in the file proves it
	ProofDots       DateProof = "dots"         // dots between the numbers, as in Sample: no exporter puts the month in front of one
	ProofNumbers    DateProof = "day_numbers"  // all times are a spreadsheet's day numbers
)

// DateProofs lists every non-empty DateProof.
var DateProofs = []DateProof{
	ProofEmpty, ProofNoTimes, ProofClear, ProofCell, ProofSame, ProofColumn, ProofPairs, ProofEnd, ProofHeader, ProofConfigured, ProofDots, ProofNumbers,
}

// DateReading tells how the times of one column are read, and what proves it.
type DateReading struct {
	Order  DateOrder `json:"order"`
	Proof  DateProof `json:"proof"`
	Sample *Place    `json:"sample,omitempty"`
	Column string    `json:"column,omitempty"`
	Not    DateOrder `json:"not,omitempty"`
	Wrong  int       `json:"wrong,omitempty"`
	Of     int       `json:"of,omitempty"`
	Until  Day       `json:"until,omitempty"`
	// DayNumbers tells how cells that a spreadsheet saved as day numbers are read;
	// null if there are none.
	DayNumbers *DayNumbers `json:"day_numbers,omitempty"`
}

// DayNumbers tells how a spreadsheet's day numbers are read.
type DayNumbers struct {
	Sample  Place     `json:"sample"`
	Day     Day       `json:"day"`     // for which Sample stands
	From    DateOrder `json:"from"`    // Days1900 or Days1904
	Assumed bool      `json:"assumed"` // false: only this epoch puts them within a year of the other times
}

// Place is a text in a file and its position.
type Place struct {
	Text string `json:"text"`
	Line int    `json:"line"` // from 1
}

// Encoding is the character encoding by which a file was read.
type Encoding struct {
	Name   string         `json:"name"` // e.g. "UTF-8", "Windows-1252"; "" = not known
	Detail EncodingDetail `json:"detail"`
	// Foreign is the number of bytes of a UTF-8 file that are not valid UTF-8 and
	// were read by CodePage.
	Foreign  int    `json:"foreign,omitempty"`
	CodePage string `json:"code_page,omitempty"`
}

// EncodingDetail tells how an encoding was recognised.
type EncodingDetail string

// The values of EncodingDetail.
const (
	EncodingPlain    EncodingDetail = ""
	EncodingMarked   EncodingDetail = "byte_order_mark"
	EncodingUnmarked EncodingDetail = "no_byte_order_mark" // of one that is usually marked
	EncodingNotUTF8  EncodingDetail = "not_utf8"           // bytes that are not valid UTF-8
	EncodingTwice    EncodingDetail = "encoded_twice"      // which was taken back
	EncodingMixed    EncodingDetail = "foreign_bytes"      // see Encoding.Foreign
)

// SenderProof is what identifies the sender of tickets as a program.
type SenderProof string

// The values of SenderProof.
const (
	SenderConfigured SenderProof = "configured" // it is named in the configuration
	SenderName       SenderProof = "name"       // its name is no person's
	SenderChannel    SenderProof = "channel"    // the channel on which only programs report
)

// Form is the kind of a file that no known product wrote.
type Form string

// The values of Form.
const (
	FormProduct   Form = ""          // the export of a product
	FormCanonical Form = "canonical" // in the canonical columns
	FormRegister  Form = "register"  // a list of tickets
	FormChanges   Form = "changes"   // a list of changes
	FormPeople    Form = "people"    // a list of people
)
