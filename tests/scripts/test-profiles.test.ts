import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { profilesFolder } from '../../scripts/test/profiles.mjs';

const GIGABYTE = 2 ** 30;
const script = new URL('../../scripts/test/profiles.mjs', import.meta.url).href;

test('browsers keep their data on the disk where memory has too little room for all of them', () => {
  for (const free of [0, 3 * GIGABYTE - 1]) {
    const folder = profilesFolder(3, free);
    expect(dirname(folder)).toBe(tmpdir());
    rmSync(folder, { recursive: true });
  }
});

test.skipIf(!existsSync('/dev/shm'))('and in memory where there is room', () => {
  const folder = profilesFolder(3, 3 * GIGABYTE);
  expect(dirname(folder)).toBe('/dev/shm');
  rmSync(folder, { recursive: true });
});

test('their folder is there for the run, and gone after it', () => {
  const run = `
    import { existsSync, writeFileSync } from 'node:fs';
    import { profilesFolder } from ${JSON.stringify(script)};
    const folder = profilesFolder(1);
    writeFileSync(folder + '/data', 'x');
    console.log(JSON.stringify([folder, existsSync(folder + '/data')]));`;
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', run]);
  const [folder, wasThere] = JSON.parse(String(said));
  expect(wasThere).toBe(true);
  expect(existsSync(folder)).toBe(false);
});
