/**
 * The web shell's server: out/renderer on 127.0.0.1, read only, with the headers that Electron's
 * own scheme sends. `npm start`, the end-to-end tests and the bench all use this one.
 */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHALLENGE, PROOF, proofFor, secretOf } from './server-proof.mjs';

const HOST = '127.0.0.1';
/** By this name in the `server` header one Rounds knows another. */
export const SERVER_NAME = 'Rounds';

/** The built renderer, and beside it the headers that the build wrote. */
export const builtRenderer = fileURLToPath(new URL('../out/renderer', import.meta.url));

/** Serves `root` at `port` (0: any free one). Rejects with the system's error where the port is taken. */
export async function serve({ root = builtRenderer, port = 0 } = {}) {
  const { headers, own, types } = answersOf(root);
  const secret = secretOf(root);
  const server = createServer((request, response) => {
    answer(root, { own, types }, request).then(
      ({ status, body = '', ...rest }) => {
        const proof = proofFor(secret, request.socket.localPort, request.headers[CHALLENGE]);
        const proven = proof === undefined ? {} : { [PROOF]: proof };
        response.writeHead(status, { ...headers, server: SERVER_NAME, ...proven, ...rest.headers });
        response.end(request.method === 'HEAD' ? undefined : body);
      },
      () => response.writeHead(500, headers).end(),
    );
  });
  await new Promise((resolved, rejected) => {
    server.once('error', rejected);
    server.listen({ host: HOST, port, exclusive: true }, resolved);
  });
  const bound = server.address().port;
  return {
    address: `http://${HOST}:${bound}/`,
    port: bound,
    close: () =>
      new Promise((resolved) => {
        server.close(() => resolved());
        server.closeAllConnections();
      }),
  };
}

async function answer(root, { own, types }, request) {
  const port = request.socket.localPort;
  // Another site can make its own name mean 127.0.0.1 (DNS rebinding); its name gives it away.
  // `localhost` is this machine too, but it is another origin, with other cards: sent to the one.
  if (request.headers.host === `localhost:${port}`) {
    return { status: 308, headers: { location: `http://${HOST}:${port}/` } };
  }
  if (request.headers.host !== `${HOST}:${port}`) return text(421, 'Not served under this name');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return text(405, 'Only GET and HEAD', { allow: 'GET, HEAD' });
  }
  const path = fileFor(root, request.url);
  if (path === undefined) return text(404, 'Not found');
  try {
    const body = await readFile(path);
    return {
      status: 200,
      headers: {
        'content-type': types[extname(path)] ?? 'application/octet-stream',
        'cache-control': caching(root, path),
        ...own[relative(root, path)],
      },
      body,
    };
  } catch {
    return text(404, 'Not found');
  }
}

/**
 * The file that a request's target means, or undefined. Decoded once; every part must be a plain
 * name, so no spelling of '..', of a separator, of a drive or of a stream leads out of the folder.
 */
export function fileFor(root, target) {
  const path = target.split('?')[0];
  if (path === '/') return join(root, 'index.html');
  const names = path.startsWith('/') ? path.slice(1).split('/').map(decoded) : [undefined];
  return names.every((name) => name !== undefined && /^[\w-][\w.@-]*$/.test(name))
    ? [resolve(root), ...names].join(sep)
    : undefined;
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** Names in assets/ carry a hash of their content; anything else is asked for again. */
function caching(root, path) {
  const hashed = path.startsWith(join(resolve(root), 'assets') + sep);
  return hashed ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function text(status, body, headers = {}) {
  return { status, body, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } };
}

/** The headers of every answer, those of single files, and the types, as the build wrote them. */
function answersOf(root) {
  const file = join(root, '../headers.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`${file} is missing or damaged. Run: npm run build`);
  }
}
