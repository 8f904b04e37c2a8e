/** Looks into a packaged program: what it is made of, not what the configuration asked for. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** As each fuse must be. Said here once more: a configuration that became weaker is found by it. */
const FUSES = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};

/** As the binary has them: the signs 1 and 0. */
const ON = 49;
const OFF = 48;

/** Throws an Error that names all that is wrong with the unpacked program in `folder`. */
export async function checkPackage(folder) {
  const { program, resources, licences } = placesIn(folder);
  const wrong = [
    ...(await wrongFuses(program)),
    ...wrongFiles(join(resources, 'app.asar')),
    ...['licences.txt', 'app.asar']
      .filter((name) => !existsSync(join(resources, name)))
      .map((name) => `${name} is missing`),
    ...['LICENSE.electron.txt', 'LICENSES.chromium.html']
      .filter((name) => !existsSync(join(licences, name)))
      .map((name) => `${name} is missing`),
    ...(existsSync(join(resources, 'app')) ? ['there is code outside app.asar'] : []),
    ...(existsSync(join(resources, 'app-update.yml')) ? ['it names a server of updates'] : []),
  ];
  if (wrong.length > 0) throw new Error(`${folder}: ${wrong.join('; ')}.`);
  console.log(`${folder}: fuses, files and licences are as they should be.`);
}

function placesIn(folder) {
  const bundle = readdirSync(folder).find((name) => name.endsWith('.app'));
  if (bundle !== undefined) {
    const resources = join(folder, bundle, 'Contents/Resources');
    return { program: join(folder, bundle), resources, licences: resources };
  }
  const name = existsSync(join(folder, 'Rounds.exe')) ? 'Rounds.exe' : 'rounds';
  return { program: join(folder, name), resources: join(folder, 'resources'), licences: folder };
}

async function wrongFuses(program) {
  const wire = await getCurrentFuseWire(program);
  return Object.entries(FUSES)
    .filter(([name, isOn]) => wire[FuseV1Options[name]] !== (isOn ? ON : OFF))
    .map(([name, isOn]) => `the fuse ${name} is not ${isOn ? 'on' : 'off'}`);
}

/** Rounds itself, whole, and nothing beside it: no packages, no sources, no maps. */
function wrongFiles(archive) {
  if (!existsSync(archive) || !statSync(archive).isFile()) return [];
  const files = listPackage(archive, {}).map((name) => name.replaceAll('\\', '/'));
  const needed = ['/package.json', '/out/main/index.js', '/out/preload/index.cjs'];
  const page = ['/out/renderer/index.html', '/out/renderer/card.html', '/out/renderer/about.json'];
  const allowed = /^\/(package\.json$|out$|out\/(main|preload|renderer)(\/|$))/;
  const { main } = JSON.parse(extractFile(archive, 'package.json').toString());
  return [
    ...[...needed, ...page]
      .filter((name) => !files.includes(name))
      .map((name) => `${name} is not in it`),
    ...files
      .filter((name) => !allowed.test(name) || /\.(map|ts|tsx)$/.test(name))
      .map((name) => `${name} does not belong in it`),
    ...(main === './out/main/index.js' ? [] : [`it would start ${main}`]),
  ];
}
