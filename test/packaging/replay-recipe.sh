#!/bin/bash
# Replays a container recipe's steps without an engine: each stage in a root of its own (this machine's /usr,
# read-only), in namespaces without a network. Arguments: FOLDER with stage-N.run, stage-N.copy; then a check.
# Called by package.host.test.ts under `unshare --mount --net --pid --ipc --uts --fork`.
set -euo pipefail
work=$1
mount --make-rprivate /
ip link set lo up

new_root() {
  local root=$1
  mkdir -p "$root"/{proc,dev,tmp,etc,var/lib,run,root,usr}
  chmod 1777 "$root/tmp"
  mount --rbind /usr "$root/usr"
  mount -o remount,bind,ro "$root/usr"
  mount -t tmpfs tmpfs "$root/usr/local"
  mkdir -p "$root/usr/local/bin"
  for link in bin sbin lib lib64; do ln -s "usr/$link" "$root/$link"; done
  for file in passwd group shadow gshadow login.defs nsswitch.conf ld.so.cache; do
    if [ -e "/etc/$file" ]; then cp "/etc/$file" "$root/etc/$file"; fi
  done
  mount -t proc proc "$root/proc"
  for device in null zero urandom random; do
    : >"$root/dev/$device"
    mount --bind "/dev/$device" "$root/dev/$device"
  done
}

for stage in "$work"/stage-*; do
  root=$work/root-${stage##*-}
  new_root "$root"
  # Lines: "file FROM TO" from the context, or "stage N FROM TO".
  while read -r kind from to source; do
    case $kind in
      file) cp "$work/context/$from" "$root$to" ;;
      stage) cp -RP "$work/root-$source$from." "$root$to" ;;
    esac
  done <"$stage/copy"
  for step in "$stage"/run-*; do
    [ -e "$step" ] || continue
    chroot "$root" /bin/sh -c "$(cat "$step")"
  done
done

last=$(ls -d "$work"/root-* | sort | tail -n 1)
chroot --userspec="$(cat "$work/user")" --groups= "$last" /bin/sh -c "cd /var/lib/sallyport && $(cat "$work/check")"
