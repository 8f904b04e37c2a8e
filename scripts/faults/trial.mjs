/** Trials of a fault, one after the other on the same data: something is done, the fault, some starts. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../serve.mjs';
import { DesktopRounds } from './desktop/desktop-rounds.mjs';
import { Person } from './person.mjs';
import { Rounds } from './rounds.mjs';

const DISK_MEGABYTES = 320;
/** The damage of some faults shows only at the second start, and one more comes after it. */
const STARTS = 3;
/** A database that cannot be read, put back on a disk that was full until now, told, and gone on with. */
const MOST_PRESSES = 6;

/**
 * Does `count` trials of `kind`, number `first` and those after it; told one by one as
 * { is: 'survived' | 'lost' | 'impossible', why, said }. After a loss they begin anew, on new data.
 */
export async function* trials(executablePath, kind, first, count) {
  for (let number = first; number < first + count; ) {
    const until = Math.min(first + count, number + (kind.together ?? 5));
    for await (const outcome of onSameData(executablePath, kind, number, until)) {
      yield outcome;
      number++;
      if (outcome.is === 'impossible') return;
    }
  }
}

async function* onSameData(executablePath, kind, first, end) {
  const folder = mkdtempSync(join(tmpdir(), 'rounds-fault-'));
  const disk = kind.fillsDisk ? mounted(folder) : undefined;
  if (kind.fillsDisk && !disk) {
    rmSync(folder, { recursive: true, force: true });
    yield { is: 'impossible', why: 'no small disk can be mounted here' };
    return;
  }
  const server = await serve();
  const rounds = new (kind.isDesktop ? DesktopRounds : Rounds)(executablePath, folder, server);
  const trial = new Trial(rounds, kind);
  try {
    await rounds.start();
    await rounds.today.waitFor();
    await kind.before?.(trial);
    for (let number = first; number < end; number++) {
      const outcome = await trial.outcome(number);
      yield outcome;
      if (outcome.is === 'lost') return;
    }
  } finally {
    await rounds.end();
    await server.close();
    disk?.unmount();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What a fault is given: the program, the person, chance, and what was said. */
export class Trial {
  said = [];

  constructor(rounds, kind) {
    this.rounds = rounds;
    this.kind = kind;
    this.person = new Person(rounds);
  }

  async outcome(number) {
    this.number = number;
    this.random = chance(number);
    this.said = [];
    this.rounds.errors = [];
    try {
      const own = await this.kind.fault(this);
      const why = own ?? (await this.#judged());
      return { is: why === undefined ? 'survived' : 'lost', why, said: this.said };
    } catch (error) {
      const on = await this.rounds.text().catch(() => '');
      const [line] = String(error).split('\n');
      return {
        is: 'lost',
        why: `the trial broke: ${line}; on screen: “${on.slice(0, 300)}”`,
        said: this.said,
      };
    }
  }

  /** Does `work` and kills the browser within `most` milliseconds of its beginning. */
  async killedWhile(most, work) {
    const after = this.random() * most;
    const killing = pause(after).then(() => this.rounds.kill());
    try {
      await work();
    } catch (error) {
      if (!this.rounds.isKilled) throw error;
    }
    await killing;
  }

  /** Some starts; undefined: all is there in each. The last one stays open. */
  async #judged() {
    const { rounds, person, kind } = this;
    const starts = kind.starts ?? STARTS;
    for (let start = 1; start <= starts; start++) {
      await rounds.kill();
      if (kind.isNewDay && start === starts) rounds.day++;
      await rounds.start();
      const why = await this.comesToToday();
      if (why) return `start ${start}: ${why}`;
      const stored = await rounds.stored();
      const missed = kind.judge ? await kind.judge(this, stored) : person.misses(stored);
      if (missed) return `start ${start}: ${missed}`;
    }
    return rounds.errors.length > 0 ? `uncaught: ${rounds.errors[0]}` : undefined;
  }

  /** Presses what a person would: a start may say something first, and so may the one after it. */
  async comesToToday() {
    const { page, today } = this.rounds;
    const goOn = page.getByRole('button', { name: /^(Go on|Put the cards back|Try again)$/ });
    for (let presses = 0; presses < MOST_PRESSES; presses++) {
      await today.or(goOn).first().waitFor();
      if (await today.isVisible()) return undefined;
      const shown = await page.locator('body').innerText();
      this.said.push(shown.replace(/\s+/g, ' '));
      await goOn.first().click();
      await page.waitForFunction(
        (before) => document.body.innerText !== before && document.querySelector('h1'),
        shown,
      );
    }
    return `no Today, but “${(await this.rounds.text()).slice(0, 300)}”`;
  }
}

/** Numbers from 0 up to 1, the same for the same trial. */
function chance(seed) {
  let state = (seed + 1) * 0x9e3779b1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
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

export function pause(millis) {
  return new Promise((resolve) => setTimeout(resolve, millis));
}
