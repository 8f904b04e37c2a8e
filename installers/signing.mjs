/** Whether installers are signed, and with what. Nothing is left to what happens to be there. */

/** What a release must be given, by system: each line one of which is enough. */
const NEEDED = {
  win32: [
    ['WIN_CSC_LINK', 'CSC_LINK'],
    ['WIN_CSC_KEY_PASSWORD', 'CSC_KEY_PASSWORD'],
  ],
  darwin: [
    ['CSC_LINK'],
    ['CSC_KEY_PASSWORD'],
    ['APPLE_API_KEY'],
    ['APPLE_API_KEY_ID'],
    ['APPLE_API_ISSUER'],
  ],
  linux: [],
};

/**
 * { isSigned, suffix } for a build on `platform`. A build is a release, and throws an Error that
 * names every missing variable, unless ROUNDS_UNSIGNED=yes says that it is none: then nothing is
 * signed, whatever certificates there are, and every file is named "-unsigned".
 */
export function signing(environment, platform) {
  const unsigned = environment.ROUNDS_UNSIGNED ?? '';
  if (unsigned === 'yes') return { isSigned: false, suffix: '-unsigned' };
  if (unsigned !== '')
    throw new Error(`ROUNDS_UNSIGNED is "${unsigned}"; it may be "yes" or not there.`);
  const needed = NEEDED[platform];
  if (needed === undefined) throw new Error(`No installers are made for ${platform}.`);
  const missing = needed.filter((names) => !names.some((name) => environment[name]?.trim()));
  if (missing.length > 0) {
    const names = missing.map((each) => each.join(' or ')).join(', ');
    throw new Error(
      `A release is signed, and ${names} ${missing.length === 1 ? 'is' : 'are'} missing. Nothing was built. ` +
        'Give what is missing, or set ROUNDS_UNSIGNED=yes for a trial whose files are named unsigned.',
    );
  }
  return { isSigned: true, suffix: '' };
}
