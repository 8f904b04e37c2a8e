/**
 * The real Anki beside Rounds: its own library (PyPI, `anki`) in a Python of its own, on the same
 * collection and in the same run. A tool of the bench alone: nothing of it is part of the program.
 */
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { checkout } from '../build.mjs';
import { ratioOf } from './report.mjs';

const VERSION = '26.9.3';
/** Notes handed over at a time. */
const PAGE = 5_000;
const MILLIS_PER_DAY = 86_400_000;
const ROLLOVER_MILLIS = 4 * 3_600_000;

/** `of`: what Anki is asked for where that is other than what Rounds is asked for. */
const ROWS = [
  { name: 'beside Anki: first card', doing: 'open', times: 8, aim: 1 },
  { name: 'beside Anki: answer', doing: 'answers', times: 20, aim: 5 },
  { name: 'beside Anki: deck tree', doing: 'tree', times: 30, aim: 1 },
  { name: 'beside Anki: first look', doing: 'look', times: 20, aim: 1 },
  { name: 'beside Anki: index', doing: 'library', of: 'look', times: 2 },
];
/** The same text for both, but for the deck's name: in Anki all decks lie under one. */
const SEARCHES = [
  { name: 'beside Anki: a word', texts: (word) => word(0) },
  { name: 'beside Anki: two words', texts: (word) => `${word(0)} ${word(3)}` },
  { name: 'beside Anki: a phrase', texts: (word) => `"${word(0)} ${word(3)}"` },
  { name: 'beside Anki: a deck', texts: (_, at) => `deck:"Deck ${1 + (at % 9)}"` },
  { name: 'beside Anki: a tag', texts: (word) => `tag:Pathology ${word(1)}` },
  { name: 'beside Anki: what is due', texts: (word) => `is:due ${word(2)}` },
];
const SEARCHES_AT_ONCE = 10;
const BLOCKS = 5;
const WORDS = ['kidney', 'liver', 'nerve', 'dose', 'serum', 'trial', 'onset', 'heart', 'vein'];

/** A Python that has Anki; or why there is none, in a sentence. */
export function obtainAnki(say) {
  const folder = join(checkout, '.profiles/anki');
  const python = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const has = () => spawnSync(python, ['-c', 'import anki.collection']).status === 0;
  if (existsSync(python) && has()) return { python };
  const system = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0);
  if (!system) return { missing: 'There is no Python on this machine.' };
  say(`Obtaining Anki ${VERSION} from PyPI.`);
  const made = spawnSync(system, ['-m', 'venv', folder], { encoding: 'utf8' });
  if (made.status !== 0) return { missing: `Python could make no place for it: ${last(made)}` };
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  const got = spawnSync(python, [...pip, `anki==${VERSION}`], { encoding: 'utf8' });
  if (got.status !== 0) return { missing: `pip could not install it: ${last(got)}` };
  return has() ? { python } : { missing: 'It is installed and does not start.' };
}

function last({ stderr, stdout }) {
  return (stderr || stdout || 'no reason given').trim().split('\n').at(-1);
}

/**
 * The rows of Rounds against Anki, as processor time: of all of the browser's processes, and of the
 * process Anki runs in. They take turns, block by block; `size`: cards of the profile of that name.
 */
export async function measureBesideAnki({ bench, folder, size, isSmall, python, say }) {
  const profile = String(size);
  const anki = await startAnki(python, join(folder, `anki-${size}`));
  const shrunk = isSmall ? 4 : 1;
  try {
    await bench.inPage(profile, async (call) => {
      say(`Giving Anki ${anki.version} the same ${size.toLocaleString('en')} cards.`);
      const file = join(folder, `anki-${size}`, 'notes.jsonl');
      let cards = 0;
      for (let after = ''; after !== undefined; ) {
        const { notes, last } = await call('notesForAnki', after, PAGE);
        if (notes.length > 0) appendFileSync(file, notes.map(lineOf).join(''));
        for (const note of notes) cards += note.cards.length;
        after = last;
      }
      const filled = await anki.ask('fill', { source: file, today: studyDay() });
      if (filled.cards !== cards) throw new Error(`Anki has ${filled.cards} cards of ${cards}`);
    });
    // A page of its own, so that nothing of the handing over is counted.
    return await bench.inPage(profile, async (call, cpuMillis) => {
      await call('keepLibrary');
      const spent = async (times, work) => {
        const before = await cpuMillis();
        await work();
        return ((await cpuMillis()) - before) / times;
      };
      const results = [];
      for (const { doing, of = doing, times: usual, ...row } of ROWS) {
        say(`Measuring: ${row.name}.`);
        const times = Math.ceil(usual / shrunk);
        const timings = await byTurns(
          () => spent(times, () => ours(call, doing, times)),
          () => anki.ask(of, { times }),
        );
        results.push(ratioOf({ ...row, size, against: besideWhat(anki, of) }, timings));
      }
      for (const { texts: textOf, ...row } of SEARCHES) {
        say(`Measuring: ${row.name}.`);
        let run = 0;
        const word = (at) => WORDS[(run + at) % WORDS.length];
        const next = () => {
          run++;
          return textOf(word, run);
        };
        const texts = Array.from({ length: SEARCHES_AT_ONCE }, next);
        const timings = await byTurns(
          () => spent(texts.length, () => call('beside', 'search', texts)),
          () => anki.ask('search', { texts: texts.map(inAnki) }),
        );
        const against = `Anki ${anki.version}, the same search`;
        results.push(ratioOf({ ...row, size, against, aim: 1 }, timings));
      }
      return results;
    });
  } finally {
    anki.end();
    rmSync(join(folder, `anki-${size}`), { recursive: true, force: true });
  }
}

function ours(call, doing, times) {
  if (doing === 'open') return call('openings', times);
  if (doing === 'library') return call('libraries', times);
  return call('beside', doing, times);
}

function besideWhat({ version }, doing) {
  const words = {
    open: 'opening it and its first card',
    answers: 'answering and the next card',
    tree: 'its deck tree',
    look: 'its library, newest first, 40 rows',
  };
  return `Anki ${version}: ${words[doing]}`;
}

/** A block of either by turns; of the first, which warms what is warm in use, nothing is counted. */
async function byTurns(program, other) {
  const timings = { millis: [], rawMillis: [] };
  for (let block = 0; block <= BLOCKS; block++) {
    const millis = await program();
    const others = await other();
    if (block === 0) continue;
    timings.millis.push(millis);
    timings.rawMillis.push(others.reduce((sum, each) => sum + each, 0) / others.length);
  }
  return timings;
}

function inAnki(text) {
  return text.replace('deck:"', 'deck:"All::');
}

function lineOf(note) {
  return `${JSON.stringify(note)}\n`;
}

function studyDay() {
  const local = Date.now() - new Date().getTimezoneOffset() * 60_000;
  return Math.floor((local - ROLLOVER_MILLIS) / MILLIS_PER_DAY);
}

async function startAnki(python, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const child = spawn(python, [join(checkout, 'bench/in_anki.py'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error('Anki ended before it had answered');
    return JSON.parse(value);
  };
  const { version } = await answer();
  return {
    version,
    ask(doing, given) {
      child.stdin.write(`${JSON.stringify({ do: doing, with: given })}\n`);
      return answer();
    },
    end: () => child.stdin.end(),
  };
}
