// Answers, by the Go project's own packages, what libs/transparency-log computes. Reads one JSON
// question from standard input and writes one JSON answer; the test compares.
package main

import (
	"encoding/base64"
	"encoding/json"
	"os"
	"strings"

	"github.com/transparency-dev/formats/note"
	"github.com/transparency-dev/formats/proof"
	sumdb "golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type question struct {
	Entries     []string   `json:"entries"`
	Sizes       []int64    `json:"sizes"`
	Inclusion   [][2]int64 `json:"inclusion"`
	Consistency [][2]int64 `json:"consistency"`
	// A signed note and the one key, log's or witness's, that it must open with.
	Notes  []signed `json:"notes"`
	Proofs []string `json:"proofs"`
	// A text to sign with a key in Go's own form.
	Sign *struct{ Key, Text string } `json:"sign"`
}

type signed struct{ Key, Note string }

type answer struct {
	Roots       []string          `json:"roots"`
	Tiles       map[string]string `json:"tiles"`
	Inclusion   [][]string        `json:"inclusion"`
	Consistency [][]string        `json:"consistency"`
	Opened      []bool            `json:"opened"`
	Proofs      []string          `json:"proofs"`
	Signed      []string          `json:"signed"`
}

type storage []tlog.Hash

func (s storage) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		out[i] = s[index]
	}
	return out, nil
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func texts(hashes []tlog.Hash) []string {
	out := []string{}
	for _, hash := range hashes {
		out = append(out, hash.String())
	}
	return out
}

func main() {
	var q question
	if err := json.NewDecoder(os.Stdin).Decode(&q); err != nil {
		panic(err)
	}
	a := answer{Tiles: map[string]string{}}
	var store storage
	for i, text := range q.Entries {
		entry := must(base64.StdEncoding.DecodeString(text))
		store = append(store, must(tlog.StoredHashes(int64(i), entry, store))...)
	}
	for _, size := range q.Sizes {
		a.Roots = append(a.Roots, must(tlog.TreeHash(size, store)).String())
		for _, tile := range tlog.NewTiles(8, 0, size) {
			path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
			data := must(tlog.ReadTileData(tile, store))
			a.Tiles[path] = base64.StdEncoding.EncodeToString(data)
		}
	}
	for _, pair := range q.Inclusion {
		a.Inclusion = append(a.Inclusion, texts(must(tlog.ProveRecord(pair[1], pair[0], store))))
	}
	for _, pair := range q.Consistency {
		a.Consistency = append(a.Consistency, texts(must(tlog.ProveTree(pair[1], pair[0], store))))
	}
	for _, one := range q.Notes {
		verifier, err := sumdb.NewVerifier(one.Key)
		if err != nil {
			verifier, err = note.NewVerifierForCosignatureV1(one.Key)
		}
		if err == nil {
			_, err = sumdb.Open([]byte(one.Note), sumdb.VerifierList(verifier))
		}
		a.Opened = append(a.Opened, err == nil)
	}
	for _, text := range q.Proofs {
		var parsed proof.TLogProof
		if err := parsed.Unmarshal([]byte(text)); err != nil {
			a.Proofs = append(a.Proofs, err.Error())
			continue
		}
		a.Proofs = append(a.Proofs, string(parsed.Marshal()))
	}
	if q.Sign != nil {
		log := must(sumdb.NewSigner(q.Sign.Key))
		witness := must(note.NewSignerForCosignatureV1(q.Sign.Key))
		for _, signer := range []sumdb.Signer{log, witness} {
			a.Signed = append(a.Signed, string(must(sumdb.Sign(&sumdb.Note{Text: q.Sign.Text}, signer))))
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(a); err != nil {
		panic(err)
	}
}
