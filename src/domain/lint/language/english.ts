/**
 * Whether a text is evidently in another language than English, so that rules about English words
 * have nothing to say. Words that both languages have ('die', 'was', 'in') decide nothing, nor do
 * words in capitals, which are abbreviations.
 */
export function isForeign(text: string): boolean {
  let foreign = 0;
  let english = 0;
  for (const word of text.match(/[\p{L}\p{M}]+/gu) ?? []) {
    const lower = word.toLowerCase();
    if (ENGLISH.has(lower)) english += 1;
    else if (word.length > 1 && word === word.toUpperCase() && word !== lower) continue;
    else if (FOREIGN.has(lower) || OTHER_SCRIPT.test(word)) foreign += 1;
  }
  return foreign > english;
}

/** No Latin letter, and no Greek one, which English medical texts are full of. */
const OTHER_SCRIPT = /^[^\p{Script=Latin}\p{Script=Greek}]+$/u;

function set(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

const ENGLISH = set(`
  the of is are were which what does did how why when where who with by from and not
  has have had can could will would should this that these those its it be been for
`);

/** Small words of German, French, Spanish, Italian, Portuguese, Dutch, Swedish and Polish. */
const FOREIGN = set(`
  der das dem den und oder nicht ist sind wird werden wie welche welcher welches welchem wo warum wann
  bei beim eine einer einem einen für mit durch zum zur vom nach aus ein
  le les une est sont quel quelle quels quelles que qui dans du aux avec pourquoi comment où et
  el las una unos por con cuál cuáles qué cómo dónde cuándo para
  il lo gli che è della dello delle dei sono quale quali perché di
  não são uma dos das qual quais pelo pela
  het een wat welk wanneer zijn voor
  är och vad vilken vilket vilka hur ett
  jest są czy jaki jaka jakie który która które się
`);
