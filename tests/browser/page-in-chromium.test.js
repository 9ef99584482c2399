import { testPageIn } from './page-tests.js';

await testPageIn('chromium');
