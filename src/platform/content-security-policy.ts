/** The one name under which scripts' addresses may be made trusted: see trusted-script.ts. */
export const TRUSTED_TYPES_POLICY = 'rounds';

/** The file in which cards are shown; the page frames it, and nothing else frames anything. */
export const CARD_DOCUMENT = 'card.html';

const page: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' blob: data:",
  'media-src': 'blob:',
  'font-src': "'self'",
  'connect-src': "'self'",
  'frame-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  // dompurify: the sanitiser's own parser. default: strings of HTML go through the sanitiser.
  'trusted-types': `${TRUSTED_TYPES_POLICY} dompurify default`,
};

/** The workers that read and write files of other programs: they alone may compile WebAssembly, SQLite's. */
const fileWorker: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
};

const card: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': 'blob: data:',
  'media-src': 'blob:',
  'font-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
};

/** Both shells' policy as the built page's meta tag carries it. */
export const metaContentSecurityPolicy = textOf(page);

/** Both shells' policy as a header, which alone may say who embeds the page: nobody. */
export const contentSecurityPolicy = `${metaContentSecurityPolicy}; frame-ancestors 'none'`;

/** The card document's policy as its meta tag carries it: no script, and nothing from elsewhere. */
export const metaCardPolicy = textOf(card);

/** As a header it also takes scripts away from whoever opens the card document outside its frame. */
export const cardPolicy = `${metaCardPolicy}; sandbox allow-same-origin; frame-ancestors 'self'`;

/** Sent with every answer of either shell, whatever its status. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(self), payment=(), usb=()',
  // Chromium asks the name server for the host of every link on an http page, shown or not.
  'x-dns-prefetch-control': 'off',
};

/** A worker has the policy that its own file is sent with. */
const FILE_WORKERS = /^assets\/(?:import|export)-worker-[\w-]+\.js$/;

/** What a single file is sent with instead, by its path in the built page; undefined: nothing else. */
export function ownHeadersOf(path: string): Readonly<Record<string, string>> | undefined {
  if (path === CARD_DOCUMENT) return { 'content-security-policy': cardPolicy };
  return FILE_WORKERS.test(path) ? { 'content-security-policy': textOf(fileWorker) } : undefined;
}

function textOf(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
