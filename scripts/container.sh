#!/usr/bin/env bash
# Builds the image of the Dockerfile and lives in it: starts it as the image says, as its own user, on a file system that only data/
# can be written of; registers a complaint by HTTP, and ends it with SIGTERM. Needs root on Debian, and no daemon: buildah is installed
# where it is missing, and the base is made of Debian's packages and the Node of node_modules. No image stays behind.
set -euo pipefail
cd "$(dirname "$0")/.."

most_mb=400
most_seconds=10
node=$PWD/node_modules/node/bin/node

cannot() {
  echo "container: NOT CHECKED on this machine: $1" >&2
  exit 0
}
# Mounts of its own, which end with it.
if [ -z "${own_mounts:-}" ]; then
  [ "$(id -u)" = 0 ] || cannot 'only root can build an image without a daemon'
  unshare --mount true 2>/dev/null || cannot 'root may not mount here (a container without CAP_SYS_ADMIN)'
  command -v apt-get >/dev/null || cannot 'there is no apt-get: the base and buildah are packages of Debian'
  own_mounts=yes exec unshare --mount bash scripts/container.sh
fi

tmp=$(mktemp -d)
# In memory where there is much: images are thousands of small files, copied several times.
room=$(df --output=avail /dev/shm 2>/dev/null | tail -1) || room=0
if [ "${room:-0}" -gt 6000000 ]; then mount -t tmpfs -o size=6g container "$tmp"; fi
chmod 711 "$tmp"
export TMPDIR=$tmp BUILDAH_ISOLATION=chroot DEBIAN_FRONTEND=noninteractive
doing=''
running=''
root=''
step() {
  doing=$1
  echo "container: $doing ($SECONDS s)"
}
fail() {
  echo "container: $1" >&2
  exit 1
}
# Runs what says a lot, and shows it only when it fails.
quietly() {
  "$@" >"$tmp/log" 2>&1 </dev/null || { tail -40 "$tmp/log" >&2; return 1; }
}
end() {
  local code=$?
  trap - EXIT
  if [ -n "$running" ]; then
    kill -KILL "$(innermost "$running")" 2>/dev/null || true
    wait "$running" 2>/dev/null || true
  fi
  if [ -n "$root" ]; then umount -l "$root" 2>/dev/null || true; fi
  rm -rf "$tmp" 2>/dev/null || { umount -l "$tmp" && rmdir "$tmp"; }
  [ "$code" = 0 ] || echo "container: FAILED: $doing" >&2
  exit "$code"
}
trap end EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

images() { buildah --root "$tmp/storage" --runroot "$tmp/run" --storage-driver vfs "$@"; }

# The process inside all others that a process started: the bot itself.
innermost() {
  local pid=$1 child
  while child=$(pgrep -P "$pid" | tail -1) && [ -n "$child" ]; do pid=$child; done
  echo "$pid"
}

# One value of the image's configuration, its items each ended by a zero byte.
configured() {
  images inspect --type image "$image" | "$node" -e "
    const { config } = JSON.parse(require('node:fs').readFileSync(0, 'utf8')).Docker;
    process.stdout.write([config.$1].flat().map((one) => one + '\0').join(''));"
}

# The registry inside is that of outside: its address, its certificates, and who may read it.
make_npmrc() {
  local etc=$1 name value ca
  mkdir -p "$etc"
  {
    cat "$(npm config get userconfig)" 2>/dev/null || true
    for name in registry proxy https-proxy noproxy; do
      value=$(npm config get "$name")
      case $value in '' | null | undefined) ;; *) echo "$name=$value" ;; esac
    done
    ca=$(npm config get cafile)
    [ -f "$ca" ] || ca=${NODE_EXTRA_CA_CERTS:-}
    if [ -f "$ca" ]; then
      cp "$ca" "$etc/npm-ca.crt"
      echo 'cafile=/usr/local/etc/npm-ca.crt'
    fi
  } >"$etc/npmrc"
}

