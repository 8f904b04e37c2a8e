/**
 * `npm run bench`: Rounds against plain IndexedDB doing the same minimum work, as ratios, in a
 * real Chromium with a profile on disk (docs/benchmarks.md).
 *
 * --json   one JSON document on standard output, everything else on the error stream
 * --small  two small collections and a few runs: whether the bench works, not how fast Rounds is
 * --save   keeps this run's ratios as the baselines
 * --plans  the planner's rows and the replay alone; with --save the others' baselines stay
 * --store  the rows of queues, counts, Today, answers, library and notes alone, likewise
 * --review the rows of the review screen and of exams alone, likewise
 * --insights the rows of the statistics alone, likewise
 * --anki   the rows beside the real Anki alone, likewise
 * --import a large collection of Anki's in and out beside the real Anki: only when asked for, as it
 *          takes 10 GB of the disk and some minutes
 * --memory how well recall is predicted, and nothing else (docs/memory.md)
 * --reuse  keeps the generated collections, and takes those of an earlier run (while developing)
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { measureBesideAnki, obtainAnki } from './bench/anki.mjs';
import { openBench } from './bench/browser.mjs';
import { measureImport } from './bench/import.mjs';
import { inNode } from './bench/in-node.mjs';
import { printMemory } from './bench/memory.mjs';
import { measureFirstScript, measureLater, measurePainted } from './bench/review.mjs';
import { compared, ratioOf, table } from './bench/report.mjs';
import { checkout } from './build.mjs';

const flags = new Set(process.argv.slice(2));
const isSmall = flags.has('--small');
/** The rows of these alone are measured; without any, all are. */
const ALONE = ['--plans', '--store', '--review', '--insights', '--anki', '--import'];
const only = ALONE.filter((flag) => flags.has(flag));
/** Whether the rows that `flag` asks for are wanted. */
const wants = (flag) => only.length === 0 || only.includes(flag);
const say = (line) => process.stderr.write(`${line}\n`);

// Fewer notes are looked through in less time than the page's clock can tell from none.
const plan = isSmall
  ? {
      sizes: [300, 600],
      decks: 10,
      loggedEvery: 2,
      reads: 3,
      answers: 3,
      starts: 1,
      uncountedStarts: 0,
      pages: 2,
      notes: 2_000,
      told: { cards: 1_000, reviews: 10_000 },
      questions: 1,
      plans: 1,
      painted: 4,
      exams: 1,
    }
  : {
      sizes: [10_000, 100_000],
      decks: 50,
      loggedEvery: 10,
      reads: 60,
      answers: 150,
      starts: 9,
      uncountedStarts: 1,
      pages: 60,
      notes: 100_000,
      told: { cards: 100_000, reviews: 1_000_000 },
      questions: 5,
      plans: 15,
      painted: 60,
      exams: 4,
    };
const VERIFIED = { cards: isSmall ? 100 : 300, decks: 10, loggedEvery: 1 };

