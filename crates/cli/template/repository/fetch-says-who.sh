#!/bin/sh
# Downloads the program that checks and builds this site, in the version that is pinned
# here, for Linux on x86-64. Unpacks nothing whose digest is another.
set -eu

version={version}
sha256={sha256}
releases={releases}

name="says-who-$version-{target}"
archive="${TMPDIR:-/tmp}/$name.$$.tar.gz"
trap 'rm -f "$archive"' EXIT
address="$releases/v$version/$name.tar.gz"
curl --fail --location --silent --show-error --retry 3 --output "$archive" "$address" || {
  echo "$address can't be downloaded; nothing was changed" >&2
  exit 1
}
echo "$sha256  $archive" | sha256sum --check --status || {
  echo "$address has another digest than the one in $0; nothing was unpacked" >&2
  exit 1
}
tar -xzf "$archive" --strip-components=1 "$name/says-who"
