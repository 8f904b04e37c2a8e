import { named } from '../../../kernel/named.ts';
import { t } from '../../../kernel/texts.ts';
import { BadPackage } from '../bad-package.ts';

/** What a table may be made of: rows. A CHECK, a computed column or a virtual table runs code. */
const RUNS_CODE = /\bcheck\s*\(|\bgenerated\s+always\b|\bas\s*\(|\bvirtual\s+table\b/i;
/** Columns by name, their collation and direction; Anki's one partial index. */
const PLAIN_INDEX =
  /^create (?:unique )?index (?:if not exists )?["\w]+\s+on\s+["\w]+\s*\([\s\w",]*\)(?:\s*where odid != 0)?\s*$/i;

/**
 * The names of a database's tables, where it holds tables and plain indexes alone. `rows`: type,
 * name, tbl_name and sql of its schema. Throws BadPackage.
 */
export function throwIfStrangeSchema(rows: readonly (readonly unknown[])[]): ReadonlySet<string> {
  const tables = new Set<string>();
  for (const [type, rawName, , rawSql] of rows) {
    const name = String(rawName);
    const sql = rawSql === null ? '' : String(rawSql);
    const isPlain = type === 'index' ? sql === '' || PLAIN_INDEX.test(sql) : !runsCode(sql);
    if ((type !== 'table' && type !== 'index') || !isPlain) {
      const what = type === 'table' || type === 'index' ? t`${type} that computes` : String(type);
      throw new BadPackage(
        'strange-database',
        `The collection holds “${named(name)}”, a ${what}, which Anki’s never do.`,
      );
    }
    if (type === 'table') tables.add(name);
  }
  return tables;
}

/** A comment can hide what stands in it, and a text what looks like a comment. */
function runsCode(sql: string): boolean {
  const bare = sql.replace(/--[^\n]*/g, ' ').replace(/\/\*[\s\S]*?\*\//g, ' ');
  return RUNS_CODE.test(sql) || RUNS_CODE.test(bare);
}