/** What each measurement is compared with, and the highest ratio that is good enough. */
const MEASUREMENTS = [
  { name: 'queue', what: 'queue', aim: 1.5, against: 'all that decides it and its cards at once' },
  { name: 'queue of a deck', what: 'queueOfDeck', aim: 1.5, against: 'the same of one deck' },
  { name: 'queue, cards alone', what: 'queueCards', against: 'getAll of 200 due cards' },
  { name: 'deck, cards alone', what: 'queueCardsOfDeck', against: 'getAll of its 200 due cards' },
  { name: 'counts', what: 'counts', against: 'one kept count a deck, 50 gets' },
  { name: 'counts, counting', what: 'counting', against: 'count() of due cards, 50 ranges' },
  { name: 'today', what: 'today', aim: 3, against: 'one kept count a deck, 50 gets' },
  { name: 'today, first', what: 'todayFirst', aim: 3, against: 'the same' },
  { name: 'answer', what: 'answer', aim: 1.5, against: 'get card; put card, review, operation' },
  { name: 'answer, every row', what: 'answerEveryRow', against: 'all rows of the answer, raw' },
  { name: 'answer, journal', what: 'answerJournalled', aim: 1.3, against: 'without the journal' },
  { name: 'library', what: 'library', aim: 1.5, against: 'its first 40 notes and their cards' },
  { name: 'add a note', what: 'adding', against: 'put note, card, operation' },
].map((each) => ({ ...each, runs: each.what.startsWith('answer') ? plan.answers : plan.reads }));
/** What the page of an exam waits for, in the planner's worker. */
const EXAMS = [
  { name: 'exam, first figure', what: 'firstFigure', against: 'getAll of all cards' },
  { name: 'exam, a curve', what: 'curve', aim: 3, against: 'one real plan; ten points' },
];
/** Each is one word or phrase a run; the notes lie in a database and profile of their own. */
const SEARCHES = [
  { name: 'search, a phrase', what: 'phrase', aim: 2, against: 'includes() over all texts' },
  {
    name: 'search, two words',
    what: 'twoWords',
    aim: 2,
    against: 'the same of both; one in six found',
  },
  { name: 'search, a word', what: 'word', aim: 2, against: 'the same; four in ten found' },
];
/** Every figure of the statistics, in the library's worker. */
const INSIGHTS = [
  { name: 'insights', kind: 'again', aim: 0.3, against: 'getAll of all reviews' },
  { name: 'insights, after an answer', kind: 'afterAnswer', aim: 0.3, against: 'the same' },
  { name: 'insights, first question of a start', kind: 'first', aim: 0.3, against: 'the same' },
];
/** The planner, pure arithmetic, against the least that could be computed of all cards. */
const PLANS = [
  {
    name: 'exam, first plan',
    kind: 'first',
    aim: 500,
    against: "every card's retrievability, once",
  },
  { name: 'exam, daily plan', kind: 'daily', aim: 200, against: 'the same' },
];
/** Answers of a log replayed from its beginning, so many on each card. */
const REPLAYS = [
  { name: 'replay, checked', kind: 'checked', against: 'bare FSRS formulas, the same answers' },
  { name: 'replay', kind: 'trusted', aim: 3, against: 'the same' },
];
const REPLAYED = isSmall ? { cards: 300, answers: 3_000 } : { cards: 20_000, answers: 300_000 };
const START = {
  name: 'start',
  aim: 1.5,
  against: `the same with ${plan.sizes[0].toLocaleString('en')} cards`,
};
const SCROLLING = { ...START, name: 'library, paging' };
/** Browser processes that page through each library, by turns. */
const SCROLLS = isSmall ? 1 : 3;

