// Reads a CSV file with DuckDB on two threads and prints the number of rows, the
// seconds that took and the most memory that the process held, in MB. The second
// argument says what is read: "count" only counts rows and lets go of the cells;
// "varchar" and "typed" load all columns into a table in memory, as text or as the
// types that DuckDB finds.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const [file, what] = process.argv.slice(2);
const db = await DuckDBInstance.create(':memory:', { threads: '2', preserve_insertion_order: 'true' });
const connection = await db.connect();
const path = file.replaceAll("'", "''");
const types = what === 'varchar' ? ', all_varchar = true' : '';
const source = `read_csv('${path}', header = true, delim = ',', quote = '"', escape = '"', new_line = '\\n', parallel = true${types})`;

const start = process.hrtime.bigint();
if (what === 'count') {
  // The text columns are used, so that DuckDB cannot leave them out.
  const columns = ['short_description', 'description', 'caller_id', 'close_notes'];
  await connection.run(`create table result as select count(*) as n, ${columns.map((c) => `sum(length(${c}))`).join(', ')} from ${source}`);
} else {
  await connection.run(`create table tickets as select * from ${source}`);
}
const seconds = Number(process.hrtime.bigint() - start) / 1e9;

const answer = await connection.runAndReadAll(what === 'count' ? 'select n from result' : 'select count(*) from tickets');

// What Node.js says of its memory counts that of the program that started it;
// Linux knows better.
let held = process.resourceUsage().maxRSS;
try {
  held = Number(readFileSync('/proc/self/status', 'utf8').match(/VmHWM:\s*(\d+)/)[1]);
} catch {
  // another system
}
console.log(Number(answer.getRows()[0][0]), seconds.toFixed(3), Math.round(held * 1024 / 1e6));
