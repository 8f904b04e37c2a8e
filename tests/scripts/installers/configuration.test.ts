import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { configuration } from '../../../installers/electron-builder.config.mjs';
import { licencesAsText } from '../../../installers/licences.mjs';

const folder = fileURLToPath(new URL('../../../installers/', import.meta.url));
const read = (name: string) => readFileSync(folder + name, 'utf8');
/** The kinds of value that each setting takes: of electron-builder, by installers/schema.mjs. */
const { settings }: { readonly settings: Readonly<Record<string, readonly string[]>> } = JSON.parse(
  readFileSync(new URL('./settings.json', import.meta.url), 'utf8'),
);

const certificate = { CSC_LINK: 'file', CSC_KEY_PASSWORD: 'word' };
const apple = { APPLE_API_KEY: 'key', APPLE_API_KEY_ID: 'id', APPLE_API_ISSUER: 'issuer' };
const release = { ...certificate, ...apple };
const trial = { ROUNDS_UNSIGNED: 'yes' };
const systems = ['win32', 'darwin', 'linux'];

/** As far as the tests look into it. */
interface Made {
  readonly artifactName: string;
  readonly publish: null;
  readonly forceCodeSigning: boolean;
  readonly electronFuses: Record<string, boolean>;
  readonly files: readonly string[];
  readonly win: { target: string[]; signExecutable?: boolean; fileAssociations: Kind[] };
  readonly nsis: Record<string, unknown> & { artifactName: string };
  readonly portable: Record<string, unknown> & { artifactName: string };
  readonly mac: Record<string, unknown> & {
    target: { target: string }[];
    fileAssociations: Kind[];
  };
  readonly linux: Record<string, unknown> & { target: string[]; fileAssociations: Kind[] };
  readonly beforeBuild: () => Promise<boolean>;
  readonly beforePack: (context: { electronPlatformName: string }) => Promise<void>;
}
interface Kind {
  readonly ext: string | string[];
  readonly rank?: string;
}
const made = (environment: Record<string, string>, platform: string) =>
  configuration(environment, platform) as unknown as Made;

/** Settings that electron-builder does not know, or not with such a value. */
function unknownIn(value: unknown, path = ''): string[] {
  const kinds = path === '' ? ['object'] : (settings[path] ?? []);
  if (kinds.includes('any')) return [];
  const own = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  if (!kinds.includes(own) && !kinds.includes(`= ${value}`)) return [path];
  if (Array.isArray(value)) return value.flatMap((each) => unknownIn(each, `${path}[]`));
  if (own !== 'object') return [];
  return Object.entries(value as object).flatMap(([name, each]) =>
    unknownIn(each, path === '' ? name : `${path}.${name}`),
  );
}

test('[SHELL-43] every setting of the installers is one that electron-builder knows', () => {
  for (const platform of systems) {
    for (const environment of [trial, release]) {
      // Functions are no JSON, and electron-builder takes the names of files in their place.
      const config = { ...made(environment, platform), beforeBuild: '', beforePack: '' };
      expect(unknownIn(JSON.parse(JSON.stringify(config))), platform).toEqual([]);
    }
  }
  const { nsis, mac } = made(trial, 'win32');
  expect(unknownIn({ perMachin: true })).toEqual(['perMachin']);
  expect(unknownIn({ nsis: { ...nsis, oneClik: true } })).toEqual(['nsis.oneClik']);
  expect(unknownIn({ mac: { ...mac, hardenedRuntime: 'yes' } })).toEqual(['mac.hardenedRuntime']);
  expect(unknownIn({ portable: { requestExecutionLevel: 'root' } })).toHaveLength(1);
});

test('[SHELL-43] per user and portable for Windows, a dmg, an AppImage and a deb', () => {
  const { win, nsis, portable, mac, linux } = made(trial, 'win32');
  expect(win.target).toEqual(['nsis', 'portable']);
  expect(nsis).toMatchObject({ perMachine: false, allowElevation: false });
  expect(nsis.deleteAppDataOnUninstall).toBe(false);
  // One folder for all starts would be emptied by a second start while the first one runs.
  expect(portable).toMatchObject({ requestExecutionLevel: 'user', unpackDirName: false });
  expect(mac.target.map(({ target }) => target)).toEqual(['dmg']);
  expect(linux.target).toEqual(['AppImage', 'deb']);
  const names = [nsis, portable].map(({ artifactName }) => artifactName);
  expect(new Set(names).size).toBe(2);
});

