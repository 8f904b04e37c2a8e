import { type LinkHost, preferences, setPreferences } from '../../preferences.ts';

/** Said yes to since Rounds was opened. */
let opened: readonly LinkHost[] = [];

/** Whether the person has let links lead to `host` before, with words of cards where there are some. */
export function isKnownHost(host: string, withWords: boolean): boolean {
  return [...opened, ...preferences().linkHosts].some(
    (known) => known.host === host && (known.withWords || !withWords),
  );
}

/** Remembers a yes: on this device where asked to, else until Rounds is closed. */
export function rememberHost(known: LinkHost, onDevice: boolean): void {
  if (!onDevice) {
    opened = [...opened, known];
    return;
  }
  const others = preferences().linkHosts.filter(({ host }) => host !== known.host);
  setPreferences({ linkHosts: [...others, known] });
}

/** The next link to `host` asks again. */
export function forgetHost(host: string): void {
  opened = opened.filter((known) => known.host !== host);
  setPreferences({ linkHosts: preferences().linkHosts.filter((known) => known.host !== host) });
}
