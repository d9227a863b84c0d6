#!/usr/bin/env bash
# Checks infra/ with the Bicep compiler: not a warning, formatted, and what it compiles to is what is committed.
# usage: scripts/bicep.sh [write]    write: formats, and brings what is committed up to date
#
# What is compiled: infra/azuredeploy.json, and for infra/main.bicepparam and every test/infra/*.bicepparam a snapshot in
# test/infra, which lists the resources that a deployment with those parameters makes.
# In infra/bicepconfig.json every rule of the linter is an error, but use-recent-api-versions, which judges by today's date.
# Needs the .NET SDK, which restores the compiler from NuGet into a folder outside the tree (BICEP_CACHE).
set -euo pipefail
cd "$(dirname "$0")/.."

cache=${BICEP_CACHE:-${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/klachtenbot-bicep}
version=$(sed -n 's/.*linux-x64" Version="\[\(.*\)\]".*/\1/p' scripts/bicep.csproj)
bicep=$cache/packages/azure.bicep.commandline.linux-x64/$version/tools/bicep
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1

if [ ! -x "$bicep" ]; then
  mkdir -p "$cache"
  # From the cache, because a restore leaves a folder beside the project.
  cp scripts/bicep.csproj "$cache"
  dotnet restore --packages "$cache/packages" "$cache/bicep.csproj"
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# Tells what is wrong, and goes on to find the rest.
wrong() {
  echo "infra: $1" >&2
  failed=1
}

# Works on a copy, because formatting changes files, and snapshots come to stand beside their parameters.
mkdir -p "$work/test/infra"
cp -r infra "$work"
cp test/infra/*.bicepparam "$work/test/infra"
for pattern in '**/*.bicep' '**/*.bicepparam'; do (cd "$work" && "$bicep" format --pattern "$pattern"); done
for file in $(cd "$work" && find . -name '*.bicep' -o -name '*.bicepparam'); do
  if [ "${1:-}" = write ]; then cp "$work/$file" "$file"; fi
  cmp -s "$file" "$work/$file" || wrong "$file is not formatted: run scripts/bicep.sh write"
done

# The compiler ends well on warnings, so whatever it prints counts.
check() {
  local said
  said=$(cd "$work" && "$bicep" "$@" 2>&1) || failed=1
  [ -z "$said" ] || wrong "$said"
}
sed "s#^using 'main.bicep'#using '../../infra/main.bicep'#" infra/main.bicepparam >"$work/test/infra/main.bicepparam"
check lint --pattern 'infra/**/*.bicep'
check build infra/main.bicep --outfile infra/azuredeploy.json
[ $failed = 0 ] || exit 1
for parameters in "$work"/test/infra/*.bicepparam; do
  check snapshot "$parameters" --mode overwrite --deployment-name klachten --resource-group rg-klachten \
    --location westeurope --tenant-id 90b1d6e2-3c4f-4a57-8d69-7e8f90a1b2c3 \
    --subscription-id 2f9a7c14-6d3b-4e85-9b20-1c4d5e6f7a80
done
[ $failed = 0 ] || exit 1

# Sorts the outputs, which come in any order.
node -e "for (const file of process.argv.slice(1)) {
  const { outputs, ...others } = JSON.parse(fs.readFileSync(file, 'utf8'));
  const sorted = Object.fromEntries(Object.entries(outputs).sort());
  fs.writeFileSync(file, JSON.stringify({ ...others, outputs: sorted }, undefined, 2) + '\\n');
}" "$work"/test/infra/*.snapshot.json

for made in infra/azuredeploy.json $(cd "$work" && ls test/infra/*.snapshot.json); do
  if [ "${1:-}" = write ]; then cp "$work/$made" "$made"; fi
  cmp -s "$made" "$work/$made" || wrong "$made is not what infra/ compiles to: run scripts/bicep.sh write"
done
for kept in test/infra/*.snapshot.json; do
  [ -f "$work/$kept" ] || wrong "$kept has no parameters any more: remove it"
done
[ $failed = 0 ] || exit 1
echo 'infra: checked, and compiled as it is committed'
