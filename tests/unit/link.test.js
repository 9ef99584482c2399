import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkTo, readLink, WHOLE_PAGE, writeLink } from '../../web/app/link.js';
import { RECIPES, recipeSettings } from '../../web/shared/settings.js';

/** @param {import('../../web/shared/message.js').Text[]} problems */
const said = (problems) => problems.map((problem) => problem());

test('an empty link gives the default recipe as it stands, and the whole page', () => {
  const { recipe, settings, route, problems } = readLink('');
  assert.equal(recipe, 'quick');
  assert.deepEqual(settings, RECIPES.quick.settings);
  assert.deepEqual(route, WHOLE_PAGE);
  assert.deepEqual(problems, []);
});

test('a link that was written is read back the same', () => {
  const settings = recipeSettings('quick', {
    hiddenNodes: 37,
    learningRate: 0.15,
    epochs: 2,
    angle: 0,
    records: 5000,
    crossEntropy: 0,
    flashCards: 0,
    seed: 42,
  });
  const choice = { recipe: 'backtrack', settings };
  assert.deepEqual(readLink(writeLink(choice)), { ...choice, route: WHOLE_PAGE, problems: [] });
  /** @type {import('../../web/app/link.js').Route} */
  const route = {
    ...{ tab: 'mistakes', card: 3, present: true, hide: ['closer', 'files'] },
    ...{ pictures: 'backquery', digit: 0, step: 41_000, speed: 10, teach: 'solution' },
    drawing: [
      [
        [0, 0],
        [1, 1 / 1295],
        [0, 1],
      ],
      [[300 / 1295, 0]],
    ],
  };
  assert.deepEqual(readLink(writeLink(choice, route)), { ...choice, route, problems: [] });
  // Its first letters would be an equals sign in quoted-printable.
  assert.deepEqual(readLink('#seed=1&drawing=3d77').route.drawing, [[[121 / 1295, 259 / 1295]]]);
});

test('a link says of the route no more than what differs from the whole page, and can be read by people', () => {
  const choice = { recipe: 'quick', settings: RECIPES.quick.settings };
  assert.equal(writeLink(choice, WHOLE_PAGE), '#recipe=quick&seed=1');
  assert.equal(
    writeLink(choice, {
      ...WHOLE_PAGE,
      tab: 'imagination',
      card: 10,
      present: true,
      hide: ['settings', 'files'],
    }),
    '#recipe=quick&seed=1&view=imagination&card=10&present=1&hide=settings,files',
  );
});

test('what a link hides is read in any order, once each, and with its comma in code', () => {
  assert.deepEqual(readLink('#hide=files%2Csettings,files').route.hide, ['settings', 'files']);
  assert.deepEqual(readLink('?hide[]=files&hide[]=settings').route.hide, ['settings', 'files']);
  for (const between of [', ', ';', '|', '+', ' ', '%20', '/', '; '])
    assert.deepEqual(readLink(`#hide=settings${between}files`).route.hide, ['settings', 'files'], between);
  assert.equal(readLink('#present=0').route.present, false);
});

test('a link says the recipe and the seed, and no more than what differs from the recipe', () => {
  const settings = { ...RECIPES.backtrack.settings, epochs: 3 };
  assert.equal(writeLink({ recipe: 'backtrack', settings }), '#recipe=backtrack&seed=1&epochs=3');
});

test('what is wrong in a link is said, and the rest of it holds', () => {
  const { recipe, settings, problems } = readLink(
    '#recipe=cake&epochs=abc&hiddenNodes=0&seed=&size=3&angle=5',
  );
  assert.equal(recipe, 'quick');
  assert.deepEqual(settings, { ...RECIPES.quick.settings, angle: 5 });
  assert.equal(problems.length, 5);
  assert.match(
    problems[0](),
    /a recipe ‘cake’, which does not exist. The recipes are quick, best, robust, notebook, and backtrack/,
  );
  assert.match(problems[1](), /^The link says ‘abc’ for epochs. It takes a whole number from 1 to 1000.$/);
  assert.match(problems[2](), /^The link says ‘0’ for hiddenNodes. It takes a whole number from 1 to 1024.$/);
  assert.match(problems[3](), /‘’ for seed/);
  assert.match(problems[4](), /^The link has a setting ‘size’, which does not exist. The settings are /);
});

test('a route that is not there is said, and the rest of the link holds', () => {
  const parts =
    'The parts are tools, preparation, foil, training, closer, settings, files, collection, network, machine, and download.';
  const { settings, route, problems } = readLink(
    '#seed=7&view=cellar&card=0&present=yes&hide=files,cake,settings&hide=',
  );
  assert.equal(settings.seed, 7);
  assert.deepEqual(route, { ...WHOLE_PAGE, hide: ['settings', 'files'] });
  assert.deepEqual(said(problems), [
    'The link asks for a view ‘cellar’, which does not exist. The views are nodes, microscope, mistakes, and imagination.',
    'The link asks for a card ‘0’ of the lesson, which does not exist. The cards are numbered from 1.',
    'The link says ‘yes’ for present. It takes 1 for a presentation, or 0 for none.',
    `The link hides a part ‘cake’, which does not exist. ${parts}`,
    `The link hides a part ‘’, which does not exist. ${parts}`,
  ]);
  assert.deepEqual(readLink('#hide=files,cake').route.hide, ['files']);
  assert.deepEqual(readLink('').route.hide, []);
});

