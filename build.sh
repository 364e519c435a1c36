#!/usr/bin/env bash
# Restores the build tool and hands the verb, and whatever follows it, to build.cake. `./build.sh help` lists the verbs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# Bare machines have no ICU; the second variable lets resources of any culture be named all the same.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT="${DOTNET_SYSTEM_GLOBALIZATION_INVARIANT:-1}"
export DOTNET_SYSTEM_GLOBALIZATION_PREDEFINED_CULTURES_ONLY="${DOTNET_SYSTEM_GLOBALIZATION_PREDEFINED_CULTURES_ONLY:-0}"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if ! command -v dotnet >/dev/null; then
    echo "build.sh: the .NET SDK named in global.json is needed, and 'dotnet' is not on the PATH." >&2
    exit 1
fi

verb="${1:-help}"
[ "$#" -eq 0 ] || shift
restored=$(dotnet tool restore 2>&1) || { echo "$restored" >&2; exit 1; }
exec dotnet cake build.cake --target="$verb" --no-report -- "$@"