test('[SHELL-44] the fuses are set, and nothing of Rounds is outside the archive', async () => {
  const { electronFuses, beforeBuild, files } = made(release, 'linux');
  expect(electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
    resetAdHocDarwinSignature: true,
  });
  // No packages go along: what main and preload use is in them.
  expect(await beforeBuild()).toBe(false);
  expect(files).toEqual(['out/main', 'out/preload', 'out/renderer', 'package.json']);
});

test('[SHELL-44] no start of ours switches the sandbox off, and macOS runs it hardened', () => {
  const { linux, mac } = made(release, 'darwin');
  expect(linux.executableArgs).toEqual([]);
  expect(JSON.stringify(configuration(release, 'linux'))).not.toContain('no-sandbox');
  expect(mac).toMatchObject({ hardenedRuntime: true, notarize: true });
  const granted = [...read('entitlements.mac.plist').matchAll(/<key>(.*?)<\/key>/g)];
  expect(granted.map(([, name]) => name)).toEqual([
    'com.apple.security.cs.allow-jit',
    'com.apple.security.device.audio-input',
    'com.apple.security.device.camera',
  ]);
});

test('[SHELL-45] a release without what it is signed with ends before it is built, and says what', () => {
  expect(() => made({}, 'win32')).toThrow(
    /WIN_CSC_LINK or CSC_LINK, WIN_CSC_KEY_PASSWORD or CSC_KEY_PASSWORD are missing/,
  );
  expect(() => made({ ...certificate, CSC_LINK: ' ' }, 'win32')).toThrow(/CSC_LINK is missing/);
  expect(() => made(certificate, 'darwin')).toThrow(
    /APPLE_API_KEY, APPLE_API_KEY_ID, APPLE_API_ISSUER are missing/,
  );
  for (const name of Object.keys(release)) {
    const { [name as keyof typeof release]: _, ...rest } = release;
    expect(() => made(rest, 'darwin'), name).toThrow(`${name} is missing`);
  }
  expect(() => made({ ROUNDS_UNSIGNED: 'no' }, 'linux')).toThrow(/may be "yes"/);
  expect(() => made({}, 'freebsd')).toThrow(/freebsd/);
  expect(made(release, 'darwin').forceCodeSigning).toBe(true);
  expect(made(certificate, 'win32').forceCodeSigning).toBe(true);
});

test('[SHELL-45] a trial signs nothing, whatever there is to sign with, and each file says so', () => {
  const { forceCodeSigning, win, mac, artifactName, nsis, portable } = made(
    { ...release, ...trial },
    'win32',
  );
  expect(forceCodeSigning).toBe(false);
  expect(win.signExecutable).toBe(false);
  expect(mac).toMatchObject({ identity: null, notarize: false });
  for (const name of [artifactName, nsis.artifactName, portable.artifactName]) {
    expect(name).toMatch(/-unsigned\.\$\{ext\}$/);
  }
  expect(JSON.stringify(configuration(release, 'win32'))).not.toContain('unsigned');
});

test('[SHELL-45] what was asked for one system is not built for another', async () => {
  const { beforePack } = made(trial, 'linux');
  await beforePack({ electronPlatformName: 'linux' });
  await expect(beforePack({ electronPlatformName: 'win32' })).rejects.toThrow(/made there/);
});

