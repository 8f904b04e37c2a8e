/**
 * How `npm start` knows the server of this checkout from a program that only calls itself Rounds:
 * both know a secret, in a file that no other user can read and that is not served. Whoever is
 * opened at the fixed address has the cards that the browser keeps for it (SHELL-24).
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const CHALLENGE = 'rounds-challenge';
export const PROOF = 'rounds-proof';

/** The secret beside the built page in `root`, made where there is none; undefined: none can be kept. */
export function secretOf(root) {
  const file = join(root, '../server-secret');
  try {
    if (!isPrivate(file)) {
      rmSync(file, { force: true });
      // 'wx': of two that start at once one makes it, and the other reads it.
      writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
    }
  } catch (error) {
    if (error.code !== 'EEXIST') return undefined;
  }
  try {
    const secret = readFileSync(file, 'utf8');
    return isPrivate(file) && /^[0-9a-f]{64}$/.test(secret) ? secret : undefined;
  } catch {
    return undefined;
  }
}

/** The answer to a challenge, good for one port: passed on by a server at another it proves nothing. */
export function proofFor(secret, port, challenge) {
  if (secret === undefined || !/^[0-9a-f]{64}$/.test(challenge ?? '')) return undefined;
  return createHmac('sha256', secret).update(`rounds ${port} ${challenge}`).digest('hex');
}

/** Who answers at the port: by its own name, and whether it knows the secret. */
export async function serverAt(port, secret) {
  const challenge = randomBytes(32).toString('hex');
  try {
    const { headers } = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'HEAD',
      headers: { [CHALLENGE]: challenge },
      redirect: 'manual',
      signal: AbortSignal.timeout(2_000),
    });
    const name = headers.get('server') ?? undefined;
    return { name, isOurs: isSame(headers.get(PROOF), proofFor(secret, port, challenge)) };
  } catch {
    return { name: undefined, isOurs: false };
  }
}

function isSame(given, right) {
  if (!given || !right || given.length !== right.length) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(right));
}

/** Whether the file is this user's alone. Windows keeps a user's folders to the user by itself. */
function isPrivate(file) {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) return false;
  if (process.platform === 'win32') return true;
  return found.uid === process.getuid() && (found.mode & 0o077) === 0;
}
