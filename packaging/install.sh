#!/bin/sh
# Installs this package on a Linux machine of its processor, with systemd or without. Uses no network.
#
#   <prefix>/<version>-<digest>/    what is in this package
#   <prefix>/current                a link to the version in use, replaced in one step
#   /usr/local/bin/sallyport        a link to current/bin/sallyport
#   /etc/systemd/system/*.service   the units (not enabled, not started)
#
# An older version stays beside the new one; to go back, link current to it and restart the services.
set -eu

root=''
prefix=/opt/sallyport
units=yes

usage() {
  cat <<'TEXT'
usage: ./install.sh [--root DIR] [--prefix DIR] [--no-units]

  --root DIR     install below DIR: for an image or a trial; no user is made, no service touched
  --prefix DIR   where the program lies (/opt/sallyport)
  --no-units     no systemd units, no user
TEXT
}

fail() {
  printf 'error: %s\n' "$1" >&2
  exit "${2:-1}"
}

while [ $# -gt 0 ]; do
  case $1 in
    --root) [ $# -gt 1 ] || fail '--root needs a folder' 2; root=${2%/}; shift 2 ;;
    --prefix) [ $# -gt 1 ] || fail '--prefix needs a folder' 2; prefix=${2%/}; shift 2 ;;
    --no-units) units=no; shift ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; fail "$1 is not known" 2 ;;
  esac
done

case $prefix in
  /*) ;;
  *) fail "--prefix $prefix is no absolute path" 2 ;;
esac
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
cd "$here"
[ -f SHA256SUMS ] || fail "$here/SHA256SUMS is missing: unpack the whole package"
sha256sum --check --strict --quiet SHA256SUMS || fail 'a file of the package is not as it was packed: nothing was installed'
listed=$(wc -l <SHA256SUMS)
found=$(find . -type f ! -name SHA256SUMS | wc -l)
[ "$listed" -eq "$found" ] || fail "$found files where SHA256SUMS lists $listed: nothing was installed"

machine=$(uname -s)-$(uname -m)
[ "$machine" = "$(cat MACHINE)" ] || fail "this package is for $(cat MACHINE), not $machine: nothing was installed"

umask 022
name=$(cat VERSION)-$(sha256sum SHA256SUMS | cut -c1-12)
home=$root$prefix
mkdir -p "$home"
if [ -d "$home/$name" ]; then
  printf '%s is there already\n' "$prefix/$name"
else
  incoming=$home/.incoming.$$
  trap 'rm -rf "$incoming"' EXIT INT TERM
  mkdir "$incoming"
  cp -R . "$incoming/"
  # Whoever unpacked it may have a umask of their own; services run as other users.
  chmod -R u=rwX,go=rX "$incoming"
  sync
  mv "$incoming" "$home/$name"
  trap - EXIT INT TERM
fi
before=$(readlink "$home/current" || true)
ln -sfn "$name" "$home/.current.$$"
mv -T "$home/.current.$$" "$home/current"

mkdir -p "$root/usr/local/bin"
ln -sfn "$prefix/current/bin/sallyport" "$root/usr/local/bin/sallyport"

if [ "$units" = yes ]; then
  mkdir -p "$root/etc/systemd/system" "$root/etc/sallyport"
  for unit in sallyport-coordinator.service sallyport-agent.service sallyport-relay.service; do
    sed "s#/opt/sallyport/#$prefix/#" "packaging/systemd/$unit" >"$root/etc/systemd/system/$unit"
  done
  for settings in coordinator.env relay.env; do
    if [ ! -e "$root/etc/sallyport/$settings" ]; then
      cp "packaging/$settings" "$root/etc/sallyport/$settings"
    fi
  done
  if [ -z "$root" ]; then
    if ! getent passwd sallyport >/dev/null; then
      useradd --system --user-group --home-dir /var/lib/sallyport --no-create-home --shell /usr/sbin/nologin sallyport
    fi
    if [ -d /run/systemd/system ]; then systemctl daemon-reload; fi
  fi
fi

printf 'installed %s\n' "$prefix/$name"
if [ -n "$before" ] && [ "$before" != "$name" ]; then
  printf 'before: %s. To go back: ln -sfn %s %s/current\n' "$before" "$before" "$prefix"
  printf 'restart what runs: systemctl restart sallyport-coordinator sallyport-agent sallyport-relay\n'
else
  printf 'next: %s/current/docs/operations.md\n' "$prefix"
fi
