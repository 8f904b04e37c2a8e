type Sanitise = (html: string) => string;

/** What strings may become; `null` lets the browser refuse them. */
interface Rules {
  createHTML(html: string): string | null;
  createScript(): null;
  createScriptURL(): null;
}

interface TrustedTypes {
  readonly defaultPolicy: object | null;
  createPolicy(name: 'default', rules: Rules): object;
}

let sanitise: Sanitise | undefined;

/** The sanitiser, whose code comes with the first card or editor, says so where it is there. */
export function sanitiseStringsBy(own: Sanitise): void {
  sanitise = own;
}

/**
 * From here on every string that any code on the page hands to the browser as HTML goes through the
 * sanitiser first (the editor's clipboard among them), and none before that is there; no string becomes
 * a script. Once, before anything else is on the page.
 */
export function installDefaultPolicy(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes || trustedTypes.defaultPolicy) return;
  trustedTypes.createPolicy(
    'default',
    rulesBy(() => sanitise),
  );
}

/** `sanitiser`: as far as it is loaded. */
export function rulesBy(sanitiser: () => Sanitise | undefined): Rules {
  let isSanitising = false;
  return {
    createHTML(html) {
      // The sanitiser's own parser has a policy of its own; without it this would never end.
      if (isSanitising) return null;
      isSanitising = true;
      try {
        return sanitiser()?.(html) ?? null;
      } finally {
        isSanitising = false;
      }
    },
    createScript: () => null,
    createScriptURL: () => null,
  };
}
