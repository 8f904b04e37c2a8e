/**
 * The desktop shell: the built main in a process of its own, with real files, and its page in a real
 * Chromium over the built preload script. What of Electron is between the two is a stand-in.
 */
import { fork } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { open, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { checkout } from '../../build.mjs';
import { Rounds } from '../rounds.mjs';
import { buildStandIn, STAND_IN_PAGE } from './stand-in.mjs';

const MAIN = fileURLToPath(new URL('main-process.mjs', import.meta.url));
const PRELOAD = join(checkout, 'out/preload/index.cjs');

export class DesktopRounds extends Rounds {
  #main;
  #asked = 0;
  #waiting = new Map();

  /** Main runs before its window has a page. */
  async prepare(isBeside) {
    await buildStandIn();
    const { preloadScript } = await import(pathToFileURL(STAND_IN_PAGE).href);
    if (isBeside) return;
    await this.#startMain();
    await this.context.exposeBinding('standInInvoke', (_source, channel, args) =>
      this.#ask(channel, args),
    );
    await this.context.addInitScript({ content: preloadScript(readFileSync(PRELOAD, 'utf8')) });
  }

  async kill() {
    this.#killMain();
    await super.kill();
  }

  async end() {
    this.#killMain();
    await super.end();
  }

  /** One bit of each place that chance names, in files of the journal. */
  async flipJournalBits(chances) {
    const files = this.#journal();
    for (let at = 0; at + 1 < chances.length; at += 2) {
      const path = files[Math.floor(chances[at] * files.length)];
      const position = Math.floor(chances[at + 1] * statSync(path).size);
      const file = await open(path, 'r+');
      const byte = new Uint8Array(1);
      await file.read(byte, 0, 1, position);
      await file.write(new Uint8Array([byte[0] ^ 4]), 0, 1, position);
      await file.close();
    }
  }

  /** The end of what the journal was written last loses so many bytes. */
  async cutJournal(bytes) {
    const [newest] = this.#journal().sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
    await truncate(newest, Math.max(0, statSync(newest).size - bytes));
  }

  /** Where main keeps the journal. */
  get journalFolder() {
    return join(this.folder, 'second-copy');
  }

  #journal() {
    const folder = join(this.journalFolder, 'journal');
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.jsonl'))
      .map((name) => join(folder, name));
  }

  async #startMain() {
    this.#main = fork(MAIN, [this.folder], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const main = this.#main;
    await new Promise((resolve, reject) => {
      main.once('exit', (code, signal) => reject(new Error(`main ended (${signal ?? code})`)));
      main.on('message', ({ id, value, error }) => {
        if (id === 'ready') return resolve();
        const { answer, refuse } = this.#waiting.get(id) ?? {};
        this.#waiting.delete(id);
        if (error === undefined) answer?.(value);
        else refuse?.(new Error(error));
      });
    });
  }

  /** Of a main that is killed meanwhile there is no answer, as there is none over the bridge. */
  #ask(channel, args) {
    const id = this.#asked++;
    return new Promise((answer, refuse) => {
      this.#waiting.set(id, { answer, refuse });
      this.#main.send({ id, channel, args }, (error) => error && refuse(error));
    });
  }

  #killMain() {
    this.#main?.kill('SIGKILL');
    this.#main = undefined;
    this.#waiting.clear();
  }
}
