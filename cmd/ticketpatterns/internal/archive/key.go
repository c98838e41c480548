package archive

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"ticketpatterns/ingest/plainfile"
)

// KeyEnding makes the name of the file with the key from that of the history.
const KeyEnding = ".key"

// minKey is the length of the shortest key that is taken: rand.Text has 26 letters.
const minKey = 16

// unused stands in a new key until the history is written, so that an empty history beside
// a key tells a first run that was killed from a history that was lost.
const unused = "unused\n"

// maxKeyFile is the size of the largest file that is read as a key.
const maxKeyFile = 1 << 12

// key is what the history is worth nothing without: the salt of the keys of tickets
// and terms, from which the one that seals the documents is derived.
type key struct {
	salt []byte
	aead cipher.AEAD
	used bool // a history was written with it
}

func newKey(salt []byte) (key, error) {
	secret, err := hkdf.Key(sha256.New, salt, nil, "ticketpatterns documents", 32)
	if err != nil {
		return key{}, err
	}
	block, err := aes.NewCipher(secret)
	if err != nil {
		return key{}, err
	}
	aead, err := cipher.NewGCM(block)
	return key{salt, aead, true}, err
}

// sum tells keys apart and says nothing about one.
func (k key) sum() []byte {
	mac := hmac.New(sha256.New, k.salt)
	mac.Write([]byte("ticketpatterns history"))
	return mac.Sum(nil)[:16]
}

// seal makes bytes unreadable without the key. The name of what they are is bound to
// them.
func (k key) seal(name string, data []byte) []byte {
	nonce := make([]byte, k.aead.NonceSize())
	rand.Read(nonce) // never fails
	return k.aead.Seal(nonce, nonce, data, []byte(name))
}

// unseal is the inverse of seal.
func (k key) unseal(name string, sealed []byte) ([]byte, error) {
	n := k.aead.NonceSize()
	if len(sealed) < n {
		return nil, errDamaged
	}
	data, err := k.aead.Open(nil, sealed[:n], sealed[n:], []byte(name))
	if err != nil {
		return nil, errDamaged
	}
	return data, nil
}

// readKey reads the key beside a history; the error is fs.ErrNotExist if there is none.
func readKey(file string) (key, error) {
	if err := tighten(file); err != nil && !errors.Is(err, fs.ErrPermission) {
		return key{}, err
	}
	data, err := plainfile.Read(file, maxKeyFile)
	if err != nil {
		return key{}, err
	}
	salt, isNew := strings.CutSuffix(strings.TrimSpace(string(data)), strings.TrimSpace(unused))
	if salt = strings.TrimSpace(salt); len(salt) < minKey {
		return key{}, fmt.Errorf("%s holds no key, want the one that was made with the history", file)
	}
	k, err := newKey([]byte(salt))
	k.used = !isNew
	return k, err
}

// writeKey writes a key, which appears whole and for its owner only. mark is unused
// until the history is there.
func writeKey(file string, salt []byte, mark string) error {
	part, err := os.CreateTemp(filepath.Dir(file), "."+filepath.Base(file)+".*") // 0600
	if err != nil {
		return err
	}
	defer os.Remove(part.Name()) // gone already if all went well
	_, err = fmt.Fprintf(part, "%s\n%s", salt, mark)
	if err == nil {
		err = part.Sync()
	}
	if closed := part.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(part.Name(), file)
	}
	return err
}

// unlock reads the key of the history. Without the right one nothing is done.
func (a *Archive) unlock() error {
	var sum []byte
	err := a.db.QueryRowContext(a.ctx, "SELECT sum FROM key_check").Scan(&sum)
	if errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("it does not say which key it has: %w", errDamaged)
	}
	if err != nil {
		return err
	}
	file := a.file + KeyEnding
	k, err := readKey(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("its key, %s, is missing: put it back, or move the history away to begin a new one", file)
	case err != nil:
		return err
	case !hmac.Equal(k.sum(), sum):
		return fmt.Errorf("%s is the key of another history: put back the right one, or move the history away to begin a new one", file)
	}
	a.key = k
	if !k.used {
		return writeKey(file, k.salt, "")
	}
	return nil
}

// keepApart gives the history a key in a file of its own: the salt that an earlier
// version kept in the history, the key that is there already, or a new one. It
// seals what is stored, and leaves no salt behind.
func (a *Archive) keepApart(c *sql.Conn) error {
	k, err := a.takeKey(c)
	if err != nil {
		return err
	}
	if err := a.sealAll(c, k); err != nil {
		return err
	}
	if _, err := c.ExecContext(a.ctx, "INSERT INTO key_check (sum) VALUES (?)", k.sum()); err != nil {
		return err
	}
	_, err = c.ExecContext(a.ctx, "DELETE FROM site; DROP TABLE site")
	return err
}

func (a *Archive) takeKey(c *sql.Conn) (key, error) {
	file := a.file + KeyEnding
	there, err := readKey(file)
	known := err == nil
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return key{}, err
	}
	var salt []byte
	mark := ""
	err = c.QueryRowContext(a.ctx, "SELECT salt FROM site").Scan(&salt)
	fresh := errors.Is(err, sql.ErrNoRows)
	switch {
	case err != nil && !fresh:
		return key{}, err
	case fresh && known && there.used && a.hollow:
		return key{}, fmt.Errorf("the file is empty, and its key was used: put back a copy, or move it away to begin a new one (%w)", errDamaged)
	case fresh && known:
		return there, nil
	case fresh:
		salt = []byte(rand.Text())
		mark = unused
	case known && !hmac.Equal(there.salt, salt):
		return key{}, fmt.Errorf("%s is the key of another history: move it away", file)
	}
	if err := writeKey(file, salt, mark); err != nil {
		return key{}, fmt.Errorf("writing the key of the history: %w", err)
	}
	return newKey(salt)
}

// sealAll seals the documents of earlier versions.
func (a *Archive) sealAll(c *sql.Conn, k key) error {
	r := &reader{ctx: a.ctx, conn: c}
	type row struct {
		run       int64
		day, name string
		data      []byte
	}
	var rows []row
	r.each("SELECT run, day, name, sealed FROM document JOIN run USING (run)", nil, func(scan scanner) error {
		var x row
		err := scan(&x.run, &x.day, &x.name, &x.data)
		rows = append(rows, x)
		return err
	})
	for _, x := range rows {
		if r.err == nil {
			_, r.err = c.ExecContext(a.ctx, "UPDATE document SET sealed = ? WHERE run = ? AND name = ?", k.seal(x.day+" "+x.name, x.data), x.run, x.name)
		}
	}
	return r.err
}
