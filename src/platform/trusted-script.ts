import { TRUSTED_TYPES_POLICY } from './content-security-policy.ts';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

let policy: { createScriptURL(url: string): string } | undefined;

/**
 * A script's address as `new Worker(…)` and `serviceWorker.register(…)` demand it under Trusted
 * Types. Only addresses of this very origin pass; others throw. Typed as a string because that is
 * what TypeScript's own DOM types ask for; at run time it is a TrustedScriptURL.
 */
export function trustedScriptUrl(url: string): string {
  policy ??= createPolicy();
  return policy.createScriptURL(url);
}

/** A page may create the policy once only, so this module is the only place that does. */
function createPolicy() {
  const rules = {
    createScriptURL(url: string): string {
      const address = new URL(url, location.href);
      // Hosts are compared, not origins: the origin of app:// is opaque to URL in some engines.
      if (address.protocol === location.protocol && address.host === location.host) return url;
      throw new TypeError(`A script of another origin was refused: ${address.href}`);
    },
  };
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  return trustedTypes?.createPolicy(TRUSTED_TYPES_POLICY, rules) ?? rules;
}
