/** How long a page's thread was busy in one go, and what its process took of the memory. */
import { readFileSync } from 'node:fs';

/** Runs in the page before anything else: the longest task of its own thread. */
export function watchForLongTasks() {
  if (window !== window.top) return;
  const observer = new PerformanceObserver((list) => window.noteTasks(list.getEntries()));
  window.longestTaskMillis = 0;
  window.noteTasks = (entries) => {
    for (const { duration } of entries) {
      window.longestTaskMillis = Math.max(window.longestTaskMillis, duration);
    }
  };
  window.takeTasks = () => window.noteTasks(observer.takeRecords());
  observer.observe({ type: 'longtask', buffered: true });
}

/** Runs in the page: ms since it was asked last. Browsers tell of no task below 50 ms; then it is 50. */
export function longestTask() {
  window.takeTasks();
  const longest = Math.max(50, window.longestTaskMillis);
  window.longestTaskMillis = 0;
  return longest;
}

/** The most that a process has had of the memory, in MB; NaN where the system does not tell (Linux does). */
export function peakMegabytes(pid) {
  try {
    const told = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(told?.[1] ?? Number.NaN) / 1024;
  } catch {
    return Number.NaN;
  }
}
