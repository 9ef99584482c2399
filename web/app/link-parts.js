/**
 * What a link says, even if mail programs, chats or people have maimed it: escaped it again, broken it into lines, put
 * it in brackets, moved its settings into the query or appended parameters of their own.
 */

/** Entities of HTML for characters that are in a link or around it. */
const ENTITIES = new Map(
  Object.entries({
    ...{ amp: '&', num: '#', equals: '=', comma: ',', period: '.' },
    ...{ lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '' },
  }),
);

/** Marks that are put around links: brackets, quotes, and those of Markdown and chats. */
const MARK = '[\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}"\'`<>|*\\\\]';
/** amp is what is left of an entity without its semicolon. */
const BEFORE_NAME = new RegExp(`^(?:${MARK}|amp|[/!.~-])+`, 'iu');
const BEFORE_VALUE = new RegExp(`^${MARK}+`, 'u');
/** A dash, or a full stop of Chinese and Japanese, needs no space before the text goes on. */
const AFTER = new RegExp(`[^\\p{L}\\p{N}]*(?:(?:${MARK}|(?<=[\\p{L}\\p{N}])[—。]).*)?$`, 'u');
/**
 * What follows the last value and a space: no value has one inside, so that it is the text around the link. Only after
 * the commas of a list of parts, people write spaces.
 */
const SENTENCE = new RegExp(
  `((?:=|hide=(?:[^ =?&;]*, )+)(?: |${MARK})*[^ =?&;]+)(?: (?!.*[?&;].*=).*)?$`,
  'iu',
);
/** Thousands that are parted by spaces, or as in Switzerland. */
const THOUSANDS = /(?<==\d{1,3})(?:[ '’]\d{3})+(?=[^\p{L}\p{N}]*(?:$|[?&;]))/gu;

/**
 * The parameters of a link, in order. Those of the fragment come last.
 *
 * @param {string} link an address, or its end from ? or # on
 * @param {(name: string) => boolean} isOwn whether a name is one of the page's. A query with none of them belongs to
 *   the host, and is left out.
 * @returns {[name: string, value: string][]}
 */
export function linkParameters(link, isOwn) {
  const [query, fragment] = halves(link).map(parameters);
  return query.some(([name]) => isOwn(name)) ? [...query, ...fragment] : fragment;
}

/**
 * The address of the page without settings. What else its query says stays, because the host may need it.
 *
 * @param {string} address
 * @param {(name: string) => boolean} isOwn
 */
export function addressWithoutSettings(address, isOwn) {
  const [path, ...query] = address.split('#', 1)[0].split('?');
  const others = query
    .join('?')
    .split('&')
    .filter((part) => !parameters(plain(part)).some(([name]) => isOwn(name)))
    .join('&');
  return path.replace(/%(?:25)*23[^/]*$/, '') + (others && `?${others}`);
}

/** The query and the fragment of a link, in plain characters. @param {string} link */
function halves(link) {
  // Names of folders may have an escaped #, too.
  const folder = /^[^?#]*\//.exec(link)?.[0].length ?? 0;
  const at = link.slice(folder).search(/[?#]|%(?:25)*23/);
  // Most browsers keep to themselves which words of a page a link points at (:~:text=).
  const [query, ...fragments] = at < 0 ? [''] : plain(link.slice(folder + at).split(':~:')[0]).split('#');
  return [query, fragments.join('&')];
}

/** @param {string} text @returns {[name: string, value: string][]} */
function parameters(text) {
  const joined = text.replace(THOUSANDS, (groups) => groups.replace(/\D/g, ''));
  return unquoted(joined.replace(SENTENCE, '$1').replaceAll(' ', ''))
    .split(/[?&;]/)
    .map((part) => {
      const [name, ...value] = part.split('=');
      return /** @type {[string, string]} */ ([
        name.replace(BEFORE_NAME, '').replace(AFTER, ''),
        value.join('=').replace(BEFORE_VALUE, '').replace(AFTER, ''),
      ]);
    })
    .filter(([name]) => name !== '');
}

/**
 * A text as it was before a mail program wrote it as quoted-printable: each equals sign as =3D, and one more at the end of
 * a line that goes on. Of other escapes there are only those after a link.
 *
 * @param {string} text without its line breaks
 */
function unquoted(text) {
  if (!/^[^=]*=3D/i.test(text)) return text;
  return text
    .replace(/(?:=20|=[C-F][\dA-F](?:=[89AB][\dA-F])+)+$/i, '')
    .replace(/=(3D)?/gi, (_, sign) => (sign ? '=' : ''));
}

/**
 * A text without escapes, however often it was escaped, and without line breaks and invisible characters. Each of its
 * spaces is ' '.
 *
 * @param {string} text
 */
function plain(text) {
  for (let before = ''; text !== before; ) {
    before = text;
    text = text
      .replace(/(?:%[0-9a-f]{2})+/gi, characters)
      // As in HTML, and as in JSON.
      .replace(/&#(?:x([0-9a-f]{1,4})|(\d{1,5}));?|\\u([0-9a-f]{4})/gi, (_, hex, decimal, json) =>
        String.fromCharCode(decimal ? Number(decimal) : Number.parseInt(hex ?? json, 16)),
      )
      .replace(
        /&?(amp);|&([a-z]+);/gi,
        (entity, amp, name) => ENTITIES.get((amp ?? name).toLowerCase()) ?? entity,
      );
  }
  return text
    .replace(/[²³¹⁰⁴-⁹]/gu, '') // The number of a footnote would become a digit.
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[+\s\p{Cc}]+/gu, (run) => (/\p{Cc}/u.test(run) ? '' : ' '));
}

/** @param {string} bytes as %20 */
function characters(bytes) {
  try {
    return decodeURIComponent(bytes);
  } catch {
    // Not UTF-8, so most probably Latin-1.
    return bytes.replace(/%(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}
