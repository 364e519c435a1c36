#!/usr/bin/env bash
# Packs what a machine with an NVIDIA GPU, Python's torch, cmake and g++ but no .NET needs to build the native library there, run the tests marked
# Cuda and measure beside Python: artifacts/torchlight-gpu.tar.xz, under 60 MB.
#
#   benchmarks/gpu/pack.sh                                  here
#   tar xf torchlight-gpu.tar.xz && torchlight-gpu/run.sh   there
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
limit=60000000
folder=artifacts/torchlight-gpu
archive=$folder.tar.xz

rm -rf "$folder" "$archive"
mkdir -p "$folder/Bindings"
dotnet publish benchmarks/gpu/Torchlight.Gpu.csproj -c Release -r linux-x64 --self-contained -p:DebugType=none -v quiet -nologo -o "$folder/program"
# The native libraries are built on the machine itself; documentation and symbols stay here.
rm -rf "$folder/program/native"
find "$folder/program" \( -name '*.xml' -o -name '*.pdb' -o -name '*.dbg' \) -delete
cp -r Bindings/Native "$folder/Bindings/Native"
cp benchmarks/gpu/run.sh benchmarks/gpu/compare.py benchmarks/gpu/peer.py LICENSE "$folder/"
chmod +x "$folder/run.sh" "$folder/program/torchlight-gpu"
tar -C artifacts -cJf "$archive" torchlight-gpu

size=$(stat -c %s "$archive")
if [ "$size" -ge "$limit" ]; then
    echo "$archive has $size bytes; it must stay under $limit" >&2
    exit 1
fi
echo "$archive: $size bytes, under $limit"
