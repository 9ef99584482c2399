// The long run of the readers in JavaScript: node tests/fuzz/fuzz.js bytes [first]

import { fuzzReaders } from './readers.js';

const [wanted, first = 0] = process.argv.slice(2).map(Number);
const { inputs, bytes, refused } = await fuzzReaders(wanted, first);
console.log(`${inputs} inputs, ${bytes} bytes; refused: ${JSON.stringify(Object.fromEntries(refused))}`);
