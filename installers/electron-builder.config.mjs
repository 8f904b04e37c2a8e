import { readFileSync } from 'node:fs';
import { signing } from './signing.mjs';

const electronVersion = JSON.parse(
  readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'),
).packages['node_modules/electron'].version;

/** Kinds of files by their ending. Names of types are those that Anki itself gives its files. */
const COLLECTION = { ext: 'rounds', name: 'Rounds collection', mimeType: 'application/x-rounds' };
const ANKI_DECK = { ext: 'apkg', name: 'Anki deck', mimeType: 'application/x-apkg' };
const ANKI_ALL = { ext: 'colpkg', name: 'Anki collection', mimeType: 'application/x-colpkg' };

/** What electron-builder asks for; an incomplete release ends here, before anything is built. */
export default () => configuration(process.env, process.platform);

/**
 * electron-builder's configuration of a build on `platform`. Throws where a release lacks what it
 * is signed with (signing.mjs). Paths are as seen from the checkout.
 */
export function configuration(environment, platform) {
  const { isSigned, suffix } = signing(environment, platform);
  const artifactName = `Rounds-\${version}-\${os}-\${arch}${suffix}.\${ext}`;
  return {
    // Windows finds an earlier installation by it: for good.
    appId: 'app.rounds.desktop',
    productName: 'Rounds',
    copyright: 'Copyright © 2026 The Rounds authors',
    electronVersion,
    directories: { output: 'out/installers', buildResources: 'installers' },
    artifactName,
    // Main and preload carry what they use; package.json alone is beside them.
    files: ['out/main', 'out/preload', 'out/renderer', 'package.json'],
    beforeBuild: withoutPackages,
    beforePack: onItsOwnSystem(platform),
    extraMetadata: { ...whoAndWhere(environment), desktopName: 'rounds.desktop' },
    extraResources: [{ from: 'out/licences.txt', to: 'licences.txt' }],
    asar: true,
    electronFuses: {
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      // Changed bytes need a new signature on Apple's processors; a real one comes over it.
      resetAdHocDarwinSignature: true,
    },
    forceCodeSigning: isSigned && platform !== 'linux',
    // No server of updates: Rounds asks nobody for a newer version.
    publish: null,
    detectUpdateChannel: false,
    win: {
      target: ['nsis', 'portable'],
      icon: 'installers/icon.ico',
      requestedExecutionLevel: 'asInvoker',
      ...(isSigned ? {} : { signExecutable: false }),
      // Only our own ending is taken; windows.nsh offers Rounds for the others.
      fileAssociations: [
        { ...COLLECTION, description: COLLECTION.name, icon: 'installers/icon.ico' },
      ],
    },
    nsis: {
      oneClick: true,
      perMachine: false,
      allowElevation: false,
      packElevateHelper: false,
      deleteAppDataOnUninstall: false,
      differentialPackage: false,
      include: 'installers/windows.nsh',
      artifactName: `Rounds-\${version}-windows-\${arch}-setup${suffix}.\${ext}`,
    },
    portable: {
      requestExecutionLevel: 'user',
      // A folder for each start: one of all starts would be emptied under the Rounds that runs.
      unpackDirName: false,
      artifactName: `Rounds-\${version}-windows-\${arch}-portable${suffix}.\${ext}`,
    },
    mac: {
      target: [{ target: 'dmg', arch: ['arm64', 'x64'] }],
      category: 'public.app-category.education',
      icon: 'installers/icon.icns',
      hardenedRuntime: true,
      gatekeeperAssess: false,
      entitlements: 'installers/entitlements.mac.plist',
      entitlementsInherit: 'installers/entitlements.mac.plist',
      ...(isSigned ? { notarize: true } : { identity: null, notarize: false }),
      extendInfo: {
        NSMicrophoneUsageDescription:
          'To record a sound for a note, when you press the button for it.',
        NSCameraUsageDescription: 'To take a picture for a note, when you press the button for it.',
      },
      fileAssociations: [
        { ...COLLECTION, role: 'Editor', rank: 'Owner' },
        { ...ANKI_DECK, role: 'Viewer', rank: 'Alternate' },
        { ...ANKI_ALL, role: 'Viewer', rank: 'Alternate' },
        {
          ext: ['md', 'markdown', 'csv', 'tsv'],
          name: 'Deck file',
          role: 'Viewer',
          rank: 'Alternate',
        },
      ],
    },
    dmg: { writeUpdateInfo: false, sign: false },
    linux: {
      target: ['AppImage', 'deb'],
      category: 'Education',
      icon: 'installers/icons',
      executableName: 'rounds',
      syncDesktopName: true,
      executableArgs: [],
      fileAssociations: [COLLECTION, ANKI_DECK, ANKI_ALL].map((each) => ({
        ...each,
        description: each.name,
      })),
      mimeTypes: ['text/markdown', 'text/csv', 'text/tab-separated-values'],
      desktop: {
        entry: { Keywords: 'flashcards;spaced repetition;anki;study;', StartupNotify: 'true' },
      },
    },
    deb: { packageCategory: 'education', priority: 'optional' },
  };
}

/** Nothing of node_modules goes along. */
async function withoutPackages() {
  return false;
}

/** What the signing was asked for is what is built. */
function onItsOwnSystem(platform) {
  return async ({ electronPlatformName }) => {
    if (electronPlatformName === platform) return;
    throw new Error(`Installers for ${electronPlatformName} are made there, not on ${platform}.`);
  };
}

/** A .deb must name an address and somebody to write to: the repository that built it. */
function whoAndWhere({ GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_REPOSITORY_OWNER }) {
  const isKnown = GITHUB_SERVER_URL && GITHUB_REPOSITORY && GITHUB_REPOSITORY_OWNER;
  return {
    homepage: isKnown ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` : 'https://rounds.invalid',
    author: {
      name: 'The Rounds authors',
      email: isKnown
        ? `${GITHUB_REPOSITORY_OWNER}@users.noreply.github.com`
        : 'nobody@rounds.invalid',
    },
  };
}
