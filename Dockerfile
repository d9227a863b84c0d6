# Klachtenbot in a container: README, "In a container". `docker build -t klachtenbot .`
# The base has Node 24 with npm and glibc: --build-arg BASE=... for one of your own, best with its digest. Where packages come from a
# registry of your own, its /usr/local/etc/npmrc says so. Nothing here asks for BuildKit, which `az acr build` does not have.
ARG BASE=node:24-bookworm-slim

FROM ${BASE} AS made
WORKDIR /klachtenbot
COPY package.json package-lock.json .npmrc ./
# No package runs a script of its own here: none needs to.
RUN npm ci --omit=dev --ignore-scripts
COPY cards cards
COPY letters letters
COPY manifest/color.png manifest/
COPY src src
# Starts it once and stops it as soon as it runs, as the user that will run it: what it compiled is kept beside the code, so
# that a container starts sooner and in less memory, on a file system that cannot be written too.
RUN install -d -o 1000 -g 1000 node_modules/.cache && install -d -m 700 /data
USER 1000:1000
RUN STORE=sqlite::memory: PORT=0 LOG_LEVEL=silent node -e " \
      const watch = setInterval(() => { \
        if (process.listenerCount('SIGTERM') > 0) process.kill(process.pid, clearInterval(watch)); \
      }, 100); \
      import('/klachtenbot/src/start.js')" \
    && chmod -R a+rX node_modules/.cache

FROM ${BASE}
WORKDIR /klachtenbot
# All of it belongs to root: who runs it can write in data/ only.
COPY --from=made --chown=0:0 /klachtenbot ./
COPY --from=made --chown=1000:1000 /data data
# SQLite rewrites its file by way of another one, which holds personal data too: beside the register, not in /tmp.
ENV NODE_ENV=production SQLITE_TMPDIR=/klachtenbot/data
USER 1000:1000
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 CMD ["node", "-e", \
  "fetch('http://127.0.0.1:' + (process.env.PORT || 3978) + '/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Without npm, which would keep SIGTERM to itself.
CMD ["node", "src/start.js"]
