import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { type Catalogue, compiled } from './scripts/texts/messages.mjs';

/** The language of a build, and what a text is in it; undefined: it stays English. */
export interface BuiltLanguage {
  readonly language: string;
  readonly said: (key: string, kind: string) => Catalogue['texts'][string] | undefined;
}

const ENGLISH: BuiltLanguage = { language: 'en', said: () => undefined };

/** The language that ROUNDS_LANGUAGE names, from its catalogue in `texts`; English without. */
export function languageOfBuild(code = process.env.ROUNDS_LANGUAGE): BuiltLanguage {
  if (code === undefined || code === 'en') return ENGLISH;
  const { texts }: Catalogue = JSON.parse(readFileSync(`texts/${code}.json`, 'utf8'));
  return { language: code, said: (key) => texts[key] };
}

/**
 * Puts a language's texts in their places. In English a text becomes the plain template that it looks
 * like, so that a start has not one byte more for it; nothing depends on that.
 */
export function spoken({ language, said }: BuiltLanguage = languageOfBuild()): Plugin {
  return {
    name: 'rounds-texts',
    apply: 'build',
    transform(code, id) {
      const [path = ''] = id.split('?');
      if (!/\/src\/.*\.tsx?$/.test(path)) return null;
      if (path.endsWith('/src/kernel/texts.ts')) {
        return {
          code: code.replace(/LANGUAGE = ['"]en['"]/, `LANGUAGE = '${language}'`),
          map: null,
        };
      }
      // The types are gone by now; what was TSX is plain JavaScript.
      const made = compiled(path.replace(/x?$/, ''), code, said);
      if (made === undefined) return null;
      const needsForms = /\bpluralIn\(/.test(made);
      const kernel = path.replace(/\/src\/.*/, '/src/kernel/texts.ts');
      return {
        code: needsForms ? `import { pluralIn } from '${kernel}';\n${made}` : made,
        map: null,
      };
    },
  };
}
