// SPDX-License-Identifier: Apache-2.0
#include "custody/verify_text.h"

namespace solander::custody {

std::string_view verify_text() {
    return R"text(HOW TO CHECK THIS PACKAGE WITH COMMON TOOLS

This text is not signed. It is the same, byte for byte, in every solander package;
its SHA-256 stands in the specification of the format. If you doubt it, take it from
another package.

A package is NAME.tar with NAME.custody beside it. You need sh, tar, sed, grep, find,
cmp and sha256sum (any Linux has them) and ssh-keygen (OpenSSH 8.2 or later).

You also need the public keys of those whom you believe, and these must come from
elsewhere: from the archive's web site, a letter, a person. A key that comes with
the package proves nothing. Put them into a file, one line for each key, like

  archivist@example.org namespaces="manifest@solander,custody@solander" ssh-ed25519 AAAA...

Go to the directory that holds NAME.tar. Lines that begin with "$ " are commands, lines
that begin with "> " go on with the command above. Put them, without these signs, into
a script, and run that with the name of the package and the place of the file of keys
(the whole path), for example

  sed -n 's/^[$>] //p' letters-1919.custody/VERIFY.txt > check.sh
  NAME=letters-1919 SIGNERS=/home/reader/allowed_signers sh check.sh

The first command that fails ends the script, often without a word: then the package is
not good. Only the last line of step 5 says that all is well. Do not paste the commands
into a shell: the first that fails ends that, and the next shell takes the rest. To see
where it ends, run it with sh -x. NAME.check is left behind; remove it to begin again.

1. Unpack the tar. What it holds are files, all below one directory, each once.

$ set -eu
$ export LC_ALL=C
$ CUSTODY="$PWD/$NAME.custody"
$ mkdir "$NAME.check"
$ test "$(tar -tf "$NAME.tar" | cut -d / -f 1 | sort -u)" = "$NAME"
$ tar -xf "$NAME.tar" -C "$NAME.check"
$ test "$(tar -tf "$NAME.tar" | wc -l)" = "$(find "$NAME.check" -type f | wc -l)"
$ cd "$NAME.check/$NAME"
$ CHECK="$PWD"
$ test -z "$(find . ! -type f ! -type d)"

2. Everyone who is declared in manifest.xml has signed it, and you believe them all.

$ signed_by() {
>   who=$(ssh-keygen -Y find-principals -f "$SIGNERS" -s "$2" | head -n 1)
>   ssh-keygen -Y verify -f "$SIGNERS" -I "$who" -n "$3" -s "$2" < "$1"
> }
$ : > ../sealed-by.txt
$ for sig in manifest.xml.*.sig; do
>   good=$(signed_by manifest.xml "$sig" manifest@solander)
>   echo "$good"
>   grep -q "<principal [^>]* key=\"${good##* }\"" manifest.xml
>   echo "${good##* }" >> ../sealed-by.txt
> done
$ test "$(sort -u ../sealed-by.txt | wc -l)" = "$(grep -o '<principal ' manifest.xml | wc -l)"

3. The lists of files are those that were signed for. Only then check the files.

$ sed -n 's/.*<tag-file path="\([^"]*\)" size="[0-9]*" sha256="\([0-9a-f]*\)".*/\2  \1/p' manifest.xml > ../tag-files.sha256
$ sha256sum bag-info.txt bagit.txt manifest-sha256.txt | cmp - ../tag-files.sha256
$ sha256sum bag-info.txt bagit.txt manifest-sha256.txt manifest.xml | cmp - tagmanifest-sha256.txt
$ sha256sum --strict --quiet -c manifest-sha256.txt

4. Nothing is there that is not listed.

$ cut -c 67- manifest-sha256.txt | sort > ../listed.txt
$ find data -type f | sort | cmp - ../listed.txt
$ test -z "$(find . -type d -empty)"
$ test -z "$(find . -path ./data -prune -o -name '*[!A-Za-z0-9.-]*' -print)"
$ test "$(ls -A | grep -v '^manifest\.xml\.[0-9a-f]*\.sig$' | sort | tr '\n' ' ')" = "bag-info.txt bagit.txt data manifest-sha256.txt manifest.xml tagmanifest-sha256.txt "

5. The custody events are about this package, follow one from the other, and are signed.

$ cd "$CUSTODY"
$ test -z "$(find . -name '*[!A-Za-z0-9.-]*')"
$ test -z "$(find . ! -type f ! -name .)"
$ test -z "$(ls -A | grep -vE '^([0-9]{4,}-[a-z-]+\.xml(\.[0-9a-f]{16}\.sig)?|VERIFY\.txt)$')"
$ digest=$(sha256sum < "$CHECK/manifest.xml" | cut -c 1-64)
$ number=0
$ last=
$ for event in $(ls | grep '\.xml$' | sort -n); do
>   number=$((number + 1))
>   grep -q "<event [^>]* seq=\"$number\" " "$event"
>   type=$(sed -n 's/^<event .* type="\([a-z-]*\)" premis=.*/\1/p' "$event")
>   test "$(printf %04d "$number")-$type.xml" = "$event"
>   grep -q "<event [^>]* manifest=\"sha256:$digest\"" "$event"
>   test -z "$last" || grep -q "<event [^>]* prev=\"sha256:$last\"" "$event"
>   : > "$CHECK/../signed-by.txt"
>   for sig in "$event".*.sig; do
>     good=$(signed_by "$event" "$sig" custody@solander)
>     echo "$event: $good"
>     grep -q "<signer [^>]* key=\"${good##* }\"" "$event"
>     echo "${good##* }" >> "$CHECK/../signed-by.txt"
>   done
>   test "$(sort -u "$CHECK/../signed-by.txt" | wc -l)" = "$(grep -o '<signer ' "$event" | wc -l)"
>   last=$(sha256sum < "$event" | cut -c 1-64)
> done
$ test "$(cat [0-9]*.xml | grep -o '<signer ' | wc -l)" = "$(ls | grep -c '\.sig$')"
$ sed -n 's/.*<manifest-signature file="\([^"]*\)" sha256="\([0-9a-f]*\)".*/\2  \1/p' 0001-seal.xml > "$CHECK/../signatures.sha256"
$ cd "$CHECK"
$ sha256sum manifest.xml.*.sig | sort > ../present.sha256
$ sort ../signatures.sha256 | cmp - ../present.sha256
$ test -n "$CHECK" && echo "Every step passed."

WHAT THESE STEPS DO NOT SHOW

- Whether what the record says is true. They show who vouched for it.
- Whether the custody events are in an order that makes sense (only the holder may
  release, only the named recipient may receive), and whether another copy tells
  another story, or a longer one: an end that was cut off leaves no trace here. If
  you have a receipt, go to the directory that holds NAME.custody and check it with
  sha256sum --strict -c RECEIPT: it fails where the chain does not have its event.
- Whether a key is weak, or a signature a second spelling of another. ssh-keygen
  accepts both in a few cases that a strict verifier refuses.
- Whether a key was valid at the time that a statement claims: ssh-keygen looks at the
  dates in your file as of today.
- Whether manifest.xml is well-formed and keeps to its schema; whether the headers of
  the tar, and the bytes between and behind its files, are as they should be (another
  program may read other things from them); and whether names collide on other systems.

solander checks all of these but the first; the format is public, and so is how.
)text";
}

}  // namespace solander::custody
