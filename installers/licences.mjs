/**
 * The licences of everything that the build really put into the program (about.json of
 * licences.config.ts), as a file to be read without the program. Those of Electron, Chromium and
 * Node are two files beside it, which electron-builder keeps.
 */
export function licencesAsText({ version, licence, text, parts }) {
  const line = '-'.repeat(72);
  const own = `Rounds ${version}: ${licence}\n\n${text.trim()}\n`;
  const others = parts.map(
    (part) => `${part.name} ${part.version}: ${part.licence}\n\n${part.text.trim()}\n`,
  );
  const where = 'Electron: LICENSE.electron.txt; Chromium and all in it: LICENSES.chromium.html\n';
  return [own, where, ...others].join(`\n${line}\n\n`);
}
