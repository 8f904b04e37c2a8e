import { session } from 'electron';
import { isOwnAddress } from './origin.ts';

/** All that Rounds uses besides the recorder: cards that are not evicted, and copying text. */
const granted: ReadonlySet<string> = new Set(['persistent-storage', 'clipboard-sanitized-write']);

/** What a recorder hears and sees with. The screen is neither. */
const devices: ReadonlySet<string | undefined> = new Set(['audio', 'video']);

/** Electron grants what nobody refuses: so both questions are answered, and with no but for the few. */
export function setupPermissions(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const mediaTypes = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const isRecording =
      permission === 'media' &&
      details.isMainFrame &&
      mediaTypes.length > 0 &&
      mediaTypes.every((type) => devices.has(type));
    answer((granted.has(permission) || isRecording) && isOwnAddress(details.requestingUrl));
  });
  defaultSession.setPermissionCheckHandler((_contents, permission, origin, details) => {
    const isRecording =
      permission === 'media' && details.isMainFrame && devices.has(details.mediaType);
    return (granted.has(permission) || isRecording) && isOwnAddress(origin);
  });
  defaultSession.setDevicePermissionHandler(() => false);
}
