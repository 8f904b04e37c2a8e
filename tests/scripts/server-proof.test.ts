import { chmod, lstat, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { proofFor, secretOf } from '../../scripts/server-proof.mjs';

async function checkout() {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-proof-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const root = join(folder, 'renderer');
  await mkdir(root);
  return { root, file: join(folder, 'server-secret') };
}

test('[SHELL-24] the secret is made once, for this user alone, and outside of what is served', async () => {
  const { root, file } = await checkout();
  const secret = secretOf(root);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(secretOf(root)).toBe(secret);
  expect(await readFile(file, 'utf8')).toBe(secret);
  if (process.platform !== 'win32') expect((await lstat(file)).mode & 0o777).toBe(0o600);
  expect(secretOf((await checkout()).root)).not.toBe(secret);
});

test.skipIf(process.platform === 'win32')(
  '[SHELL-24] a secret that others could read, or a link in its place, is made anew',
  async () => {
    const { root, file } = await checkout();
    const known = 'a'.repeat(64);
    await writeFile(file, known);
    await chmod(file, 0o644);
    const secret = secretOf(root);
    expect(secret).not.toBe(known);
    await rm(file);
    const elsewhere = join(root, 'elsewhere');
    await writeFile(elsewhere, known, { mode: 0o600 });
    await symlink(elsewhere, file);
    expect(secretOf(root)).not.toBe(known);
    expect((await lstat(file)).isFile()).toBe(true);
  },
);

test('[SHELL-24] a proof is of one secret, one port and one challenge', () => {
  const [one, two] = ['1'.repeat(64), '2'.repeat(64)];
  const proofs = [
    proofFor(one, 4747, one),
    proofFor(two, 4747, one),
    proofFor(one, 4748, one),
    proofFor(one, 4747, two),
  ];
  expect(new Set(proofs).size).toBe(4);
  expect(proofFor(one, 4747, one)).toBe(proofs[0]);
  expect([proofFor(undefined, 4747, one), proofFor(one, 4747, 'x')]).toEqual([
    undefined,
    undefined,
  ]);
});