try {
  if (flags.has('--memory')) await printMemory({ isSmall, isJson: flags.has('--json'), say });
  else await measureAll();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function measureAll() {
  const { results, notes, collections, inconsistencies, machine } = await run();
  const baselines = readBaselines();
  const report = {
    machine,
    small: isSmall,
    collections,
    inconsistencies,
    notes,
    results: isSmall ? results : compared(results, baselines),
  };
  if (flags.has('--save')) saveBaselines(machine, results, baselines);
  if (flags.has('--json')) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  else process.stdout.write(table(report, baselines));
}

async function run() {
  const results = [];
  const notes = [];
  const collections = [];
  /** Absent where it was not looked for any. */
  let inconsistencies;
  const machine = { ...readBaselines()?.machine, cores: cpus().length };
  if (['--anki', '--store', '--review', '--insights', '--import'].some(wants)) {
    const folder = join(
      checkout,
      '.profiles',
      flags.has('--reuse') ? 'bench' : `bench-${process.pid}`,
    );
    const bench = await openBench({ folder, isSmall, isReused: flags.has('--reuse'), say });
    try {
      inconsistencies = await inBrowser({ bench, folder, results, notes, collections });
      machine.chromium = bench.chromiumMajor;
    } finally {
      await bench.close();
      if (!flags.has('--reuse')) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  if (wants('--plans')) results.push(...(await measurePlans()), ...(await measureReplays()));
  return { results, notes, collections, inconsistencies, machine };
}

async function inBrowser({ bench, folder, results, notes, collections }) {
  let inconsistencies;
  if (wants('--insights')) results.push(...(await measureInsights(bench)));
  if (!['--anki', '--store', '--review', '--import'].some(wants)) return inconsistencies;
  const sizes = wants('--store') || wants('--review') ? plan.sizes : plan.sizes.slice(-1);
  for (const cards of sizes) collections.push(await collectionOf(bench, folder, cards));
  if (only.length === 0) {
    say('Checking that a generated collection is what its operations add up to.');
    inconsistencies = await bench.inPage(String(plan.sizes[0]), (call) => call('verify', VERIFIED));
    results.push(await measureStarts(bench), await measureScrolling(bench));
  }
  if (wants('--store')) results.push(...(await measureStore(bench)));
  if (only.length === 0) results.push(...(await measureSearches(bench)));
  // Before the review's rows: what begins a day after their thousands of answers reads all of those.
  // A small run shows whether the bench works, and that must not hang on what PyPI has.
  if (wants('--anki') && (!isSmall || only.includes('--anki'))) {
    await addBesideAnki({ bench, folder, results, notes });
  }
  if (wants('--review')) results.push(...(await measureReview(bench)));
  if (only.includes('--import')) await addImport({ bench, folder, results, notes });
  return inconsistencies;
}

async function addBesideAnki({ bench, folder, results, notes }) {
  const { python, missing } = obtainAnki(say);
  if (missing) {
    notes.push(`Anki could not be obtained, so nothing stands beside it. ${missing}`);
    return;
  }
  const [size] = plan.sizes.slice(-1);
  try {
    results.push(...(await measureBesideAnki({ bench, folder, size, isSmall, python, say })));
  } catch (error) {
    // What was measured before is worth keeping.
    notes.push(`Nothing stands beside Anki. ${error instanceof Error ? error.message : error}`);
  }
}

/** What is read and written without a screen, row by row. */
async function measureStore(bench) {
  const results = [];
  for (const cards of plan.sizes) {
    await bench.inPage(String(cards), async (call) => {
      for (const { what, ...measurement } of MEASUREMENTS) {
        say(`Measuring: ${measurement.name}, ${cards.toLocaleString('en')} cards.`);
        const timings = await call('measure', what, measurement.runs);
        results.push(ratioOf({ ...measurement, size: cards }, timings));
      }
    });
  }
  return results;
}

/** Gigabytes: only when it is asked for. */
async function addImport({ bench, folder, results, notes }) {
  const { python, missing } = obtainAnki(say);
  if (missing) {
    notes.push(`Anki could not be obtained, so no import stands beside it. ${missing}`);
    return;
  }
  const against = String(plan.sizes.at(-1));
  const { starts } = plan;
  results.push(...(await measureImport({ bench, folder, python, isSmall, against, starts, say })));
}

/** Last of all but Anki, because it studies: what is due is other afterwards. */
async function measureReview(bench) {
  const results = [];
  const [small, large] = plan.sizes;
  for (const size of [small, large]) {
    results.push(...(await measurePainted({ bench, size, cards: plan.painted, say })));
    await bench.inPage(String(size), async (call) => {
      // A curve over the large collection takes minutes by itself.
      const wanted = EXAMS.filter(({ what }) => size === small || what !== 'curve');
      for (const { what, ...measurement } of wanted) {
        say(`Measuring: ${measurement.name}, ${size.toLocaleString('en')} cards.`);
        const timings = await call('measure', what, plan.exams);
        results.push(ratioOf({ ...measurement, size }, timings));
      }
    });
  }
  const cards = plan.painted;
  results.push(...(await measureLater({ bench, size: large, cards, isSmall, say })));
  results.push(await measureFirstScript({ bench, size: large, say }));
  return results;
}

async function collectionOf(bench, folder, cards) {
  const known = join(folder, `${cards}.json`);
  if (flags.has('--reuse') && existsSync(known)) return JSON.parse(readFileSync(known, 'utf8'));
  say(`Generating ${cards.toLocaleString('en')} cards.`);
  const { decks, loggedEvery } = plan;
  const made = await bench.inPage(String(cards), (call) =>
    call('generate', { cards, decks, loggedEvery }),
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(known, JSON.stringify(made));
  return made;
}

/** A fresh browser process on each profile by turns; the first start of each is not counted. */
async function measureStarts(bench) {
  const [small, large] = plan.sizes;
  const timings = { millis: [], rawMillis: [] };
  const { starts, uncountedStarts } = plan;
  for (let at = 1 - uncountedStarts; at <= starts; at++) {
    say(`Starting: ${at} of ${starts}.`);
    const order = at % 2 === 0 ? [small, large] : [large, small];
    for (const cards of order) {
      const millis = await bench.startToFirstCard(String(cards));
      if (at > 0) (cards === large ? timings.millis : timings.rawMillis).push(millis);
    }
  }
  return ratioOf({ ...START, size: large, runs: plan.starts }, timings);
}

/** Screens of the large library against those of the small one. */
async function measureScrolling(bench) {
  const [small, large] = plan.sizes;
  const timings = { millis: [], rawMillis: [] };
  for (let at = 0; at < SCROLLS; at++) {
    say(`Paging: ${at + 1} of ${SCROLLS}.`);
    const order = at % 2 === 0 ? [small, large] : [large, small];
    for (const cards of order) {
      const millis = await bench.scrollLibrary(String(cards), plan.pages);
      (cards === large ? timings.millis : timings.rawMillis).push(...millis);
    }
  }
  return ratioOf({ ...SCROLLING, size: large }, timings);
}

async function measureSearches(bench) {
  return bench.inPage('search', async (call) => {
    say(`Generating ${plan.notes.toLocaleString('en')} notes to search.`);
    await call('fillForSearch', plan.notes);
    const results = [];
    for (const { what, ...search } of SEARCHES) {
      say(`Measuring: ${search.name}.`);
      const timings = await call('measureSearch', what, plan.reads);
      results.push(ratioOf({ ...search, size: plan.notes }, timings));
    }
    return results;
  });
}

async function measureInsights(bench) {
  return bench.inPage('insights', async (call) => {
    const { cards, reviews } = plan.told;
    say(`Generating ${reviews.toLocaleString('en')} reviews to be told of.`);
    await call('fillForInsights', plan.told);
    const results = [];
    for (const { kind, ...measurement } of INSIGHTS) {
      say(`Measuring: ${measurement.name}.`);
      const { firstMillis, ...timings } = await call('measureInsights', kind, plan.questions);
      say(`The first question, which reads all answers, took ${Math.round(firstMillis)} ms.`);
      results.push(ratioOf({ ...measurement, size: cards }, timings));
    }
    return results;
  });
}

/** In Node, whose clock tells the processor's time; bundled, as the program is. */
async function measurePlans() {
  const size = isSmall ? 300 : 10_000;
  return inNode('plans', ({ measurePlan, measureCurveOfPlan }) => {
    const plans = PLANS.map(({ kind, ...measurement }) => {
      say(`Measuring: ${measurement.name}.`);
      return ratioOf({ ...measurement, size }, measurePlan(kind, size, plan.plans));
    });
    const curve = { name: 'exam, curve of ten', aim: 3, against: 'one real plan' };
    say(`Measuring: ${curve.name}.`);
    return [...plans, ratioOf({ ...curve, size }, measureCurveOfPlan(size, plan.plans))];
  });
}

/** The log replayed, likewise: pure arithmetic. */
async function measureReplays() {
  const { cards, answers } = REPLAYED;
  return inNode('replay', ({ measureReplay }) =>
    REPLAYS.map(({ kind, ...measurement }) => {
      say(`Measuring: ${measurement.name}.`);
      const timings = measureReplay(kind, cards, answers, isSmall ? 2 : 7);
      return ratioOf({ ...measurement, size: answers }, timings);
    }),
  );
}

/** Kept where Anki could not be had this time. */
function isOfAnki({ name }) {
  return name.startsWith('beside Anki');
}

function baselineFile() {
  return join(checkout, 'bench/baselines.json');
}

function readBaselines() {
  try {
    return JSON.parse(readFileSync(baselineFile(), 'utf8'));
  } catch {
    return undefined;
  }
}

function saveBaselines(machine, results, before) {
  const measured = results.map(({ name, size, ratio, ratioLow, ratioHigh }) => ({
    name,
    size,
    ratio,
    ratioLow,
    ratioHigh,
  }));
  const isMeasured = ({ name, size }) =>
    measured.some((each) => each.name === name && each.size === size);
  const kept = (before?.ratios ?? []).filter(
    (each) => (only.length > 0 || isOfAnki(each)) && !isMeasured(each),
  );
  const ratios = [...kept, ...measured];
  writeFileSync(baselineFile(), `${JSON.stringify({ machine, ratios }, null, 2)}\n`);
}
