package ingest

import (
	"slices"

	"ticketpatterns/analyzer/ticket"
)

// What is listed of the rejects of one file. All are counted; a file of which a
// million rows are bad needs no list of a million to be mended.
const (
	rejectsListed      = 10_000
	rejectsListedBytes = 16 << 20
)

// rejects gathers the rows of one file that become no value: all by their number,
// the first of them as they are. They come in passes over the file, each in the
// order of its lines.
type rejects struct {
	listed []ticket.Reject // by line once settled
	count  int             // of all
	pass   int             // index in listed of the first of this pass
	bytes  int             // of text that this pass has listed
}

// full reports whether the next reject of this pass would not be listed.
func (r *rejects) full() bool {
	return len(r.listed)-r.pass >= rejectsListed || r.bytes >= rejectsListedBytes
}

// add counts a reject and lists it while there is room.
func (r *rejects) add(reject ticket.Reject) {
	r.count++
	if !r.full() {
		r.listed = append(r.listed, reject)
		r.bytes += len(reject.Record) + len(reject.Value)
	}
}

// nextPass says that the rejects that follow begin again at the top of the file.
func (r *rejects) nextPass() { r.pass, r.bytes = len(r.listed), 0 }

// settle leaves the first rejects of all passes, by line.
func (r *rejects) settle() {
	slices.SortStableFunc(r.listed, func(a, b ticket.Reject) int { return a.Pos.Line - b.Pos.Line })
	all := r.listed
	r.listed = nil
	r.nextPass()
	for i := range all {
		if r.full() {
			break
		}
		r.bytes += len(all[i].Record) + len(all[i].Value)
		r.listed = all[:i+1]
	}
}
