import { failed, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import { BadFile, type FileFault } from '../collection-file/bad-file.ts';

/** In what way a file is no package of Anki's that can be read. */
export type PackageFault =
  /** No zip, or a zip of something else. */
  | 'no-package'
  /** Its end is missing. */
  | 'cut-off'
  /** Something in it was changed or lost. */
  | 'damaged'
  /** Names that no package has: made to harm, or put together by hand. */
  | 'strange-names'
  /** A database that does more than hold rows, or other rows than Anki's. */
  | 'strange-database'
  /** Written by an Anki that Rounds does not know yet. */
  | 'newer'
  /** Written by an Anki of before 2012, or half-way between two formats. */
  | 'older'
  /** More comes out of it than a collection can hold. */
  | 'too-large'
  /** Dated after tomorrow. */
  | 'future';

const KEPT = t`Nothing was taken from it, and your cards are as they were.`;
const TODO: Readonly<Record<PackageFault, string>> = {
  'no-package': t`Choose a file that Anki has exported, whose name ends in .apkg or .colpkg.`,
  'cut-off': t`Copy or download it once more from where it came.`,
  damaged: t`Export it from Anki once more, after Tools, Check Database there.`,
  'strange-names': t`Export it from Anki once more; do not trust a file that came otherwise.`,
  'strange-database': t`Export it from Anki once more; do not trust a file that came otherwise.`,
  newer: t`Update Rounds; or export it with “Support older Anki versions” ticked.`,
  older: t`Open it in a current Anki, and export it from there.`,
  'too-large': t`Do not trust this file; if Anki has exported it, export one deck after the other.`,
  future: t`Set the clock right, here or where it was studied, and export it once more.`,
};

/** Thrown while a package is read; `inPackageWords` makes a result of it. */
export class BadPackage extends Error {
  readonly fault: PackageFault;

  constructor(fault: PackageFault, what: string) {
    super(what);
    this.fault = fault;
  }
}

const FAULT_OF_ZIP: Readonly<Record<FileFault, PackageFault>> = {
  'no-collection': 'no-package',
  'another-program': 'no-package',
  'cut-off': 'cut-off',
  damaged: 'damaged',
  unreadable: 'cut-off',
  'strange-names': 'strange-names',
  newer: 'newer',
  'too-large': 'too-large',
};

/** What `work` comes to; what is wrong with the package is a problem in words (ANKI-14). */
export async function inPackageWords<Value>(work: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof BadPackage) return failed(error.message, KEPT, TODO[error.fault]);
    if (error instanceof BadFile) {
      const fault = FAULT_OF_ZIP[error.fault];
      const what = fault === 'no-package' ? t`This is no package of Anki’s.` : error.message;
      return failed(what, KEPT, TODO[fault]);
    }
    throw error;
  }
}
