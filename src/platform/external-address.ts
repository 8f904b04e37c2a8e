import { isPublicHost } from './public-host.ts';

/**
 * The address as the operating system may be given it, or undefined where it may not: https only,
 * to a public host, no user name or password in it, at most 2,048 characters, and never the text as it came (the parsed form
 * is handed on, in which the host is ASCII and everything else percent-encoded).
 */
export function externalAddress(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' || !isPublicHost(url.hostname)) return undefined;
  const isPlain = url.username === '' && url.password === '' && url.href.length <= LONGEST;
  return isPlain ? url.href : undefined;
}

/** What main takes of an address (desktop-api.ts), and every browser. */
const LONGEST = 2048;
