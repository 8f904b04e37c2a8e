/**
 * Set up for every file of browser tests: the files of a shard share one page, so that its hundreds
 * of modules are loaded once. Each begins as on a page that was just opened.
 */
import './act.ts';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react/pure';
import { preferencesFrom, setPreferences } from '../../src/renderer/preferences.ts';

// What the library does itself is done for the first file of a page alone.
beforeEach(cleanup);

beforeAll(async () => {
  await page.viewport(414, 896);
});

afterAll(async () => {
  await cleanup();
  setPreferences(preferencesFrom(null));
  localStorage.clear();
  await emptyDatabases();
  document.body.replaceChildren();
  for (const root of [document.documentElement, document.body]) {
    for (const name of root.getAttributeNames()) {
      if (name !== 'lang') root.removeAttribute(name);
    }
  }
  scrollTo(0, 0);
});

/** What a session of Chromium's own protocol can do, of what is used here. */
interface Session {
  send(method: string, parameters: object): Promise<unknown>;
}

/**
 * All at once, which takes away their files. Deleted one by one, each is looked through and leaves
 * marks of what was deleted, through which the deletion of the next goes, too.
 */
async function emptyDatabases(): Promise<void> {
  const session = cdp() as unknown as Session;
  const { origin } = location;
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
}
