/**
 * `node scripts/bench/rebuild.mjs [CARDS] [STEPS]`: puts a journal into the browser's private files,
 * starts the built program on it with no database, and says what putting everything back costs: in
 * processor seconds of all of the browser, against reading and parsing the same lines in the same
 * page; the most memory of one process; how both grew; and what was shown of it. Linux alone.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { build, checkout } from '../build.mjs';
import { findHeadlessShell, obtainChromium } from '../chromium.mjs';
import { Rounds } from '../faults/rounds.mjs';
import { serve } from '../serve.mjs';

const [cards = 100_000, steps = 500_000] = process.argv.slice(2).map(Number);
const RAW_RUNS = 3;
const HOURS_MILLIS = 2 * 60 * 60 * 1000;
const TICKS_A_SECOND = 100;
/** In three seconds a browser that does nothing takes less. */
const IDLE_TICKS = 20;

const chromium = findHeadlessShell() ?? (await obtainChromium());
build();
const quiet = { root: checkout, configFile: false, envDir: false, logLevel: 'silent' };
const { module } = await runnerImport(join(checkout, 'bench/journal.ts'), quiet);
const folder = mkdtempSync(join(tmpdir(), 'rounds-rebuild-'));
const server = await serve();
const rounds = new Rounds(chromium.path, folder, server);
try {
  await rounds.start({ isBeside: true });
  rounds.page.setDefaultTimeout(HOURS_MILLIS);
  for (const [name, text] of module.journalOf(cards, steps))
    await rounds.page.evaluate(putSegment, [name, text]);
  const raw = [];
  for (let run = 0; run < RAW_RUNS; run++) raw.push(await during(() => rounds.page.evaluate(read)));
  say('reading and parsing the lines', raw.map(seconds).join(', '));
  // A process that has not held all lines itself: its memory is what putting them back takes.
  await rounds.kill();
  await rounds.start({ isBeside: true });
  rounds.page.setDefaultTimeout(HOURS_MILLIS);

  const shown = [];
  const courses = [];
  const whole = await during(async () => {
    await rounds.page.goto(rounds.server.address);
    const bar = rounds.page.locator('progress[value]');
    const done = rounds.page.getByRole('button', { name: 'Go on' });
    for (;;) {
      await bar.or(done).first().waitFor();
      if (await done.isVisible()) return;
      const [value, most] = await bar
        .evaluate(({ value, max }) => [value, max], undefined, { timeout: 1000 })
        .catch(() => [0, 1]);
      shown.push(value / most);
      courses.push([value / most, ...byProcess()]);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  });
  say('putting everything back', `${seconds(whole)}; times the reading: ${ratio(whole)}`);
  say('progress was seen', `${new Set(shown).size} values, ${shown[0]} to ${shown.at(-1)}`);
  say('the most memory of each process', mostMemory().join(', '));
  for (let part = 0; part <= 10; part++) {
    const row = courses.find(([done]) => done >= part / 10);
    if (row) say(`at ${(100 * row[0]).toFixed(0)} %`, row.slice(1).join('; '));
  }
  say('the report', (await rounds.text()).slice(0, 300));
  await rounds.page.getByRole('button', { name: 'Go on' }).click();
  await rounds.today.waitFor();
  const { reviews } = await rounds.stored();
  say('answers in the database', reviews);

  // The same steps worked out anew from the database and compared with what stands there and in the
  // journal, nothing written: against reading the rows of its steps, each in a browser of its own.
  await rounds.kill();
  await rounds.start({ isBeside: true });
  rounds.page.setDefaultTimeout(HOURS_MILLIS);
  const rows = [];
  for (let run = 0; run < RAW_RUNS; run++)
    rows.push(await during(() => rounds.page.evaluate(rowsRead)));
  say('reading the rows of all steps', rows.map(seconds).join(', '));
  await rounds.kill();
  await rounds.start({ isBeside: true });
  rounds.page.setDefaultTimeout(HOURS_MILLIS);
  // What no way of putting back can do without: every row into a database with the same indexes.
  const looked = await during(() => rounds.page.evaluate(everyRow, false));
  const copied = await during(() => rounds.page.evaluate(everyRow, true));
  const written = copied - looked;
  say('writing the same rows', `${seconds(written)}; times that: ${(whole / written).toFixed(2)}`);
  await rounds.kill();
  await rounds.start({ at: 'settings?at=care' });
  rounds.page.setDefaultTimeout(HOURS_MILLIS);
  // A start loads ahead, and the settings preview the coming days: that is no part of it.
  for (let before = -1; spent() - before > IDLE_TICKS; ) {
    before = spent();
    await new Promise((resolve) => setTimeout(resolve, 3000));
  }
  const checked = await during(async () => {
    await rounds.page.getByRole('button', { name: 'Check the collection' }).click();
    // A locator would look at the whole page for every frame, which is no part of it either.
    const isSaid = () =>
      / [0-9a-f]{16}/.test(document.querySelector('#care ~ [role=status]')?.textContent ?? '');
    await rounds.page.waitForFunction(isSaid, undefined, { polling: 500, timeout: HOURS_MILLIS });
  });
  say('checking all of it', `${seconds(checked)}; times the reading: ${ratio(checked, rows)}`);
  say('the most memory of each process', mostMemory().join(', '));
  const found = await rounds.page.getByRole('status').allInnerTexts();
  say('the check says', found.join(' ').replace(/\s+/g, ' ').slice(0, 300));

  function ratio(seconds, of = raw) {
    const sorted = [...of].sort((a, b) => a - b);
    const middle = sorted[Math.floor(sorted.length / 2)];
    const [mid, low, high] = [middle, sorted.at(-1), sorted[0]].map((each) =>
      (seconds / each).toFixed(2),
    );
    return `${mid} in ${low}–${high}`;
  }
} finally {
  await rounds.end();
  await server.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

function say(what, value) {
  console.log(`${what}: ${value}`);
}

function seconds(value) {
  return `${value.toFixed(1)} s`;
}

/** Processor seconds of the browser's processes, those with them that ended. */
async function during(work) {
  const before = spent();
  await work();
  return (spent() - before) / TICKS_A_SECOND;
}

/** The browser, which is told the folder, and all that it has started. */
function processes() {
  const all = readdirSync('/proc').flatMap((id) => {
    try {
      const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const isBrowser = readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(folder);
      return [{ id, parent: fields[1], fields, isBrowser }];
    } catch {
      return [];
    }
  });
  const own = new Set(all.filter(({ isBrowser }) => isBrowser).map(({ id }) => id));
  for (let before = -1; before !== own.size; ) {
    before = own.size;
    for (const { id, parent } of all) if (own.has(parent)) own.add(id);
  }
  return all.filter(({ id }) => own.has(id));
}

function spent() {
  return processes().reduce((sum, { fields }) => sum + Number(fields[11]) + Number(fields[12]), 0);
}

/** Processor seconds and present memory of the page's process and of the browser's own. */
function byProcess() {
  const found = new Map();
  for (const { id, fields } of processes()) {
    try {
      const line = readFileSync(`/proc/${id}/cmdline`, 'utf8');
      const type = /--type=([a-z-]+)/.exec(line)?.[1] ?? 'browser';
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      const [spent, megabytes] = found.get(type) ?? [0, 0];
      found.set(type, [
        spent + (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND,
        megabytes + Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024,
      ]);
    } catch {
      // It ended meanwhile.
    }
  }
  return ['renderer', 'browser'].map((type) => {
    const [spent = 0, megabytes = 0] = found.get(type) ?? [];
    return `${type} ${spent.toFixed(0)} s, ${megabytes.toFixed(0)} MB`;
  });
}

function mostMemory() {
  const peaks = processes().map(({ id }) => {
    const status = readFileSync(`/proc/${id}/status`, 'utf8');
    const type = /--type=([a-z-]+)/.exec(readFileSync(`/proc/${id}/cmdline`, 'utf8'))?.[1];
    const megabytes = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
    return { megabytes, name: type ?? 'browser' };
  });
  return peaks
    .sort((a, b) => b.megabytes - a.megabytes)
    .map(({ megabytes, name }) => `${Math.round(megabytes)} MB (${name})`);
}

/** In the page. */
async function putSegment([name, text]) {
  const bucket = await navigator.storageBuckets.open('rounds-journal', {
    persisted: true,
    durability: 'strict',
  });
  let folder = await bucket.getDirectory();
  for (const each of ['journal', 'bench'])
    folder = await folder.getDirectoryHandle(each, { create: true });
  const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await file.write(text);
  await file.close();
}

/** In the page: every line of every file, parsed. */
async function read() {
  const bucket = await navigator.storageBuckets.open('rounds-journal');
  const journal = await (await bucket.getDirectory()).getDirectoryHandle('journal');
  let lines = 0;
  for await (const file of (await journal.getDirectoryHandle('bench')).values()) {
    const text = await (await file.getFile()).text();
    for (const line of text.split('\n')) {
      if (line === '') continue;
      // The hash of the line stands before it.
      JSON.parse(line.startsWith('{') ? line : line.slice(17));
      lines++;
    }
  }
  return lines;
}

/** In the page: every row of the log, a thousand at a time. */
async function rowsRead() {
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
  let read = 0;
  for (let after; ; ) {
    const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
    const page = await settled(
      db.transaction('operations').objectStore('operations').getAll(range, 1000),
    );
    read += page.length;
    if (page.length === 0) break;
    after = page.at(-1).id;
  }
  db.close();
  return read;
}

/** In the page: every row of every table, a thousand at a time, and written to a second database. */
async function everyRow(isWritten) {
  const names = (await navigator.storageBuckets.keys()).filter((name) =>
    name.startsWith('rounds-cards'),
  );
  const bucket = await navigator.storageBuckets.open(names.sort().at(-1));
  // Nothing is answered any more once one of them is collected as garbage (STORE-22).
  window.held = [bucket];
  const settled = (request, ends = 'onsuccess') =>
    new Promise((resolve, reject) => {
      request[ends] = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await settled(bucket.indexedDB.open('rounds'));
  const stores = [...db.objectStoreNames];
  const shapes = stores.map((name) => {
    const store = db.transaction(name).objectStore(name);
    const indexes = [...store.indexNames].map((index) => store.index(index));
    return { name, keyPath: store.keyPath, indexes };
  });
  const second = await navigator.storageBuckets.open('bench-written', { durability: 'strict' });
  const opening = second.indexedDB.open('written', 1);
  opening.onupgradeneeded = () => {
    for (const { name, keyPath, indexes } of shapes) {
      const store = opening.result.createObjectStore(name, { keyPath });
      for (const each of indexes)
        store.createIndex(each.name, each.keyPath, {
          unique: each.unique,
          multiEntry: each.multiEntry,
        });
    }
  };
  window.held.push(second);
  const to = await settled(opening);
  for (const { name, keyPath } of shapes) {
    const keyOf = (row) =>
      Array.isArray(keyPath) ? keyPath.map((each) => row[each]) : row[keyPath];
    for (let after; ; ) {
      const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
      const page = await settled(db.transaction(name).objectStore(name).getAll(range, 1000));
      if (page.length === 0) break;
      after = keyOf(page.at(-1));
      if (!isWritten) continue;
      const transaction = to.transaction(name, 'readwrite', { durability: 'strict' });
      for (const row of page) transaction.objectStore(name).put(row);
      await settled(transaction, 'oncomplete');
    }
  }
  db.close();
  to.close();
}
