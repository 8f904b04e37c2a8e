/** Where the browsers of a run keep their data. */
import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Linux's file system in memory. */
const IN_MEMORY = '/dev/shm';
/** Of each browser: its caches, and the collections of the tests until it tidies up after them. */
const BYTES_A_LANE = 2 ** 30;

/**
 * A folder for the profiles of `lanes` browsers, `free`: bytes that memory has for files; gone when this process ends. In memory where there is
 * room: every answer is written through to the disk, and a slow one, asked by several browsers at
 * once, made a test of some thousand answers run into its limit. What is tested is the same: real
 * files of a real database, which outlive a killed browser.
 */
export function profilesFolder(lanes, free = freeBytes(IN_MEMORY)) {
  const home = free >= lanes * BYTES_A_LANE ? IN_MEMORY : tmpdir();
  const folder = mkdtempSync(join(home, 'rounds-profiles-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** 0 where there is no such folder, or none of ours. */
function freeBytes(folder) {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
}
