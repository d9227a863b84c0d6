#!/usr/bin/env bash
# Puts a version where scripts/provision.sh made room for it, and waits until it is ready; to roll back, name an earlier one:
#   scripts/deploy.sh rg-klachten v0.8.0
# Takes what is committed under that tag, nothing else. Asks for az, signed in; on App Service for Linux, npm and zip too.
# An older version does not start on a register that a newer one has opened: then put back a backup of before it as well.
set -euo pipefail
cd "$(dirname "$0")/.."
usage='Name the resource group and the version: scripts/deploy.sh rg-klachten v0.8.0'
group=${1:?"$usage"}
version=${2:?"$usage"}
commit=$(git rev-parse --verify --quiet "$version^{commit}") || { echo "There is no version $version here." >&2; exit 1; }

output() {
  az deployment group show --resource-group "$group" --name klachten --query "properties.outputs.$1.value" --output tsv
}
app=$(output app)
registry=$(output registry)
host=$(output hostName)

made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
git archive "$commit" | tar -x -C "$made"

if [ -n "$registry" ]; then
  image=klachtenbot:$(git describe --tags --always "$commit")
  az acr build --registry "${registry%%.*}" --image "$image" "$made" --output none
  az containerapp update --resource-group "$group" --name "$app" --image "$registry/$image" --output none
  echo "Write image = '$image' in infra/main.bicepparam too, or the next provisioning puts the one there back."
else
  (cd "$made" && npm ci --omit=dev --ignore-scripts --no-progress --os=linux --cpu=x64 --libc=glibc \
    && zip -qr app.zip package.json cards letters manifest/color.png src node_modules)
  az webapp deploy --resource-group "$group" --name "$app" --type zip --src-path "$made/app.zip" --output none
fi
curl --silent --show-error --fail --output /dev/null --max-time 10 --retry 30 --retry-delay 10 --retry-all-errors "https://$host/health/ready"
echo "$version is ready on https://$host"
