/** The built web shell in a real Chromium, with its data in a folder: started, killed, looked into. */
import { readdirSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { chromiumArguments } from '../chromium.mjs';

const WAIT_MILLIS = 30_000;
const DAY_MILLIS = 24 * 60 * 60 * 1000;
const FIRST_DAY = Date.UTC(2026, 2, 2, 8);
/** Of the same address, and without the program: what is done there, Rounds does not see. */
const BESIDE = 'about.json';

export class Rounds {
  /** Days since the first start, for the page's clock: on a new day there are new cards. */
  day = 0;
  errors = [];

  constructor(executablePath, folder, server) {
    Object.assign(this, { executablePath, folder, server });
  }

  /** Opens the browser; `isBeside`: on a page without the program; `at`: on that screen. */
  async start({ isBeside = false, at = '' } = {}) {
    this.isKilled = false;
    this.context = await chromium.launchPersistentContext(this.folder, {
      executablePath: this.executablePath,
      chromiumSandbox: process.getuid?.() !== 0,
      args: chromiumArguments,
    });
    this.page = this.context.pages()[0] ?? (await this.context.newPage());
    this.page.setDefaultTimeout(WAIT_MILLIS);
    this.page.on('pageerror', (error) => this.errors.push(String(error)));
    this.session = await this.context.newCDPSession(this.page);
    // A person's answer to the browser's question, or what installing the program brings.
    await this.session.send('Browser.grantPermissions', {
      origin: new URL(this.server.address).origin,
      permissions: ['durableStorage'],
    });
    const browser = await this.context.browser()?.newBrowserCDPSession();
    const { processInfo } = (await browser?.send('SystemInfo.getProcessInfo')) ?? {};
    this.process = processInfo?.find(({ type }) => type === 'browser')?.id;
    await this.prepare(isBeside);
    await this.context.clock.setFixedTime(new Date(FIRST_DAY + this.day * DAY_MILLIS));
    await this.page.goto(this.server.address + (isBeside ? BESIDE : at && `#/${at}`));
  }

  /** Before the page is there; the web shell has nothing beside it. */
  async prepare(_isBeside) {}

  open(place) {
    return this.page.goto(`${this.server.address}#/${place}`);
  }

  /** Every process of the browser at once. */
  async kill() {
    if (this.isKilled) return;
    this.isKilled = true;
    if (!this.context.browser()?.isConnected()) return;
    const closed = new Promise((resolve) => this.context.once('close', resolve));
    try {
      process.kill(-this.process, 'SIGKILL');
    } catch {
      process.kill(this.process, 'SIGKILL');
    }
    await closed;
  }

  async end() {
    await this.context?.close().catch(() => {});
  }

  /** One bit of each place that chance names, in files of the journal. The browser is open, beside. */
  flipJournalBits(chances) {
    return this.page.evaluate(flipBits, { folder: 'journal', chances });
  }

  flipBitsOfCopies(chances) {
    return this.page.evaluate(flipBits, { folder: 'copies', chances });
  }

  get today() {
    return this.page.getByRole('heading', { name: /^Today/, level: 1 });
  }

  async text() {
    return (await this.page.locator('body').innerText()).replace(/\s+/g, ' ');
  }

  /** What is in the database of the collection, read beside the program. */
  stored() {
    return this.page.evaluate(async () => {
      // The newest: one that could not be read is left beside it.
      const names = (await navigator.storageBuckets.keys()).filter((name) =>
        name.startsWith('rounds-cards'),
      );
      const bucket = await navigator.storageBuckets.open(names.sort().at(-1));
      const settled = (request) =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const db = await settled(bucket.indexedDB.open('rounds'));
      try {
        const table = (name) => db.transaction(name).objectStore(name);
        const notes = await settled(table('notes').getAll());
        return {
          reviews: await settled(table('reviews').count()),
          undone: await settled(table('undone').count()),
          texts: notes.map(({ fields }) => Object.values(fields).join(' ')),
          decks: (await settled(table('decks').getAll())).map(({ name }) => name),
          drafts: JSON.stringify(await settled(table('drafts').getAll())),
        };
      } finally {
        db.close();
      }
    });
  }

  /** The folder of LevelDB files that the collection lies in: the largest of the profile's. */
  databaseFolder() {
    const found = foldersIn(this.folder).filter((path) => /indexeddb\.leveldb$/.test(path));
    const inBucket = found.filter((path) => /WebStorage/.test(path));
    const [largest] = inBucket.sort((a, b) => sizeOf(b) - sizeOf(a));
    if (!largest) throw new Error('the database is not in a bucket of its own');
    return largest;
  }

  /** Fills the disk up to the last `left` bytes; the path of what fills it. */
  async fill(left) {
    const path = join(this.folder, `filler-${left}`);
    const file = await open(path, 'w');
    let written = 0;
    for (let bytes = 1 << 20; bytes >= 1; bytes >>= 1) {
      for (;;) {
        try {
          const some = (await file.write(new Uint8Array(bytes))).bytesWritten;
          if (some === 0) break;
          written += some;
        } catch {
          break;
        }
      }
    }
    await file.truncate(Math.max(0, written - left));
    await file.close();
    return path;
  }
}

function foldersIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? [path, ...foldersIn(path)] : [];
  });
}

function sizeOf(folder) {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

/** In the page: a bit changed in files of the folder, at places that chance gives. */
async function flipBits({ folder, chances }) {
  const bucket = await navigator.storageBuckets.open('rounds-journal');
  const files = [];
  const gather = async (directory) => {
    for await (const each of directory.values())
      if (each.kind === 'file') files.push(each);
      else await gather(each);
  };
  await gather(await (await bucket.getDirectory()).getDirectoryHandle(folder));
  for (let at = 0; at + 1 < chances.length; at += 2) {
    const handle = files[Math.floor(chances[at] * files.length)];
    const file = await handle.getFile();
    const position = Math.floor(chances[at + 1] * file.size);
    const [byte] = new Uint8Array(await file.slice(position, position + 1).arrayBuffer());
    const writable = await handle.createWritable({ keepExistingData: true });
    await writable.write({ type: 'write', position, data: new Uint8Array([byte ^ 4]) });
    await writable.close();
  }
}
