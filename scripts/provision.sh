#!/usr/bin/env bash
# Makes or updates all that the bot needs in Azure, as infra/main.bicepparam says: scripts/provision.sh rg-klachten
# Asks for az, signed in (az login), and a resource group (az group create). Nothing that holds the register is removed.
set -euo pipefail
cd "$(dirname "$0")/.."
usage='Name the resource group: scripts/provision.sh rg-klachten'
group=${1:?"$usage"}
case $group in -*) echo "$usage" >&2; exit 1 ;; esac
# The people, addresses and telephone of the example, each by what nobody else has of it.
example='example\.|00000000-0000-4000-8000|Straat 1, 3511 AA|Plein 2, 2611 AA|030 123 4567'
if grep -nE "$example" infra/main.bicepparam >&2; then
  echo 'infra/main.bicepparam still has the people and addresses of the example in these lines: fill in yours. Nothing was done.' >&2
  exit 1
fi
az deployment group create --resource-group "$group" --name klachten --parameters infra/main.bicepparam --output none
az deployment group show --resource-group "$group" --name klachten --query properties.outputs
