// Command verifier checks an evidence pack of Retorno without network and database. It was written apart from the verifier of
// the product, on the transparency log library of the Go project, so that one mistake is not made twice.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
)

type list []string

func (l *list) String() string     { return strings.Join(*l, ",") }
func (l *list) Set(v string) error { *l = append(*l, v); return nil }

func main() { os.Exit(run()) }

func run() int {
	var own list
	key := flag.String("key", "", "the log's key as it was handed over / la clave del registro que le entregaron")
	batch := flag.Bool("batch", false, "names of packs on standard input, one verdict a line / nombres de archivos por la entrada estándar")
	asJSON := flag.Bool("json", false, "machine-readable / legible por máquina")
	flag.Var(&own, "checkpoint", "a checkpoint you kept; may be given again / un punto de control que guardó")
	flag.Parse()
	notes, err := readAll(own)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	if *batch {
		return runBatch(*key, notes)
	}
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "uso / usage: verifier [-key CLAVE] [-checkpoint ARCHIVO] PAQUETE")
		return 2
	}
	file, err := os.ReadFile(flag.Arg(0))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	v := verify(file, *key, notes)
	if *asJSON {
		json.NewEncoder(os.Stdout).Encode(v)
	} else {
		say(v)
	}
	if *key == "" {
		fmt.Fprintln(os.Stderr, pick("Nada prueba quién firmó este archivo: dé con -key la clave que le entregaron; sin ella esto termina con 2.", "Nothing proves who signed this file: give the key handed to you with -key; without it this ends with 2."))
	}
	return exitCode(v, *key != "")
}

func runBatch(key string, own []string) int {
	names := bufio.NewScanner(os.Stdin)
	out := json.NewEncoder(os.Stdout)
	for names.Scan() {
		file, err := os.ReadFile(names.Text())
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 2
		}
		out.Encode(verify(file, key, own))
	}
	return 0
}

// readAll reads the reader's own checkpoints, shortest first.
func readAll(names []string) ([]string, error) {
	var notes []string
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		notes = append(notes, string(text))
	}
	size := func(text string) int64 {
		tree, _ := parseCheckpoint(text)
		return tree.N
	}
	sort.SliceStable(notes, func(i, j int) bool { return size(notes[i]) < size(notes[j]) })
	return notes, nil
}

func exitCode(v verdict, trusted bool) int {
	switch {
	case len(v.Faults) > 0:
		return 1
	case len(v.Open) > 0 || !trusted:
		return 2
	}
	return 0
}

// pick chooses what is said by the language of the terminal, Spanish where nothing says which.
func pick(es, en string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			if strings.HasPrefix(strings.ToLower(value), "en") {
				return en
			}
			return es
		}
	}
	return es
}

func say(v verdict) {
	for _, f := range v.Faults {
		where := pick("posición ", "position ") + strconv.FormatInt(f.Position, 10)
		if f.Until > f.Position+1 {
			where = pick("desde la posición ", "from position ") + strconv.FormatInt(f.Position, 10)
		}
		fmt.Printf("%s: %s\n", where, pick(words[f.Code][0], words[f.Code][1]))
	}
	for _, size := range v.Open {
		fmt.Println(pick("sin prueba para su punto de control de ", "no proof for your checkpoint of "), size)
	}
	if len(v.Faults) == 0 && len(v.Open) == 0 {
		fmt.Printf(pick("Verificado: %d anotaciones, sin fallas.\n", "Verified: %d entries, no faults.\n"), v.Leaves)
	}
}

var words = map[string][2]string{
	"cut":            {"el archivo está cortado o dañado", "the file is cut off or damaged"},
	"seal":           {"la firma del archivo falta o no vale", "the signature of the file is missing or not good"},
	"checkpoint":     {"falta un punto de control firmado por el registro", "a checkpoint signed by the log is missing"},
	"position":       {"falta una anotación o no está en su orden", "an entry is missing or not in its order"},
	"leaf":           {"la anotación no es la que se guardó", "the entry is not the one that was kept"},
	"value":          {"lo que dice la base de datos no es lo que se anotó", "what the database says is not what was entered"},
	"lost":           {"lo que se anotó ya no está en la base de datos", "what was entered is not in the database any more"},
	"not-logged":     {"hay un dato que nunca pasó por el registro", "something never went through the log"},
	"chain":          {"la anotación no sigue a la anterior del mismo proceso", "the entry does not follow the one before it of the same run"},
	"gap":            {"falta un acto del proceso", "an act of the run is missing"},
	"tree":           {"las huellas guardadas no corresponden a las anotaciones", "the stored hashes do not belong to the entries"},
	"root":           {"el registro no es el que se firmó", "the log is not the one that was signed"},
	"own-checkpoint": {"el registro no es el de su punto de control: se reescribió o se quitó su final", "the log is not that of your checkpoint: it was rewritten or its end was taken off"},
	"definition":     {"el protocolo no está en el archivo o no es el que se anotó", "the protocol is not in the file or is not the one entered"},
	"gate":           {"se cumplió un paso sin lo que exige", "a step was done without what it asks for"},
}
