/** Runs processes side by side, and leaves none behind. */
import { spawn } from 'node:child_process';
import { availableParallelism, totalmem } from 'node:os';
import { checkout } from '../build.mjs';

/** What a lane may need: a Chromium with its profile, and the tool that drives it. */
const BYTES_A_LANE = 3 * 2 ** 30;
const MOST_LANES = 6;
/** A browser waits a third of its time: for frames, timers and pauses of the program. */
const LANES_A_CORE = 1.5;
/** A tool that is told to end closes its browsers first. */
const GRACE_MILLIS = 10_000;

/** How many parts run at once on this machine. */
export function lanesHere() {
  const byMemory = Math.max(1, Math.floor(totalmem() / BYTES_A_LANE));
  return Math.min(Math.ceil(availableParallelism() * LANES_A_CORE), byMemory, MOST_LANES);
}

/**
 * Runs all tasks, at most `lanes` at once, and those that are `isAlone` one by one, from when the last
 * lane is still busy: half of the machine would have nothing to do. Whether each ended well, in their
 * order. A task's output comes in one piece when it is done.
 * @template {{ label: string, command: string[], env: NodeJS.ProcessEnv, isAlone: boolean }} Task
 * @param {readonly Task[]} tasks
 * @param {number} lanes
 * @returns {Promise<{ task: Task, ok: boolean }[]>}
 */
export async function runAll(tasks, lanes) {
  const running = new Set();
  const signals = endAllOnSignal(running);
  try {
    const outcomes = new Map();
    const shared = tasks.filter((task) => !task.isAlone);
    const next = shared[Symbol.iterator]();
    let busy = lanes;
    let begin = () => {};
    const lastLane = new Promise((resolve) => {
      begin = () => resolve(undefined);
    });
    const lane = async () => {
      for (const task of next) {
        if (signals.hasCome()) break;
        outcomes.set(task, await runApart(task, running));
      }
      busy--;
      if (busy <= 1) begin();
    };
    const others = Promise.all(Array.from({ length: lanes }, lane));
    await lastLane;
    for (const task of tasks) {
      if (task.isAlone && !signals.hasCome()) outcomes.set(task, await runInView(task, running));
    }
    await others;
    return tasks.map((task) => ({ task, ok: outcomes.get(task) === true }));
  } finally {
    signals.forget();
  }
}

async function runApart(task, running) {
  const started = performance.now();
  console.log(`${task.label} …`);
  const child = start(task, ['ignore', 'pipe', 'pipe'], running);
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => output.push(data));
  const ok = await ended(child, running);
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`\n──── ${task.label}: ${ok ? 'passed' : 'FAILED'}, ${seconds} s ────`);
  process.stdout.write(Buffer.concat(output));
  return ok;
}

async function runInView(task, running) {
  console.log(`\n──── ${task.label} ────`);
  return ended(start(task, 'inherit', running), running);
}

/** A process group of its own, so that what it started can be ended with it. */
function start({ command, env }, stdio, running) {
  const detached = process.platform !== 'win32';
  const child = spawn(process.execPath, command, { cwd: checkout, stdio, env, detached });
  running.add(child);
  return child;
}

function ended(child, running) {
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (status) => {
      running.delete(child);
      resolve(status === 0);
    });
  });
}

/** Ends what runs when this process is told to end. */
function endAllOnSignal(running) {
  let hasCome = false;
  const end = (signal) => {
    hasCome = true;
    for (const child of running) child.kill(signal);
    const killAll = () => {
      for (const child of running) killGroup(child);
      process.exit(1);
    };
    const deadline = setTimeout(killAll, GRACE_MILLIS);
    const watch = setInterval(() => {
      if (running.size > 0) return;
      clearInterval(watch);
      clearTimeout(deadline);
      process.exit(1);
    }, 50);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.once(signal, end);
  return {
    hasCome: () => hasCome,
    forget: () => {
      for (const signal of signals) process.off(signal, end);
    },
  };
}

function killGroup(child) {
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended in between.
  }
}
