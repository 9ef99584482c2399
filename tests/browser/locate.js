// Finds an element as a person with a screen reader would: by role and accessible name.

/**
 * @typedef {object} Found
 * @property {string} text textContent
 * @property {{ x: number, y: number, width: number, height: number }} box in viewport pixels, in view
 * @property {boolean} disabled
 * @property {string} cover the element that would take a click on the centre instead, or ''
 */

/**
 * Runs in the page, so it is sent there as text and can use nothing from outside itself.
 *
 * @param {string | null} role null for any
 * @param {string} name
 * @returns {Promise<Found>}
 */
export async function locate(role, name) {
  /** @type {Record<string, string>} */
  const roles = {
    a: 'link',
    button: 'button',
    canvas: 'canvas',
    dialog: 'dialog',
    fieldset: 'group',
    figure: 'figure',
    h1: 'heading',
    h2: 'heading',
    h3: 'heading',
    h4: 'heading',
    img: 'img',
    input: 'textbox',
    meter: 'meter',
    output: 'status',
    progress: 'progressbar',
    select: 'combobox',
    summary: 'button',
    table: 'table',
    textarea: 'textbox',
  };
  /** @type {Record<string, string>} */
  const inputRoles = {
    button: 'button',
    checkbox: 'checkbox',
    file: 'button',
    number: 'spinbutton',
    radio: 'radio',
    range: 'slider',
    reset: 'button',
    search: 'searchbox',
    submit: 'button',
  };
  const namedByContent = ['button', 'checkbox', 'heading', 'link', 'option', 'radio', 'switch', 'tab'];
  /** @type {Record<string, string>} */
  const captions = { fieldset: 'legend', figure: 'figcaption', table: 'caption' };

  /** @param {string} text */
  const tidy = (text) => text.replace(/\s+/g, ' ').trim();

  /** @param {Element} element */
  const roleOf = (element) => {
    const given = element.getAttribute('role');
    if (given) return given.trim().split(/\s+/)[0];
    const tag = element.localName;
    if (tag === 'a' && !element.hasAttribute('href')) return '';
    if (element instanceof HTMLInputElement) return inputRoles[element.type] ?? roles.input;
    if (element instanceof HTMLSelectElement && (element.multiple || element.size > 1)) return 'listbox';
    return roles[tag] ?? '';
  };

  /**
   * What an element says, without what is hidden or is a control of its own.
   *
   * @param {Node} node
   * @returns {string}
   */
  const contentOf = (node) => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || node.getAttribute('aria-hidden') === 'true') return '';
    if (node.matches('select, textarea, script, style')) return '';
    const own = node.getAttribute('aria-label') ?? node.getAttribute('alt');
    return own ?? Array.from(node.childNodes, contentOf).join('');
  };

  /** @param {Element} element */
  const givenName = (element) => {
    const ids = element.getAttribute('aria-labelledby')?.trim().split(/\s+/) ?? [];
    const labels = ids.map((id) => document.getElementById(id)).filter((label) => label !== null);
    if (labels.length > 0) return labels.map(contentOf).join(' ');
    const label = element.getAttribute('aria-label');
    if (label) return label;
    if ('labels' in element && element.labels instanceof NodeList && element.labels.length > 0) {
      return Array.from(element.labels, contentOf).join(' ');
    }
    const caption = captions[element.localName];
    const captioned = caption && element.querySelector(`:scope > ${caption}`);
    if (captioned) return contentOf(captioned);
    if (element instanceof HTMLInputElement && ['button', 'submit', 'reset'].includes(element.type)) {
      return element.value;
    }
    return element.getAttribute('alt') ?? '';
  };

  // An element can carry a name in three ways. Where elements share one, as a <label> does with its
  // input, the one it was given to is meant rather than the one that merely reads so.
  /** @type {((element: Element) => string)[]} */
  const ways = [
    givenName,
    (element) => (namedByContent.includes(roleOf(element)) ? contentOf(element) : ''),
    (element) => {
      const own = Array.from(element.childNodes).some((node) => node instanceof Text && node.data.trim());
      return role === null && own ? contentOf(element) : '';
    },
    (element) => element.getAttribute('title') ?? element.getAttribute('placeholder') ?? '',
  ];

  const candidates = Array.from(document.body.querySelectorAll('*')).filter(
    (element) =>
      (role === null || roleOf(element) === role) &&
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.closest('[aria-hidden="true"]'),
  );
  const wanted = tidy(name);
  /** @type {Element[]} */
  let found = [];
  for (const way of ways) {
    found = candidates.filter((element) => tidy(way(element)) === wanted);
    if (found.length > 0) break;
  }
  const what = `${role ?? 'element'} named “${name}”`;
  if (found.length === 0) {
    const names = candidates.map((element) => tidy(ways.map((way) => way(element)).find(tidy) ?? ''));
    const list = [...new Set(names.filter(Boolean))].map((other) => `“${other}”`).join(', ');
    throw new Error(`no visible ${what}; there are: ${list || 'none'}`);
  }
  if (found.length > 1) throw new Error(`${found.length} visible ${what}`);

  const element = found[0];
  /** Where it is, and what would take a click on its centre. */
  const look = () => {
    const box = element.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const hit = top !== null && (element.contains(top) || top.closest('label')?.control === element);
    const whole = box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
    return { box, top, hit, inView: whole && hit };
  };
  // Nobody scrolls to what they see. And centred once more, a page at half a pixel may move by a pixel.
  if (!look().inView) element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  // Nor does anybody aim at what moves.
  const place = () => JSON.stringify(element.getBoundingClientRect());
  for (let frame = 0, before = ''; before !== place(); frame++) {
    if (frame === 100) throw new Error(`${what} keeps moving`);
    before = place();
    await new Promise(requestAnimationFrame);
  }
  const { box, top, hit } = look();
  const { x, y, width, height } = box;
  return {
    text: element.textContent ?? '',
    box: { x, y, width, height },
    disabled: element.matches(':disabled, [aria-disabled="true"], [inert], [inert] *'),
    cover: hit ? '' : `<${top?.localName ?? 'nothing'} class="${top?.className ?? ''}">`,
  };
}
