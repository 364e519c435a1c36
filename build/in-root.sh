#!/bin/sh
# Runs a command inside a root file system. It wants a mount namespace of its own, so that what is mounted here
# goes away with the command, however that ends:
#   unshare --mount --pid --fork --kill-child sh build/in-root.sh ROOT USER:GROUP [SOURCE=TARGET...] -- COMMAND [ARGUMENT...]
set -eu
root=$1
user=$2
shift 2

mount --make-rprivate /
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
cp --dereference --remove-destination /etc/resolv.conf "$root/etc/resolv.conf"

while [ "$1" != -- ]; do
    target=$root${1#*=}
    mkdir -p "$target"
    mount --bind "${1%%=*}" "$target"
    shift
done
shift
exec chroot --userspec="$user" "$root" "$@"
