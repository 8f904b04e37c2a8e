import { main } from './main.ts';

/** Run while it is loaded: afterwards nothing more can be, and a database needs SQLite. */
process.exitCode = await main(process.argv.slice(2));