test('a step, a digit, a way, a speed, a sheet or a drawing that is none is said', () => {
  const { route, problems } = readLink('#step=soon&digit=12&pictures=cake&drawing=AA&speed=7&teach=cake');
  assert.deepEqual(route, WHOLE_PAGE);
  assert.deepEqual(said(problems), [
    'The link says ‘soon’ for step. It takes a whole number from 0 to 999999999.',
    'The link says ‘12’ for digit. It takes a digit from 0 to 9.',
    'The link says ‘cake’ for pictures. It takes ascent or backquery.',
    'The drawing in the link cannot be read. Part of the link may be missing: copy all of it again.',
    'The link says ‘7’ for speed. It takes 1, 2, 5, 10, 30, 100, 300, 1000, 3000, or 10000 records per second.',
    'The link says ‘cake’ for teach. It takes guide, worksheet, or solution.',
  ]);
});

test('a link that was maimed on its way gives the same network, and no false alarm', () => {
  const choice = {
    recipe: 'notebook',
    settings: { ...RECIPES.notebook.settings, seed: 7, hiddenNodes: 50, learningRate: 0.15 },
  };
  const drawing = [
    [
      [0.25, 0.5],
      [0.75, 1],
    ],
  ].map((stroke) => stroke.map((point) => point.map((x) => Math.round(1295 * x) / 1295)));
  const route = { ...WHOLE_PAGE, tab: 'mistakes', hide: ['settings', 'files'], drawing };
  const link = writeLink(choice, /** @type {import('../../web/app/link.js').Route} */ (route));
  const end = link.slice(1);
  const page = 'https://example.org/glass box/index.html';
  const twice = (/** @type {string} */ text) => encodeURIComponent(encodeURIComponent(text));
  /** @type {[how: string, link: string][]} */
  const maimed = [
    ['as it was', page + link],
    ...[
      ')',
      '.',
      ',',
      ';',
      '>',
      '"',
      "'",
      '”',
      '’',
      '»',
      ']',
      '*',
      '_',
      '!',
      '…',
      ').',
      '>,',
      '。',
      '。谢谢',
      '—see below',
      ' 🙂',
      '`',
      '|here>',
      '">here</a>',
      '\\',
    ].map((mark) => /** @type {[string, string]} */ ([`with ${mark} after it`, link + mark])),
    ['before a clause', `${link}, and then`],
    ['in a sentence', `${link} and then? Draw; look.`],
    ['in a sentence with escaped spaces', `${link}%20and%20then`],
    ['in a sentence of a form', `${link}+and+then`],
    ['in brackets in a sentence', `(${link}) and then`],
    ['with an escaped bracket after it', `${link}%29`],
    ['with escaped quotes around values', link.replaceAll(/=([^&]+)/g, '=%22$1%22')],
    ['&amp;', link.replaceAll('&', '&amp;')],
    ['&AMP;', link.replaceAll('&', '&AMP;')],
    ['&amp', link.replaceAll('&', '&amp')],
    ['&amp;amp;', link.replaceAll('&', '&amp;amp;')],
    ['&#38;', link.replaceAll('&', '&#38;')],
    ['&#x26;', link.replaceAll('&', '&#x26;')],
    ['escaped as in JSON', link.replaceAll('&', '\\u0026').replaceAll('=', '\\u003D')],
    ['with what Outlook adds', `${link}&amp;data=05%7C01%7C&amp;reserved=0`],
    ['an entity of which & is lost', link.replaceAll('&', 'amp;')],
    ['escaped &amp;', link.replaceAll('&', '%26amp%3B')],
    ['escaped & and =', link.replaceAll('&', '%26').replaceAll('=', '%3D')],
    ['escaped #', page + link.replace('#', '%23')],
    ['escaped # in the query', `${page}?${link.replace('#', '%23')}`],
    ['escaped as a whole', `${page}#${encodeURIComponent(end)}`],
    ['escaped twice', `${page}#${twice(end)}`],
    ['escaped twice, # too', page + twice(link)],
    ['with # twice', `#${link}`],
    ['by a router', `#/${link.slice(1)}`],
    ['in the query', `${page}?${end}`],
    ['in query and fragment', `${page}?seed=3&epochs=2&${end}${link}&epochs=10`],
    ['in quoted-printable', link.replaceAll('=', '=3D')],
    ['in lines of quoted-printable', link.replaceAll('=', '=3D').replaceAll(/.{30}(?!D)/g, '$&=\r\n')],
    ['before what quoted-printable escapes', `${link.replaceAll('=', '=3D')}=C2=A0=E2=80=9D=20`],
    ['to words of the page', `${link}:~:text=Training,seed`],
    ['with a line break', `${link.slice(0, 30)}%0D%0A${link.slice(30)}`],
    ['with spaces', link.replaceAll('=', '=+').replaceAll('&', '%20&')],
    ['with a non-breaking space', `${link}%C2%A0`],
    ['with a Latin-1 soft hyphen', link.replace('hiddenNodes', 'hidden%ADNodes')],
    ['with a soft hyphen', link.replace('hiddenNodes', 'hidden\u00adNodes')],
    ['with zero-width spaces', link.replaceAll('&', '\u200b&%E2%80%8B')],
    ['with marks of direction', `\u202a${page}${link}\u202c`],
    ['with ligatures of a PDF', link.replace('files', 'ﬁles')],
    ['in full-width characters', link.replaceAll('&', '＆').replaceAll('=', '＝')],
    ['with semicolons', link.replaceAll('&', ';')],
    ['with an empty parameter', link.replaceAll('&', '&&')],
    ['with a stray percent sign', `${link}%`],
    ['with capitals of a phone', link.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase())],
    ['in capitals', link.toUpperCase()],
    [
      'by advertisers',
      `${page}?utm_source=mail&fbclid=Iw.3&gclid=5#recipe=notebook&${end}&utm_id=12&mc_eid=77`,
    ],
    ['by analysts', `${link}&_ga=2.1&_gl=1*2&_hsmi=9&ver=3&redirect=1&timestamp=17`],
    ['by chats', `${link}?utm_source=chat.example&igshid=9&ref=share&si=x_1`],
  ];
  for (const [how, link] of maimed) {
    assert.deepEqual(readLink(link), { ...choice, route, problems: [] }, `${how}: ${link}`);
  }
});

