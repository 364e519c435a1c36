# Restores the build tool and hands the verb, and whatever follows it, to build.cake. `./build.ps1 help` lists the verbs.
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot

$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
    Write-Error "build.ps1: the .NET SDK named in global.json is needed, and 'dotnet' is not on the PATH."
    exit 1
}

$verb = if ($args.Count -gt 0) { $args[0] } else { 'help' }
$rest = @($args | Select-Object -Skip 1)
$restored = dotnet tool restore
if ($LASTEXITCODE -ne 0) { $restored; exit 1 }
dotnet cake build.cake "--target=$verb" --no-report -- @rest
exit $LASTEXITCODE
