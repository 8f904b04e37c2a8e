import { session } from 'electron';
import { isOwnAddress } from './origin.ts';

/** All that Rounds uses: cards that are not evicted, and copying text. */
const granted: ReadonlySet<string> = new Set(['persistent-storage', 'clipboard-sanitized-write']);

/** Electron grants what nobody refuses: so both questions are answered, and with no but for the few. */
export function setupPermissions(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(granted.has(permission) && isOwnAddress(details.requestingUrl));
  });
  defaultSession.setPermissionCheckHandler(
    (_contents, permission, origin) => granted.has(permission) && isOwnAddress(origin),
  );
  defaultSession.setDevicePermissionHandler(() => false);
}
