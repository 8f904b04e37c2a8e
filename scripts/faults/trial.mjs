/** One trial of a fault: study, the fault, three starts, and what is there then. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { chromiumArguments } from '../chromium.mjs';
import { serve } from '../serve.mjs';

const DISK_MEGABYTES = 160;
const STARTS = 3;
const WAIT_MILLIS = 30_000;

/** Does one trial of `kind`. { is: 'survived' | 'lost' | 'impossible', why } */
export async function inTrial(executablePath, kind, number) {
  const folder = mkdtempSync(join(tmpdir(), 'rounds-fault-'));
  const disk = kind.fillsDisk ? mounted(folder) : undefined;
  if (kind.fillsDisk && !disk) {
    rmSync(folder, { recursive: true, force: true });
    return { is: 'impossible', why: 'no small disk can be mounted here' };
  }
  const trial = new Trial(executablePath, folder, await serve());
  try {
    await trial.study(kind, number);
    return await trial.judged();
  } catch (error) {
    return { is: 'lost', why: `the trial broke: ${String(error).split('\n')[0]}` };
  } finally {
    await trial.end();
    disk?.unmount();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

class Trial {
  accepted = 0;

  constructor(executablePath, folder, server) {
    Object.assign(this, { executablePath, folder, server });
  }

  async study(kind, number) {
    await this.start();
    await this.page.getByRole('heading', { name: /^Today/, level: 1 }).waitFor();
    if (kind.isLarge) await this.loadLargeDeck();
    await this.begin();
    for (let answers = 0; answers < kind.answers; answers++) await this.answer();
    if (kind.isKilledAtKey) {
      await this.page.keyboard.press('Space');
      await this.page.keyboard.press('3');
      await pause(number * 3);
    }
    if (kind.fillsDisk) {
      const filler = await this.fill();
      for (let tries = 0; tries < 6; tries++) await this.answer(4_000).catch(() => {});
      await pause(1_500);
      this.saidWhileFull = (await this.page.locator('body').innerText()).replace(/\s+/g, ' ');
      await this.kill();
      await rm(filler);
      return;
    }
    await kind.whileOpen?.(this);
    await this.kill();
    await kind.between?.(this);
  }

  /** Three starts: the damage of some faults shows only at the second. */
  async judged() {
    const said = this.saidWhileFull;
    if (said !== undefined && !/disk is full/i.test(said)) {
      return { is: 'lost', why: `on a full disk it said “${said.slice(0, 400)}”` };
    }
    for (let start = 1; start <= STARTS; start++) {
      await this.start();
      const today = this.page.getByRole('heading', { name: /^Today/, level: 1 });
      const goOn = this.page.getByRole('button', { name: /^(Go on|Put the cards back)$/ });
      // What a person would press: a start may say something first, and so may the one after it.
      for (let presses = 0; presses < 4; presses++) {
        await today.or(goOn).first().waitFor();
        if (await today.isVisible()) break;
        this.said = await this.page.locator('body').innerText();
        await goOn.click();
        await this.page.waitForFunction(
          (said) => document.body.innerText !== said && document.querySelector('h1'),
          this.said,
        );
      }
      if (!(await today.isVisible())) {
        const said = (await this.page.locator('body').innerText()).replace(/\s+/g, ' ');
        return { is: 'lost', why: `start ${start}: no Today, but “${said.slice(0, 300)}”` };
      }
      const reviews = await this.reviews();
      if (reviews < this.accepted) {
        return { is: 'lost', why: `start ${start}: ${reviews} of ${this.accepted} answers` };
      }
      await this.kill();
    }
    return { is: 'survived' };
  }

  async start() {
    this.context = await chromium.launchPersistentContext(this.folder, {
      executablePath: this.executablePath,
      chromiumSandbox: process.getuid?.() !== 0,
      args: chromiumArguments,
    });
    this.page = this.context.pages()[0] ?? (await this.context.newPage());
    this.page.setDefaultTimeout(WAIT_MILLIS);
    // A person's answer to the browser's question, or what installing the program brings.
    const session = await this.context.newCDPSession(this.page);
    await session.send('Browser.grantPermissions', {
      origin: new URL(this.server.address).origin,
      permissions: ['durableStorage'],
    });
    await this.page.goto(this.server.address);
  }

  async begin() {
    await this.page.getByRole('button', { name: /^(Begin|Continue)/ }).click();
    await this.page.getByRole('button', { name: /^Show answer/ }).waitFor();
  }

  /** One answer; counted when the next card is shown. */
  async answer(timeout = WAIT_MILLIS) {
    const { page } = this;
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: /^Good/ }).waitFor({ timeout });
    await page.keyboard.press('3');
    const end = page.getByRole('heading', { name: /^(Done|Nothing due here)/ });
    await page
      .getByRole('button', { name: /^Show answer/ })
      .or(end)
      .waitFor({ timeout });
    this.accepted++;
  }

  /** A deck of several megabytes: the browser spares what is small when it clears a full disk. */
  async loadLargeDeck() {
    const facts = Array.from(
      { length: 3000 },
      (_, index) => `### fact-${index}\nQ: Fact ${index}?\nA: ${'long '.repeat(200)}${index}\n`,
    );
    const text = `# Large\n\n- deck: large\n- source: a fault\n\n## All\n\n${facts.join('\n')}`;
    await this.page.goto(`${this.server.address}#/deck`);
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: 'Choose a file' }).click();
    const file = { name: 'large.md', mimeType: 'text/plain', buffer: Buffer.from(text) };
    await (await chooser).setFiles(file);
    await this.page.getByRole('button', { name: 'Add the deck' }).click();
    await this.page.getByRole('button', { name: 'Study Large' }).waitFor();
    await this.page.goto(`${this.server.address}#/`);
    await this.page.getByRole('heading', { name: /^Today/, level: 1 }).waitFor();
  }

  reviews() {
    return this.page.evaluate(async () => {
      // The newest: one that could not be read is left beside it.
      const names = (await navigator.storageBuckets.keys()).filter((name) =>
        name.startsWith('rounds-cards'),
      );
      const bucket = await navigator.storageBuckets.open(names.sort().at(-1));
      return new Promise((resolve, reject) => {
        const opening = bucket.indexedDB.open('rounds');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          try {
            const counted = opening.result.transaction('reviews').objectStore('reviews').count();
            counted.onsuccess = () => {
              opening.result.close();
              resolve(counted.result);
            };
          } catch (error) {
            opening.result.close();
            reject(error);
          }
        };
      });
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

  async fill() {
    const path = join(this.folder, 'filler');
    const file = await open(path, 'w');
    for (let bytes = 1 << 20; bytes >= 1; bytes >>= 1) {
      for (;;) {
        try {
          if ((await file.write(new Uint8Array(bytes))).bytesWritten === 0) break;
        } catch {
          break;
        }
      }
    }
    await file.close();
    return path;
  }

  async kill() {
    const session = await this.context.browser()?.newBrowserCDPSession();
    const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
    const id = processInfo?.find(({ type }) => type === 'browser')?.id;
    const closed = new Promise((resolve) => this.context.once('close', resolve));
    if (id) process.kill(id, 'SIGKILL');
    await closed;
    await pause(200);
  }

  async end() {
    await this.context?.close().catch(() => {});
    await this.server.close();
  }
}

/** A file system in memory of a few megabytes, where this user may mount one. */
function mounted(folder) {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MEGABYTES}m`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
    return { unmount: () => execFileSync('umount', ['-l', folder]) };
  } catch {
    return undefined;
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

function pause(millis) {
  return new Promise((resolve) => setTimeout(resolve, millis));
}
