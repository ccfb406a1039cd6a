# Sourced by the scripts beside it: finds the .NET 10 SDK or says in one line how to get it.
if ! command -v dotnet >/dev/null && [ -x "${DOTNET_ROOT:-$HOME/.dotnet}/dotnet" ]; then
    PATH=${DOTNET_ROOT:-$HOME/.dotnet}:$PATH
fi
if ! command -v dotnet >/dev/null || ! dotnet --list-sdks | grep -q '^10\.'; then
    echo "CoinRig needs the .NET 10 SDK: install the package dotnet-sdk-10.0, or get it from https://dot.net/download (your user needs no root: it may live in ~/.dotnet)." >&2
    exit 1
fi
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
