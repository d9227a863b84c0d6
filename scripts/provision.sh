#!/usr/bin/env bash
# Makes or updates all that the bot needs in Azure, as infra/main.bicepparam says: scripts/provision.sh rg-klachten
# Asks for az, signed in (az login), and a resource group (az group create). Nothing that holds the register is removed.
set -euo pipefail
cd "$(dirname "$0")/.."
usage='Name the resource group: scripts/provision.sh rg-klachten'
group=${1:?"$usage"}
case $group in -*) echo "$usage" >&2; exit 1 ;; esac
if grep -n 'example\.' infra/main.bicepparam >&2; then
  echo 'infra/main.bicepparam still has the people and addresses of the example in these lines: fill in yours. Nothing was done.' >&2
  exit 1
fi
az deployment group create --resource-group "$group" --name klachten --parameters infra/main.bicepparam --output none
az deployment group show --resource-group "$group" --name klachten --query properties.outputs
