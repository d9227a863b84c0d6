#!/usr/bin/env bash
# Puts a version where scripts/provision.sh made room for it, and waits until it is ready; to roll back, name an earlier one:
#   scripts/deploy.sh rg-klachten HEAD
# Takes what is committed under that tag or as HEAD, nothing else. Asks for az, signed in; on App Service for Linux, npm and zip too.
# An older version does not start on a register that a newer one has opened: then put back a backup of before it as well.
set -euo pipefail
cd "$(dirname "$0")/.."
usage='Name the resource group and the version: scripts/deploy.sh rg-klachten HEAD'
group=${1:?"$usage"}
version=${2:?"$usage"}
case $group$version in -*) echo "$usage" >&2; exit 1 ;; esac
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
  # Until the new revision is ready the one before it answers.
  revision() { az containerapp show --resource-group "$group" --name "$app" --query "properties.latest$1RevisionName" --output tsv; }
  made_revision=$(revision '')
  for _ in $(seq 60); do
    if [ "$(revision Ready)" = "$made_revision" ]; then break; fi
    sleep "${DEPLOY_WAIT:-10}"
  done
  [ "$(revision Ready)" = "$made_revision" ] || { echo "$version does not get ready: look at the log of $made_revision. What ran before still does." >&2; exit 1; }
  echo "Write image = '$image' in infra/main.bicepparam too, or the next provisioning puts the one there back."
else
  (cd "$made" && npm ci --omit=dev --ignore-scripts --no-progress --os=linux --cpu=x64 --libc=glibc \
    && zip -qr app.zip package.json cards letters manifest/color.png src node_modules)
  az webapp deploy --resource-group "$group" --name "$app" --type zip --src-path "$made/app.zip" --output none
fi
curl --silent --show-error --fail --output /dev/null --max-time 10 --retry 30 --retry-delay 10 --retry-all-errors "https://$host/health/ready"
echo "$version is ready on https://$host"
