# One image: the build, and what it needs to run. See docs/operations.md.
FROM node:24-bookworm-slim AS build
WORKDIR /site
# The lockfile first, so that a change of a page does not fetch every package again.
COPY package.json package-lock.json .npmrc ./
# Nothing a package brings may run at installation; none of ours needs to.
RUN npm ci --ignore-scripts
COPY . .
RUN node node_modules/@sveltejs/kit/svelte-kit.js sync \
 && node scripts/start.ts --build-only \
 && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    TZ=Asia/Shanghai \
    VAR_DIR=/var/lib/forest-cities
WORKDIR /site
COPY --from=build /site/package.json ./
COPY --from=build /site/node_modules ./node_modules
COPY --from=build /site/static ./static
COPY --from=build /site/scripts ./scripts
COPY --from=build /site/src ./src
COPY --from=build /site/data ./data
COPY --from=build /site/build ./build
# The site owns its working folder and nothing else: it cannot change its own program.
RUN install -d -o node -g node -m 0700 "$VAR_DIR"
USER node
VOLUME /var/lib/forest-cities
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/start.ts", "--no-build"]
