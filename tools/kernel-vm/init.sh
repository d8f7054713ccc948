#!/bin/busybox sh
# The first process of the guest: the host's files, read-only, under a layer in memory; then the job.
b=/bin/busybox
$b mount -t proc proc /proc
$b mount -t sysfs sysfs /sys
$b mount -t devtmpfs devtmpfs /dev
for module in $($b ls /modules); do $b insmod "/modules/$module"; done
$b mount -t 9p -o trans=virtio,version=9p2000.L,msize=262144,cache=loose,ro host /lower
$b mount -t tmpfs tmpfs /upper
$b mkdir /upper/files /upper/work
$b mount -t overlay -o lowerdir=/lower,upperdir=/upper/files,workdir=/upper/work overlay /root
for each in proc sys dev; do $b mount --move "/$each" "/root/$each"; done
$b chroot /root /bin/sh -c '
  mkdir -p /dev/pts /dev/shm /tmp
  mount -t devpts devpts /dev/pts
  mount -t tmpfs tmpfs /dev/shm
  mount -t tmpfs tmpfs /run
  # What udev would have made.
  ln -s /proc/self/fd /dev/fd
  ln -s /proc/self/fd/0 /dev/stdin
  ln -s /proc/self/fd/1 /dev/stdout
  ln -s /proc/self/fd/2 /dev/stderr
  ip link set lo up
  mkdir -p /mnt
  mount -t 9p -o trans=virtio,version=9p2000.L,cache=none job /mnt
  sh /mnt/job.sh >/dev/console 2>&1
  echo $? >/mnt/status
'
$b sync
echo o >/root/proc/sysrq-trigger
$b sleep 10
