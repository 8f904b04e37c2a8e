export const DEFAULT_PORT: number;

export function portFrom(env: Readonly<Record<string, string | undefined>>): number;

export function chooseShell(found: {
  webAsked: boolean;
  display: boolean;
  binary: string | undefined;
}):
  | { shell: 'web'; why: string | undefined }
  | { shell: 'fetch' }
  | { shell: 'electron'; binary: string };

export function webInstead(why: string): string;

export function whenTaken(found: { port: number; isOurs: boolean; isCalledRounds: boolean }): {
  open: string | undefined;
  lines: string[];
  exitCode: 0 | 1;
};

export function openerFor(found: {
  platform: string;
  display: boolean;
  chromium: string | undefined;
  address: string;
  asRoot: boolean;
}): { command: string; args: string[] } | undefined;
