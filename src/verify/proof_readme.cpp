// SPDX-License-Identifier: Apache-2.0
#include "verify/proof.h"

namespace solander::verify {

std::string_view proof_readme() {
    return R"text(SOMEBODY MADE TWO HISTORIES OF ONE PACKAGE

This file holds two events of the custody of one solander package. Both claim to follow
from the same event, or both to be the first; they are not the same; and one party signed
both. Only that party can have made this. Which of the two is true it does not say.

This text is not signed. It is the same, byte for byte, in every such file; compare it
with that of another one, or with the specification of the format.

  one/  an event (NNNN-type.xml) and its signatures (.sig)
  two/  the other event and its signatures

HOW TO CHECK IT WITH COMMON TOOLS

You need sh, tar, sed, grep, cat, sort, comm and sha256sum (any Linux has them), and
ssh-keygen (OpenSSH 8.2 or later). You also need the public keys of those concerned, and
these must come from elsewhere. Put them into a file, one line for each key, like

  archivist@example.org namespaces="custody@solander" ssh-ed25519 AAAA...

Start a new shell with the command sh, and tell it where this tar is, and that file (the
whole paths), for example

  PROOF=/home/reader/equivocation-0123456789abcdef-3.tar
  SIGNERS=/home/reader/allowed_signers

Lines that begin with "$ " are commands, lines that begin with "> " go on with the
command above. The first one that fails ends the shell, often without a word: then the
proof does not hold, or you do not know the keys. Only the last line says who signed both.

1. Unpack it. It holds two events, and nothing but these and their signatures.

$ set -eu
$ export LC_ALL=C
$ mkdir "$PROOF.check"
$ tar -xf "$PROOF" -C "$PROOF.check"
$ cd "$PROOF.check"
$ test -z "$(find . ! -type f ! -type d)"
$ test -z "$(find . -type f | grep -vE '^\./(README\.txt|(one|two)/[0-9]{4,}-[a-z-]+\.xml(\.[0-9a-f]{16}\.sig)?)$')"
$ test "$(ls one | grep -c 'xml$')" = 1
$ test "$(ls two | grep -c 'xml$')" = 1

2. The two events are not the same, and are about one package and one place in its custody.

$ test "$(cat one/*.xml | sha256sum)" != "$(cat two/*.xml | sha256sum)"
$ place() {
>   cat "$1"/*.xml | grep -o '<event [^>]*>' | grep -oE ' (seq|manifest|prev)="[^"]*"'
> }
$ test "$(place one)" = "$(place two)"
$ place one

3. Somebody whom you know signed both.

$ signers() {
>   for sig in "$1"/*.sig; do
>     event="${sig%.*.sig}"
>     who=$(ssh-keygen -Y find-principals -f "$SIGNERS" -s "$sig" | head -n 1)
>     test -n "$who" || continue
>     good=$(ssh-keygen -Y verify -f "$SIGNERS" -I "$who" -n custody@solander -s "$sig" < "$event")
>     grep -q "<signer [^>]* key=\"${good##* }\"" "$event"
>     echo "$who"
>   done | sort -u
> }
$ signers one > one.txt
$ signers two > two.txt
$ comm -12 one.txt two.txt > both.txt
$ test -s both.txt
$ echo "Signed both: $(cat both.txt)"

ssh-keygen looks at the dates in your file as of today: a key that has expired since is not
known to it. solander checks the same, and more strictly: solander verify --proof FILE
)text";
}

}  // namespace solander::verify
