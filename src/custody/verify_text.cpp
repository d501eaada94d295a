// SPDX-License-Identifier: Apache-2.0
#include "custody/verify_text.h"

namespace solander::custody {

std::string_view verify_text() {
    return R"text(HOW TO CHECK THIS PACKAGE WITH COMMON TOOLS

This text is not signed. It is the same, byte for byte, in every solander package;
its SHA-256 stands in the specification of the format. If you doubt it, take it from
another package.

A package is NAME.tar with NAME.custody beside it. You need sh, tar, sed, grep, find,
diff and sha256sum (any Linux has them) and ssh-keygen (OpenSSH 8.2 or later).

You also need the public keys of those whom you believe, and these must come from
elsewhere: from the archive's web site, a letter, a person. A key that comes with
the package proves nothing. Put them into a file, one line each, like

  archivist@example.org namespaces="manifest@solander,custody@solander" ssh-ed25519 AAAA...

Then go to the directory that holds NAME.tar, and tell the shell the name of the
package and where that file is (the whole path), for example

  NAME=letters-1919
  SIGNERS=/home/reader/allowed_signers

Lines that begin with "$ " are commands, lines that begin with "> " go on with the
command above. If one of them stops with an error, the package is not good.

1. Every name stands in the tar once, and below one directory. Unpack it.

$ set -eu
$ CUSTODY="$PWD/$NAME.custody"
$ test -z "$(tar -tf "$NAME.tar" | LC_ALL=C sort | uniq -d)"
$ test "$(tar -tf "$NAME.tar" | cut -d / -f 1 | LC_ALL=C sort -u)" = "$NAME"
$ mkdir "$NAME.check"
$ tar -xf "$NAME.tar" -C "$NAME.check"
$ cd "$NAME.check/$NAME"
$ CHECK="$PWD"
$ test -z "$(find . ! -type f ! -type d)"

2. Everyone who is declared in manifest.xml has signed it, and you believe them all.

$ test "$(grep -c '<principal ' manifest.xml)" = "$(ls manifest.xml.*.sig | wc -l)"
$ for sig in manifest.xml.*.sig; do
>   who=$(ssh-keygen -Y find-principals -f "$SIGNERS" -s "$sig" | head -n 1)
>   good=$(ssh-keygen -Y verify -f "$SIGNERS" -I "$who" -n manifest@solander -s "$sig" < manifest.xml)
>   echo "$good"
>   grep -qF "key=\"${good##* }\"" manifest.xml
>   echo "${good##* }" >> ../sealed-by.txt
> done
$ test "$(LC_ALL=C sort -u ../sealed-by.txt | wc -l)" = "$(grep -c '<principal ' manifest.xml)"

3. The lists of files are those that were signed for. Only then check the files.

$ sed -n 's/.*<tag-file path="\([^"]*\)" size="[0-9]*" sha256="\([0-9a-f]*\)".*/\2  \1/p' manifest.xml > ../tag-files.sha256
$ test "$(wc -l < ../tag-files.sha256)" = 3
$ sha256sum --strict -c ../tag-files.sha256
$ sha256sum --strict -c tagmanifest-sha256.txt
$ sha256sum --strict --quiet -c manifest-sha256.txt

4. Nothing is there that is not listed.

$ cut -c 67- manifest-sha256.txt | LC_ALL=C sort > ../listed.txt
$ find data -type f | LC_ALL=C sort > ../present.txt
$ diff ../listed.txt ../present.txt
$ test -z "$(find . -type d -empty)"
$ test "$(ls -A | grep -v '^manifest\.xml\.[0-9a-f]*\.sig$' | LC_ALL=C sort | tr '\n' ' ')" = "bag-info.txt bagit.txt data manifest-sha256.txt manifest.xml tagmanifest-sha256.txt "

5. The custody events are about this package, follow one from the other, and are signed.

$ cd "$CUSTODY"
$ test -z "$(ls -A | grep -vE '^([0-9]{4,}-[a-z-]+\.xml(\.[0-9a-f]{16}\.sig)?|VERIFY\.txt)$')"
$ digest=$(sha256sum < "$CHECK/manifest.xml" | cut -c 1-64)
$ number=0
$ last=
$ for event in [0-9]*.xml; do
>   number=$((number + 1))
>   grep -qF " seq=\"$number\" " "$event"
>   grep -qF " manifest=\"sha256:$digest\"" "$event"
>   test -z "$last" || grep -qF " prev=\"sha256:$last\"" "$event"
>   test "$(grep -c '<signer ' "$event")" = "$(ls "$event".*.sig | wc -l)"
>   : > "$CHECK/../signed-by.txt"
>   for sig in "$event".*.sig; do
>     who=$(ssh-keygen -Y find-principals -f "$SIGNERS" -s "$sig" | head -n 1)
>     good=$(ssh-keygen -Y verify -f "$SIGNERS" -I "$who" -n custody@solander -s "$sig" < "$event")
>     echo "$event: $good"
>     grep -qF "key=\"${good##* }\"" "$event"
>     echo "${good##* }" >> "$CHECK/../signed-by.txt"
>   done
>   test "$(LC_ALL=C sort -u "$CHECK/../signed-by.txt" | wc -l)" = "$(grep -c '<signer ' "$event")"
>   last=$(sha256sum < "$event" | cut -c 1-64)
> done
$ sed -n 's/.*<manifest-signature file="\([^"]*\)" sha256="\([0-9a-f]*\)".*/\2  \1/p' 0001-seal.xml > "$CHECK/../signatures.sha256"
$ cd "$CHECK"
$ sha256sum --strict -c ../signatures.sha256
$ echo "Every step passed."

WHAT THESE STEPS DO NOT SHOW

- Whether what the record says is true. They show who vouched for it.
- Whether the custody events are in an order that makes sense (only the holder may
  release, only the named recipient may receive), and whether another copy tells
  another story, or a longer one: an end that was cut off leaves no trace here.
- Whether a key is weak, or a signature a second spelling of another. ssh-keygen
  accepts both in a few cases that a strict verifier refuses.
- Whether manifest.xml is well-formed and keeps to its schema, whether the bytes
  between the files of the tar are zero, and whether names collide on other systems.

solander checks all of these but the first; the format is public, and so is how.
)text";
}

}  // namespace solander::custody
