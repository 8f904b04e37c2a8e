import { cdp } from 'vitest/browser';
import { freshName, keepIn } from './deps.ts';

/**
 * Collections made from now on live in a storage bucket of their own, in which there is little
 * space: the browser reckons for seconds with the space it once found in another.
 */
export async function nearlyFullDisk(): Promise<void> {
  keepIn(freshName());
  await leaveSpace(1_000_000);
}

export async function usualDisk(): Promise<void> {
  await leaveSpace(undefined);
  keepIn(undefined);
}

/** The browser's own limit for this page, as a full disk sets it; undefined lifts it. */
export async function leaveSpace(bytes: number | undefined): Promise<void> {
  const session = cdp() as unknown as {
    send(method: string, params: object): Promise<{ readonly usage: number }>;
  };
  const { origin } = location;
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
  await session.send('Storage.overrideQuotaForOrigin', {
    origin,
    ...(bytes === undefined ? {} : { quotaSize: usage + bytes }),
  });
}
