// The only script that stands in the one file as it is. The page's own (start.js) takes a third of the room packed.

import { run } from './run.js';

await run('page.js');
