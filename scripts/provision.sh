#!/usr/bin/env bash
# Makes or updates all that the bot needs in Azure, as infra/main.bicepparam says: scripts/provision.sh rg-klachten
# Asks for az, signed in (az login), and a resource group (az group create). Nothing that holds the register is removed.
set -euo pipefail
cd "$(dirname "$0")/.."
group=${1:?'Name the resource group: scripts/provision.sh rg-klachten'}
az deployment group create --resource-group "$group" --name klachten --parameters infra/main.bicepparam --output none
az deployment group show --resource-group "$group" --name klachten --query properties.outputs
