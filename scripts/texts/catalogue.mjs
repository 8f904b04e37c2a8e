import { messagesIn } from './messages.mjs';

/**
 * What a translator begins with: every text once, sorted, with where it stands and what stands in it.
 * @param {readonly { readonly path: string, readonly code: string }[]} files
 */
export function templateOf(files) {
  const texts = new Map();
  for (const { path, code } of files) {
    for (const { kind, key, start, values = [], names = [] } of messagesIn(path, code)) {
      const line = code.slice(0, start).split('\n').length;
      const text = texts.get(key) ?? {
        kind,
        values: kind === 'plural' ? names : values,
        places: [],
      };
      text.places.push(`${path}:${line}`);
      texts.set(key, text);
    }
  }
  return Object.fromEntries([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * What is wrong with a language's catalogue, each in a sentence: texts that are missing or left over,
 * values that a text has not or lacks, forms that the language does not have or needs.
 */
export function faultsOf({ language, texts }, template) {
  const rule = new Intl.PluralRules(language);
  const forms = rule.resolvedOptions().pluralCategories;
  const faults = [];
  for (const [key, { kind }] of Object.entries(template)) {
    const said = texts[key];
    if (said === undefined) faults.push(`missing: ${key}`);
    else if ((kind === 'plural') !== (typeof said === 'object')) {
      faults.push(`${kind === 'plural' ? 'without forms' : 'with forms'}: ${key}`);
    } else if (kind === 'plural') {
      for (const form of forms) if (!(form in said)) faults.push(`without “${form}”: ${key}`);
      for (const form of Object.keys(said)) {
        if (!forms.includes(form)) faults.push(`there is no form “${form}” in it: ${key}`);
      }
      // A form may leave the number out, as “one” does, and takes no value that is not there.
      const known = placesIn(key);
      const strange = Object.values(said)
        .flatMap(placesIn)
        .filter((each) => !known.includes(each));
      if (strange.length > 0) faults.push(`it has no ${[...new Set(strange)].join(' ')}: ${key}`);
    } else if (placesIn(said).sort().join() !== placesIn(key).sort().join()) {
      faults.push(`other values than ${placesIn(key).join(' ')}: ${key}`);
    }
  }
  for (const key of Object.keys(texts)) if (!(key in template)) faults.push(`left over: ${key}`);
  return faults;
}

function placesIn(text) {
  return text.match(/<\/?\d+>|\{\w+\}|#/g) ?? [];
}
