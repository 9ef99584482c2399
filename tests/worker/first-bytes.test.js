import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { recognise } from '../../web/worker/files/first-bytes.js';
import { assertRefused, bytesOf, csvOf, gzip, joined } from './containers.js';

/** Bytes, one a character. @param {string} text */
const latin1 = (text) => new Uint8Array(Buffer.from(`${text}${'\0'.repeat(64)}`, 'latin1'));

test('a file without records is named as what it is, also packed with gzip and called .csv', async () => {
  for (const [content, code, format] of /** @type {[Uint8Array, string, string?][]} */ ([
    [latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'file-is-picture'],
    [latin1('\xff\xd8\xff\xe0\0\x10JFIF'), 'file-is-picture'],
    [latin1('GIF89a\x01\0\x01\0'), 'file-is-picture'],
    [latin1('RIFF\x24\0\0\0WEBPVP8 '), 'file-is-picture'],
    [latin1('BM\x36\x0c\0\0\0\0\0\0\x36'), 'file-is-picture'],
    [latin1('II*\0\x08\0\0\0'), 'file-is-picture'],
    [latin1('MM\0*\0\0\0\x08'), 'file-is-picture'],
    [latin1('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'file-is-picture'],
    [latin1('\0\0\0\x1cftypavif'), 'file-is-picture'],
    [latin1('\0\0\0\x24ftyphevc'), 'file-is-picture'],
    [bytesOf('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'file-is-picture'],
    [bytesOf('<?xml version="1.0"?>\n<svg/>'), 'file-is-picture'],
    [latin1('7z\xbc\xaf\x27\x1c\0\x04'), 'file-is-archive', '7z'],
    [latin1('Rar!\x1a\x07\x01\0'), 'file-is-archive', 'RAR'],
    [latin1('\xfd7zXZ\0'), 'file-is-archive', 'xz'],
    [latin1('BZh91AY&SY'), 'file-is-archive', 'bzip2'],
    [latin1('\x28\xb5\x2f\xfd'), 'file-is-archive', 'Zstandard'],
    [latin1(`train.csv${'\0'.repeat(248)}ustar  `), 'file-is-archive', 'tar'],
    [gzip('1,2,3'), 'file-is-archive', 'gzip'],
    [latin1('PK\x03\x04'), 'file-is-archive', 'zip'],
    [latin1('PAR1\x15\0'), 'file-is-data', 'Parquet'],
    [latin1('ARROW1\0\0'), 'file-is-data', 'Arrow'],
    [latin1('SQLite format 3\0'), 'file-is-data', 'SQLite'],
    [latin1('\x89HDF\r\n\x1a\n'), 'file-is-data', 'HDF5'],
    [latin1('\x93NUMPY\x01\0'), 'file-is-data', 'NumPy'],
    [latin1('MATLAB 5.0 MAT-file, Platform: GLNXA64'), 'file-is-data', 'MATLAB'],
    [latin1('\x80\x02]q\0'), 'file-is-data', 'pickle'],
    [latin1('\x80\x04\x95'), 'file-is-data', 'pickle'],
    [latin1('RDX3\nX\n\0\0'), 'file-is-data', 'R'],
    [bytesOf('% 1. Title: MNIST\n%\n@RELATION mnist_784\n'), 'file-is-data', 'ARFF'],
    [bytesOf('5 153:3 154:18 155:0.5 \n'), 'file-is-data', 'LIBSVM'],
    [
      bytesOf('% a line of the description that OpenML puts before all else\r\n'.repeat(100)),
      'file-is-data',
      'ARFF',
    ],
    [latin1('%PDF-1.7\n%\xe2\xe3'), 'file-is-document', 'PDF'],
    [bytesOf('{\\rtf1\\ansi 5,0}'), 'file-is-document', 'RTF'],
    [latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'file-is-old-office'],
    [
      bytesOf('version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 1\n'),
      'file-is-pointer',
      'Git LFS',
    ],
    [bytesOf('/annex/objects/SHA256E-s7--4d7a.csv\n'), 'file-is-pointer', 'git-annex'],
    [bytesOf('../.git/annex/objects/Gq/1v/SHA256E-s7--4d7a.csv/SHA256E'), 'file-is-pointer', 'git-annex'],
    [bytesOf('[InternetShortcut]\r\nURL=https://example.org/train.csv\r\n'), 'file-is-link'],
    [bytesOf('<?xml version="1.0"?>\n<plist>\n<dict><key>URL</key></dict></plist>'), 'file-is-link'],
    [bytesOf('{"data": [5, 0]}'), 'file-is-json'],
    [bytesOf(' \n[[5,0,0],[4,0,0]]'), 'file-is-json'],
    [bytesOf('<?xml version="1.0"?><Workbook/>'), 'file-is-xml'],
    [latin1('\x7fELF\x02\x01\x01'), 'file-is-binary'],
    [latin1('MZ\x90\0\x03'), 'file-is-binary'],
    [latin1('5,0,0,0'), 'file-is-binary'],
    [bytesOf('5,\x01,0'), 'file-is-binary'],
    [joined([0xff, 0xfe], latin1('5,0')), 'file-is-binary'],
    [joined([0x5d, 0, 0, 0x80, 0], Buffer.alloc(64, '!?')), 'file-is-binary'], // LZMA
    [new Uint8Array(deflateSync(csvOf(1))), 'file-is-binary'],
    [new Uint8Array(0), 'file-empty'],
  ])) {
    const message = format ? new RegExp(`\\(${format}\\)`) : undefined;
    const isRead = format === 'zip' || format === 'gzip';
    if (!isRead) await assertRefused({ 'a.csv': content }, { code, file: 'a.csv', message });
    await assertRefused({ 'a.csv': gzip(content) }, { code, file: 'a.csv', message });
  }
});

test('a web page is named, also behind blanks, a mark, comments or a declaration, and in UTF-16', async () => {
  for (const page of [
    '<!DOCTYPE html><html>',
    '\n\n  <!doctype HTML>',
    '\ufeff<html lang="en">',
    '<!-- saved from url=(0042)https://example.org/ -->\n<html>',
    `<!-- ${'long '.repeat(2000)}--><html>`,
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">\n<html>',
    '<head><title>403 Forbidden</title></head>',
    '<table><tr><td>5</td></tr></table>',
  ]) {
    await assertRefused({ 'a.csv': page }, { code: 'file-is-web-page', message: /download the CSV file/ });
    const utf16 = joined([0xff, 0xfe], Buffer.from(page, 'utf16le'));
    await assertRefused({ 'a.csv': utf16 }, { code: 'file-is-web-page' });
  }
});

test('what may be CSV is left to its parser', () => {
  for (const text of [
    '5,0,0',
    'label,1x1,1x2',
    '"label";"1x1"',
    'sep=;\n5;0',
    '\ufeff5,0',
    '\t5\t0',
    '\n\n5,0',
    '# comment',
    'BM,GIF,PK',
    'MATLAB,R',
    'version 5,0',
    '%PD',
    '% comment\n% comment\n5,0',
    'Größe,é',
    '-1,0',
    '5,0\n\x1a',
  ]) {
    assert.equal(recognise(bytesOf(text)).what, 'text', text);
    for (const utf16 of [Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()])
      assert.equal(recognise(utf16).what, 'text', text);
    assert.equal(recognise(joined([0xfe, 0xff], Buffer.from(text, 'utf16le').swap16())).what, 'text', text);
  }
  // Latin-1 and Windows-1252 are not UTF-8, but text.
  assert.equal(recognise(joined('Gr', [0xf6, 0xdf], 'e,1')).what, 'text');
});