make_base() {
  local packages
  mkdir -p "$tmp/packages" "$tmp/base/root/usr/local/bin" "$tmp/base/root/usr/local/lib/node_modules" "$tmp/base/root/etc"
  packages=$(apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances \
    base-files coreutils dash libstdc++6 | grep '^[a-z]' | grep -v ':') || return 1
  # shellcheck disable=SC2086 # A word is a package.
  (cd "$tmp/packages" && apt-get -q -o APT::Sandbox::User=root download $packages) || return 1
  for package in "$tmp"/packages/base-files_*.deb "$tmp"/packages/*.deb; do dpkg-deb -x "$package" "$tmp/base/root" || return 1; done
  cp "$node" "$tmp/base/root/usr/local/bin/" || return 1
  cp -r "$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")" "$tmp/base/root/usr/local/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$tmp/base/root/usr/local/bin/npm"
  printf 'root:x:0:0:root:/root:/bin/sh\nnode:x:1000:1000::/home/node:/bin/sh\n' >"$tmp/base/root/etc/passwd"
  printf 'root:x:0:\nnode:x:1000:\n' >"$tmp/base/root/etc/group"
  make_npmrc "$tmp/base/root/usr/local/etc"
  printf 'FROM scratch\nCOPY root /\n' >"$tmp/base/Dockerfile"
  images build --iidfile "$tmp/base.id" "$tmp/base"
}

if ! { command -v buildah && command -v pgrep; } >/dev/null; then
  step 'install buildah'
  quietly apt-get -q update || cannot 'apt-get reaches no packages'
  quietly apt-get install -q -y --no-install-recommends buildah procps || cannot 'apt-get cannot install buildah'
fi
step "make a base of Debian's packages and Node $("$node" --version)"
quietly make_base || { quietly apt-get -q update && rm -rf "$tmp/base" "$tmp/packages" && quietly make_base; }

step 'build the image'
quietly images build --format docker --build-arg "BASE=$(cat "$tmp/base.id")" --iidfile "$tmp/image.id" .
image=$(cat "$tmp/image.id")
container=$(images from "$image")
# Buildah mounts over these: they must be there before nothing can be written any more.
quietly images run "$container" -- true
root=$(images mount "$container")
touch "$root/run/.containerenv"

step "weigh it: less than $most_mb MB without the base"
size=$(du -sm --apparent-size "$root/klachtenbot" | cut -f1)
echo "container: $size MB, of which (MB):"
(cd "$root/klachtenbot" && du -m --apparent-size -d 2 -t 3M . | sort -rn | sed 1d | head -12)
[ "$size" -lt "$most_mb" ] || fail "$size MB is too much"

step 'start it, with a data/ that can be written, and letters/ of its own'
mapfile -d '' command < <(configured Cmd)
mapfile -d '' health < <(configured 'Healthcheck.Test.slice(1)')
user=$(configured User | tr -d '\0')
install -d -m 700 -o "${user%:*}" -g "${user#*:}" "$tmp/data"
cp -r letters "$tmp/letters"
echo 'Deze regel staat alleen in de eigen map.' >>"$tmp/letters/acknowledgement.txt"
mount --bind "$root" "$root"
mount -o remount,bind,ro "$root"
port=$("$node" -e "const s = require('node:net').createServer().listen(0, '127.0.0.1', () => s.close(console.log(s.address().port)))")
images run --volume "$tmp/data:/klachtenbot/data" --volume "$tmp/letters:/klachtenbot/letters:ro" --env "PORT=$port" \
  --env CLOCK=2026-11-23T10:00 --env LOG_LEVEL=warn "$container" -- "${command[@]}" >"$tmp/printed" 2>&1 </dev/null &
running=$!

step 'register a complaint in it'
"$node" scripts/container.ts "http://127.0.0.1:$port" || { cat "$tmp/printed" >&2; fail 'the bot does not do its job in the container'; }

step 'look who it is, and what it can write'
bot=$(innermost "$running")
inside=/proc/$bot/root
[ "$(stat -c %u:%g "/proc/$bot")" = "$user" ] || fail "it runs as $(stat -c %u:%g "/proc/$bot"), and the image says $user"
[ "$user" != 0:0 ] || fail 'it runs as root'
for folder in "" /tmp /var/tmp /etc /klachtenbot /klachtenbot/src /klachtenbot/letters /klachtenbot/node_modules/.cache; do
  # Asked as root, who could write wherever it is not forbidden to all.
  ! touch "$inside$folder/probe" 2>/dev/null || fail "it could write in $folder/"
done
touch "$inside/klachtenbot/data/probe" || fail 'data/ cannot be written'
[ "$(find "$root/klachtenbot" -not -path '*/data' -not -user root | wc -l)" = 0 ] || fail 'something in it belongs to its user'

step 'ask its health as HEALTHCHECK does'
chroot --userspec="$user" "$inside" /usr/bin/env -i "PATH=/usr/local/bin" "PORT=$port" "${health[@]}" || fail 'HEALTHCHECK fails'
! chroot --userspec="$user" "$inside" /usr/bin/env -i "PATH=/usr/local/bin" PORT=1 "${health[@]}" || fail 'HEALTHCHECK never fails'

step 'copy its register in it, and sort there what goes to a temporary file'
within() {
  mapfile -d '' environment < <(configured Env)
  chroot --userspec="$user" "$inside" /usr/bin/env -i "${environment[@]}" /bin/sh -c 'cd /klachtenbot && exec "$@"' sh "$@"
}
within node src/cli/register.ts backup data/copy.db || fail 'no copy can be made in it'
within node -e "
  const db = new (require('node:sqlite').DatabaseSync)('data/copy.db');
  db.exec('PRAGMA temp_store = FILE; PRAGMA cache_size = 10');
  db.exec('CREATE TEMP TABLE many AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000) SELECT hex(randomblob(50)) AS x FROM n');
  db.prepare('SELECT x FROM many ORDER BY x LIMIT 1 OFFSET 199999').get();" || fail 'a temporary file cannot be written in it'

step "end it with SIGTERM, within $most_seconds seconds"
# The container keeps its own view of it; buildah tidies up in this one.
umount "$root"
began=$SECONDS
kill -TERM "$bot"
while kill -0 "$bot" 2>/dev/null; do
  [ $((SECONDS - began)) -lt "$most_seconds" ] || fail "it runs still after $most_seconds seconds"
  sleep 0.1
done
code=0
wait "$running" || code=$?
running=''
[ "$code" = 0 ] || { cat "$tmp/printed" >&2; fail "it ended with $code"; }

step 'read the register that it left in data/'
STORE="sqlite:$tmp/data/klachten.db" "$node" src/cli/register.ts verify
doing=''
echo "container: good ($SECONDS s)"
