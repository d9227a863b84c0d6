import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { DocumentRefused } from '../../src/register/model/documents.ts';
import { anOffice, closeOffices } from './an-office.ts';
import { anArchive, inPieces, ofEachKind } from './some-documents.ts';

const types = '[Content_Types].xml';

describe('a document that is made to do harm', () => {
  afterEach(closeOffices);

  const kindOf = async (content: Buffer, named: string, office = anOffice()): Promise<string> => {
    try {
      return (await office.documents.receive(inPieces(content, 64 * 1024), named)).kind;
    } catch (error) {
      if (!(error instanceof DocumentRefused)) throw error;
      return `refused: ${error.code}`;
    }
  };

  it('is never unpacked: an archive of gigabytes that calls itself a letter costs what its bytes cost', async () => {
    const bomb = anArchive({
      [types]: Buffer.alloc(400 * 2 ** 20, 0),
      'word/document.xml': Buffer.alloc(100 * 2 ** 20, 0),
      mimetype: 'application/vnd.oasis.opendocument.text',
    });
    assert.ok(bomb.length < 2 ** 20);
    const office = anOffice();
    await kindOf(ofEachKind.docx ?? bomb, 'warm.docx', office);
    const before = process.memoryUsage();
    const start = performance.now();
    assert.equal(await kindOf(bomb, 'brief.docx', office), 'docx');
    const took = performance.now() - start;
    const after = process.memoryUsage();
    assert.ok(took < 1_000, `${took} ms`);
    assert.ok(after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed < 40 * 2 ** 20);
  });

  it('is refused with macros, without the parts of its kind, or where the list of its names is not whole', async () => {
    const word = { [types]: '<Types/>', 'word/document.xml': 'x' };
    const whole = anArchive(word);
    assert.equal(await kindOf(whole, 'brief.docx'), 'docx');
    for (const [what, content] of Object.entries({
      macros: anArchive({ ...word, 'word/vbaProject.bin': 'x' }),
      'macros under another name': anArchive({ ...word, 'word/VBAPROJECT.bin': 'x' }),
      'no parts': anArchive({ 'brief.exe': 'x' }),
      'a list that is cut off': whole.subarray(0, whole.length - 30),
      'a list that points before the file': Buffer.concat([whole.subarray(0, -10), Buffer.alloc(10, 0xff)]),
      'another kind of OpenDocument': anArchive({
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      }),
      'a longer type of OpenDocument': anArchive({
        mimetype: 'application/vnd.oasis.opendocument.text-template',
      }),
    }))
      assert.equal(await kindOf(content, 'brief.docx'), 'refused: kind', what);
  });

  it('is refused as a program, a script of the machine or a picture that holds scripts, and kept as plain text where it is text', async () => {
    const latin = (text: string) => Buffer.from(text, 'latin1');
    for (const [named, content] of Object.entries({
      'a.pdf': latin('\x7fELF\x02\x01\x01\x00'),
      'b.jpg': latin('MZ\x90\x00'),
      'c.png': latin('GIF89a\x01\x00\x01\x00'),
      'd.txt': latin('\xff\xfeD\x00a\x00\x07\x00'),
      'e.mp3': latin('RIFF\x24\x00\x00\x00WAVEfmt '),
      'f.svg': latin('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    }))
      assert.equal(await kindOf(content, named), 'refused: kind', named);
    assert.equal(await kindOf(latin('<script>alert(1)</script>'), 'g.html'), 'txt');
    assert.equal(await kindOf(latin('#!/bin/sh\nrm -rf /\n'), 'h.pdf'), 'txt');
  });

  it('is text as a Windows notepad saves it, in two bytes a letter, and nothing else that begins so', async () => {
    const text = Buffer.from(`\ufeffMevrouw \u{1f469} Van Dam\r\n${'belde. '.repeat(500)}`, 'utf16le');
    const swapped = Buffer.from(text).swap16();
    for (const content of [text, swapped]) {
      assert.equal(await kindOf(content, 'brief.txt'), 'txt');
      assert.equal(await kindOf(content.subarray(0, -1), 'brief.txt'), 'refused: kind');
      const control = Buffer.concat([content, content === text ? Buffer.from([7, 0]) : Buffer.from([0, 7])]);
      assert.equal(await kindOf(control, 'brief.txt'), 'refused: kind');
    }
    assert.equal(await kindOf(text.subarray(2), 'brief.txt'), 'refused: kind');
  });

  it('is decided in a time that its length alone decides, whatever its lines are', async () => {
    for (const line of ['a:', ': ', 'From: x\n', '\n', 'a'.repeat(1000)]) {
      const content = Buffer.alloc(2 * 2 ** 20, line);
      const start = performance.now();
      await kindOf(content, 'lang.txt');
      assert.ok(performance.now() - start < 2_000, JSON.stringify(line.slice(0, 10)));
    }
  });
});
