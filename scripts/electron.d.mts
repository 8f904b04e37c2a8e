/** The path of Electron's binary for this machine, or undefined where it is not installed whole. */
export function electronBinary(): string | undefined;

/** true where a window can be shown at all. */
export function hasDisplay(
  platform?: string,
  env?: Readonly<Record<string, string | undefined>>,
): boolean;

/** A window as root cannot have Chromium's sandbox: ['--no-sandbox'] for root, else nothing. */
export function rootArguments(): string[];

/** Downloads the binary within the limit; 'done', or in words why not. */
export function fetchElectron(limitMillis: number): Promise<string>;
