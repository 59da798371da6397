#!/bin/sh
# Puts the Dear ImGui source into DIRECTORY (imgui.h and the rest lie right in it). Does nothing when it is there already.
#
#   usage: fetch.sh DIRECTORY
#
# The source package of a newer suite is read through the machine's own package archive, so no host is named here; nothing of
# the system's package lists or caches is touched, and no root is needed. Exit status: 0 done, 1 not possible on this machine.
set -eu

# The upstream archives that were reviewed: version and SHA-256 of the .orig tarball. A new version needs a line of its own.
known='1.92.2b+ds e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48'

[ $# -eq 1 ] || { echo "usage: $0 DIRECTORY" >&2; exit 2; }
mkdir -p "$1"
target=$(cd "$1" && pwd)
marker=$target/.fetched
if [ -f "$target/imgui.h" ] && [ "$(cat "$marker" 2>/dev/null)" = "$known" ]; then exit 0; fi

fail() { echo "Dear ImGui: $*" >&2; exit 1; }
command -v apt-get >/dev/null 2>&1 || fail "this machine has no apt-get"
suite=${WHO_SAYS_IMGUI_SUITE:-forky}
codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
mkdir -p "$scratch/lists/partial" "$scratch/cache/archives/partial" "$scratch/source"

archive=$(apt-get indextargets --format '$(REPO_URI)|$(RELEASE)|$(COMPONENT)|' 'Created-By: Packages' |
  sed -n "s/|$codename|main|\$//p" | head -n 1)
[ -n "$archive" ] || fail "no package archive is configured for '$codename'"
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
[ -r "$keyring" ] && signed="[signed-by=$keyring] " || signed=
printf 'deb-src %s%s %s main\n' "$signed" "$archive" "$suite" >"$scratch/sources.list"

apt() {
  apt-get -qq -o Dir::Etc::SourceList="$scratch/sources.list" -o Dir::Etc::SourceParts=/dev/null \
    -o Dir::State::Lists="$scratch/lists" -o Dir::Cache="$scratch/cache" \
    -o Acquire::Check-Valid-Until=false -o APT::Sandbox::User="$(id -un)" "$@"
}
echo "Dear ImGui: reading the source package list of $suite"
apt update || fail "the package list of $suite cannot be read"

echo "$known" | while read -r version sha256; do
  offered=$(apt-cache -o Dir::Etc::SourceList="$scratch/sources.list" -o Dir::Etc::SourceParts=/dev/null \
    -o Dir::State::Lists="$scratch/lists" -o Dir::Cache="$scratch/cache" showsrc imgui 2>/dev/null |
    sed -n 's/^Version: //p' | grep -F -- "$version-" | head -n 1)
  [ -n "$offered" ] || continue
  (cd "$scratch/source" && apt source --download-only "imgui=$offered") || continue
  tarball=$(ls "$scratch/source"/imgui_*.orig.tar.*)
  echo "$sha256  $tarball" | sha256sum -c - >/dev/null || { echo "Dear ImGui: $version has another checksum" >&2; continue; }
  tar -xf "$tarball" -C "$target" --strip-components=1
  echo "Dear ImGui: $version"
  break
done
[ -f "$target/imgui.h" ] || fail "none of the known versions is in $suite"
echo "$known" >"$marker"
