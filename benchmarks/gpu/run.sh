#!/usr/bin/env bash
# Builds the native library for the torch that python3 imports, runs the tests marked Cuda, and measures Torchlight beside Python.
#
#   ./run.sh [--device cuda|cpu] [--rounds N]
#
# Needs python3 with torch, cmake and g++; no .NET. On the CPU the tests skip, and the measurements are small. The last line sums the tests up;
# the exit code is not 0 if one failed.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

device=cuda rounds=5
while [ $# -gt 0 ]; do
    case $1 in
        --device) device=$2; shift 2 ;;
        --rounds) rounds=$2; shift 2 ;;
        *) echo "usage: ./run.sh [--device cuda|cpu] [--rounds N]" >&2; exit 2 ;;
    esac
done

for program in python3 cmake c++; do
    command -v "$program" > /dev/null || { echo "$program is missing: python3 with torch, cmake and g++ are needed" >&2; exit 2; }
done
python3 -c 'import torch' || { echo "that python3 has no torch: pip install torch" >&2; exit 2; }
read -r torch prefix version < <(python3 -c '
import os, torch
print(os.path.dirname(torch.__file__), torch.utils.cmake_prefix_path, torch.__version__.split("+")[0])')
echo "== torch $(python3 -c 'import torch; print(torch.__version__, "with CUDA", torch.version.cuda, "on", torch.cuda.get_device_name() if torch.cuda.is_available() else "the CPU")')"

echo "== building the native library for it"
generator=()
command -v ninja > /dev/null && generator=(-G Ninja)
started=$SECONDS
cmake -S "$here/Bindings/Native" -B "$here/build" "${generator[@]}" -DCMAKE_BUILD_TYPE=Release -DCMAKE_PREFIX_PATH="$prefix" --log-level=STATUS > "$here/build.log" 2>&1 \
    && cmake --build "$here/build" --parallel "$(nproc)" >> "$here/build.log" 2>&1 \
    && cmake --install "$here/build" --prefix "$here/native/torch-$(cat "$here/build/torch-version.txt")" >> "$here/build.log" 2>&1 \
    || { tail -n 60 "$here/build.log"; echo "the native library does not build for torch $version; all that was said is in $here/build.log" >&2; exit 1; }
grep 'libtorch .* with CUDA' "$here/build.log" || true
echo "built in $((SECONDS - started)) s"

# The torch that Python has is opened from where it lies.
export TORCHLIGHT_LIBTORCH=$torch TORCHLIGHT_NATIVE=$here/native

echo "== tests marked Cuda"
status=0
"$here/program/torchlight-gpu" tests | tee "$here/tests.log" || status=1

echo "== Torchlight beside Python on $device: medians of $rounds turns each, more is better"
python3 "$here/compare.py" "$device" "$rounds" "$here/program/torchlight-gpu" || status=1

tail -n 1 "$here/tests.log"
exit "$status"