test('thousands are read however they are parted, and no number of a footnote', () => {
  for (const text of [
    '41000',
    '41,000',
    '41.000',
    '41 000',
    '41%C2%A0000',
    '41’000',
    "41'000",
    '41_000',
    '41 000.',
  ])
    for (const after of ['', '&angle=0']) {
      const { settings, route, problems } = readLink(`#step=${text}&records=${text}${after}`);
      assert.deepEqual([route.step, settings.records, problems], [41_000, 41_000, []], text);
    }
  assert.equal(readLink('#speed=1,000').route.speed, 1000);
  assert.equal(readLink('#learningRate=0.125').settings.learningRate, 0.125);
  assert.equal(readLink('#seed=5 100 times').settings.seed, 5);
  assert.equal(readLink('#seed=5¹²').settings.seed, 5);
  assert.match(readLink('#angle=—5').problems[0](), /‘—5’ for angle/);
});

test('a host’s own query is none of the page’s business', () => {
  for (const query of ['?id=3', '?v=12&page=2', '?feed=rss2', '?https://example.org/a=b', '?1700000000']) {
    assert.deepEqual(
      readLink(`https://example.org/C%23/view.php${query}#seed=5`),
      readLink('#seed=5'),
      query,
    );
    assert.deepEqual(readLink(query), readLink(''), query);
  }
});

test('a misspelt setting is told among the parameters of others, and wrong values are', () => {
  /** @type {[link: string, problem: RegExp][]} */
  const wrong = [
    ['#hidenNodes=50', /a setting ‘hidenNodes’/],
    ['#learning_rate=0.1&utm_source=x', /a setting ‘learning_rate’/],
    ['#amp;Sed=5', /a setting ‘Sed’/],
    ['#lr=0.1', /a setting ‘lr’/],
    ['#veiw=mistakes', /a setting ‘veiw’/],
    ['?seed=5&epoch=3&utm_term=y', /a setting ‘epoch’/],
    ['#recipe=cake).', /recipe ‘cake’/],
    ['#seed=five,', /‘five’ for seed/],
    ['#angle=−5', /‘−5’ for angle/],
    ['#seed=-1', /‘-1’ for seed/],
    ['#seed=&amp;', /‘’ for seed/],
  ];
  for (const [link, problem] of wrong) {
    const { problems } = readLink(link);
    assert.equal(problems.length, 1, `${link}: ${said(problems)}`);
    assert.match(problems[0](), problem);
  }
});

test('a link to the page leaves out the settings that were in its query, and keeps what the host needs', () => {
  const link = '#recipe=quick&seed=2';
  for (const [address, base] of [
    ['https://example.org/#seed=5', 'https://example.org/'],
    ['https://example.org/?recipe=best&amp;seed=5', 'https://example.org/'],
    ['https://example.org/a/view.php?id=3&seed=5&lang=pt#x', 'https://example.org/a/view.php?id=3&lang=pt'],
    ['https://example.org/C%23/index.html%23seed=5', 'https://example.org/C%23/index.html'],
    ['file:///home/me/C%23/index.html', 'file:///home/me/C%23/index.html'],
  ]) {
    assert.equal(linkTo(address, link), base + link);
  }
});
