import { sanitiseToText } from './sanitise.ts';

interface TrustedTypes {
  readonly defaultPolicy: object | null;
  createPolicy(
    name: 'default',
    rules: {
      createHTML(html: string): string | null;
      createScript(): null;
      createScriptURL(): null;
    },
  ): object;
}

/**
 * From here on every string that any code on the page hands to the browser as HTML goes through the
 * sanitiser first (the editor's clipboard among them), and no string becomes a script. Once, before
 * anything else is on the page.
 */
export function installDefaultPolicy(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes || trustedTypes.defaultPolicy) return;
  let isSanitising = false;
  trustedTypes.createPolicy('default', {
    createHTML(html) {
      // The sanitiser's own parser has a policy of its own; without it this would never end.
      if (isSanitising) return null;
      isSanitising = true;
      try {
        return sanitiseToText(html);
      } finally {
        isSanitising = false;
      }
    },
    createScript: () => null,
    createScriptURL: () => null,
  });
}
