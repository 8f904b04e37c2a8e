import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { protocol } from 'electron';
import { ownHeadersOf, securityHeaders } from '../../platform/content-security-policy.ts';
import { contentTypes } from '../../platform/content-types.ts';
import { HOST, SCHEME } from './origin.ts';

const ROOT = join(import.meta.dirname, '../renderer');

/** Before the app is ready: app:// is a standard, secure origin with its own storage. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves out/renderer at app://rounds/, with the security headers on every answer. */
export function setupScheme(): void {
  protocol.handle(SCHEME, respond);
}

async function respond(request: Request): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  const file = fileFor(request.url);
  if (file === undefined) return refuse(404);
  try {
    const body = await readFile(file);
    const type = contentTypes[extname(file)] ?? 'application/octet-stream';
    const own = ownHeadersOf(relative(ROOT, file).split(sep).join('/'));
    const headers = { ...securityHeaders, ...own, 'content-type': type };
    return new Response(request.method === 'HEAD' ? null : body, { status: 200, headers });
  } catch {
    return refuse(404);
  }
}

/**
 * The file that an address means, or undefined. Decoded once; every part must be a plain name, so
 * no spelling of '..', of a separator, of a drive or of a stream leads out of the folder.
 */
function fileFor(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== `${SCHEME}:` || url.host !== HOST) return undefined;
  const parts = (url.pathname === '/' ? '/index.html' : url.pathname).slice(1).split('/');
  const names = parts.map(decoded);
  return names.every((name) => name !== undefined && /^[\w-][\w.@-]*$/.test(name))
    ? [ROOT, ...names].join(sep)
    : undefined;
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

function refuse(status: 404 | 405): Response {
  const headers = { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8' };
  return new Response(status === 404 ? 'Not found' : 'Not allowed', { status, headers });
}