test('[SHELL-46] every kind of file that the system is told of is one that Rounds opens', () => {
  const main = readFileSync(new URL('../../../src/main/opened-files.ts', import.meta.url), 'utf8');
  const opened = /new Set\(\s*\[(.*?)\]/s.exec(main)?.[1]?.match(/\w+/g) ?? [];
  expect(opened).toContain('rounds');
  const { win, mac, linux } = made(trial, 'win32');
  const onWindows = [...read('windows.nsh').matchAll(/insertmacro offerRounds "(\w+)"/g)].map(
    ([, ext]) => ext ?? '',
  );
  const endings = (kinds: readonly Kind[]) => kinds.flatMap(({ ext }) => ext);
  for (const ending of [...endings(mac.fileAssociations), ...endings(linux.fileAssociations)]) {
    expect(opened).toContain(ending);
  }
  const told = [...endings(win.fileAssociations), ...onWindows].sort();
  expect(told).toEqual(endings(mac.fileAssociations).sort());
});

test('[SHELL-46] only .rounds is taken; files of other programs stay theirs', () => {
  const { win, mac } = made(trial, 'win32');
  expect(win.fileAssociations.map(({ ext }) => ext)).toEqual(['rounds']);
  const owned = mac.fileAssociations.filter(({ rank }) => rank !== 'Alternate');
  expect(owned.map(({ ext }) => ext)).toEqual(['rounds']);
  // The default of an ending is its value without a name; offering writes none.
  expect(read('windows.nsh')).not.toMatch(
    /WriteRegStr SHELL_CONTEXT "Software\\Classes\\\.[^"]*" ""/,
  );
  const offered = [...read('windows.nsh').matchAll(/offerRounds "(\w+)"/g)].map(([, ext]) => ext);
  const withdrawn = [...read('windows.nsh').matchAll(/withdrawRounds "(\w+)"/g)];
  expect(withdrawn.map(([, ext]) => ext)).toEqual(offered);
});

test('[SHELL-47] an installed Rounds has no updater, and names no server to ask', () => {
  for (const platform of systems) expect(made(release, platform).publish).toBeNull();
  const packages = JSON.parse(
    readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
  );
  expect(packages.dependencies).not.toHaveProperty('electron-updater');
  const sources = new URL('../../../src/main/', import.meta.url);
  for (const file of readdirSync(sources, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const text = readFileSync(new URL(file, sources), 'utf8');
    expect(text, file).not.toMatch(
      /autoUpdater|node:(https?|net|tls|dgram)|\bfetch\(|net\.request/,
    );
  }
});

test('[SHELL-43] the icon is there in the sizes that each system asks for', () => {
  const sizeOf = (png: Buffer) => {
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    return png.readUInt32BE(16);
  };
  for (const name of readdirSync(`${folder}icons`)) {
    expect(`${sizeOf(readFileSync(`${folder}icons/${name}`))}`).toBe(name.split('x')[0]);
  }
  const ico = readFileSync(`${folder}icon.ico`);
  const entries = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => 6 + 16 * index);
  const inWindows = entries.map((at) => {
    const from = ico.readUInt32LE(at + 12);
    const size = sizeOf(ico.subarray(from, from + ico.readUInt32LE(at + 8)));
    expect(ico[at]).toBe(size % 256);
    return size;
  });
  expect(inWindows).toEqual(expect.arrayContaining([16, 32, 48, 256]));
  const icns = readFileSync(`${folder}icon.icns`);
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const inMac: number[] = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    inMac.push(sizeOf(icns.subarray(at + 8, at + icns.readUInt32BE(at + 4))));
  }
  expect(inMac).toEqual(expect.arrayContaining([32, 128, 512, 1024]));
});

test('[SHELL-48] the licences of all that is in the program are a file beside it', () => {
  const parts = [{ name: 'dexie', version: '4.4.7', licence: 'Apache-2.0', text: 'Its words.' }];
  const text = licencesAsText({ version: '0.1.0', licence: 'MIT', text: 'Our words.', parts });
  for (const words of [
    'Rounds 0.1.0: MIT',
    'Our words.',
    'dexie 4.4.7: Apache-2.0',
    'Its words.',
  ]) {
    expect(text).toContain(words);
  }
  expect(text).toContain('LICENSES.chromium.html');
  const { extraResources } = configuration(trial, 'linux');
  expect(extraResources).toEqual([{ from: 'out/licences.txt', to: 'licences.txt' }]);
});
