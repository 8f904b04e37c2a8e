import { access, open, readFile } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import type { CliIo, FileOnDisk } from './io.ts';

/**
 * The real streams and files. Relative paths start in `cwd`; `npm run` moves that to the package
 * and tells the person's own folder in INIT_CWD, which then comes first.
 */
export function nodeIo(cwd: string, env: Readonly<Record<string, string | undefined>>): CliIo {
  const isNpmRun = env.npm_lifecycle_event === 'rounds' && env.INIT_CWD !== undefined;
  const folders = isNpmRun ? [env.INIT_CWD ?? cwd, cwd] : [cwd];
  return {
    readText: async (path) => await readFile(await locate(path, folders), 'utf8'),
    openFile: async (path) => await opened(await locate(path, folders)),
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
  };
}

async function opened(path: string): Promise<FileOnDisk> {
  const file = await open(path);
  const stat = await file.stat();
  if (stat.isDirectory()) await file.close();
  if (stat.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
  return {
    size: stat.size,
    async read(from, to) {
      const bytes = new Uint8Array(to - from);
      let at = 0;
      while (at < bytes.length) {
        const { bytesRead } = await file.read(bytes, at, bytes.length - at, from + at);
        if (bytesRead === 0) throw new Error('the file became shorter while it was read');
        at += bytesRead;
      }
      return bytes;
    },
    close: () => file.close(),
  };
}

/** The first existing place of `path`; the first place at all where there is none. */
async function locate(path: string, folders: readonly string[]): Promise<string> {
  if (isAbsolute(path)) return path;
  const places = folders.map((folder) => resolve(folder, path));
  for (const place of places) {
    const exists = await access(place).then(
      () => true,
      () => false,
    );
    if (exists) return place;
  }
  return places[0] ?? path;
}
