import { openSearch } from '../openSearch.ts';

/**
 * A process to be killed: changes records of the workspace in its argument as fast as they are indexed, without an end.
 * It says "indexing" each time the index has changed, and what was logged as a warning.
 */
const [, , workspace = '', seed = '1'] = process.argv;
const open = openSearch({ workspace });
let state = Number(seed);
const random = (below: number): number => {
  state = (state * 48_271) % 2_147_483_647;
  return state % below;
};
open.events.subscribe((event) => {
  if (event.type !== 'indexChanged') return;
  for (const { message } of open.log.splice(0)) process.stdout.write(`${message}\n`);
  process.stdout.write('indexing\n');
});
for (;;) {
  for (let change = 0; change < 40; change++) {
    const id = `n${random(400)}`;
    if (random(5) === 0) open.remove('note', id);
    else open.put({ id, title: `Title ${random(1_000)}`, body: `Body ${random(1_000)} `.repeat(random(50)) });
  }
  await new Promise((resolve) => setTimeout(resolve, 5));
}
