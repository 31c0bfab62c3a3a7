import { expect, test } from 'vitest';
import { FILE_TEXT_MAX } from '../../../src/contracts/attachment.ts';
import { readTextFile } from '../../../src/renderer/features/chat/attach/readTextFile.ts';
import { readTrigger } from '../../../src/renderer/features/chat/attach/readTrigger.ts';
import { recordOfAddress } from '../../../src/renderer/features/chat/attach/recordOfAddress.ts';

test.each([
  ['@', { mark: '@', start: 0, query: '' }],
  ['see @Wine sh', { mark: '@', start: 4, query: 'Wine sh' }],
  ['see (@Wi', { mark: '@', start: 5, query: 'Wi' }],
  ['see [[', { mark: '[[', start: 4, query: '' }],
  ['a[[Shipping rules', { mark: '[[', start: 1, query: 'Shipping rules' }],
  ['one\n@two', { mark: '@', start: 4, query: 'two' }],
  ['@one [[two', { mark: '[[', start: 5, query: 'two' }],
  ['marta@studio', null],
  ['at 5 @ 6', null],
  ['[[done]] and', null],
  ['@one\ntwo', null],
  ['', null],
])('what is being picked in %j', (text, trigger) => {
  expect(readTrigger(text, text.length)).toEqual(trigger);
});

test('only what stands before the caret is being picked', () => {
  expect(readTrigger('@Wine and more', 3)).toEqual({ mark: '@', start: 0, query: 'Wi' });
});

const id = '0192f0c1-2f7e-7c3a-9a51-000000000001';
test.each([
  [`https://app.test/notes/${id}`, { kind: 'note', id }],
  [`https://app.test/projects/${id}?a=b`, { kind: 'project', id }],
  [`https://app.test/clients/${id}`, { kind: 'client', id }],
  [`https://app.test/tasks?view=x&task=${id}`, { kind: 'task', id }],
  [`https://app.test/tasks#note/${id}`, { kind: 'note', id }],
  [`https://app.test/#comment/${id}`, null],
  [`https://elsewhere.test/notes/${id}`, null],
  ['https://app.test/notes/1', null],
  ['javascript:alert(1)', null],
  ['', null],
])('the record behind %s', (address, record) => {
  expect(recordOfAddress(address, 'https://app.test')).toEqual(record);
});

const bytes = (...numbers: number[]) => new Uint8Array(numbers);
test.each([
  ['notes.md', '# Größe 🍷', { kind: 'file', name: 'notes.md', text: '# Größe 🍷' }],
  ['marked.csv', bytes(0xef, 0xbb, 0xbf, 0x61), { kind: 'file', name: 'marked.csv', text: 'a' }],
  ['photo.png', 'x', 'notText'],
  ['photo.txt', bytes(0x89, 0x50, 0x4e, 0x47), 'notText'],
  ['wide.txt', bytes(0x61, 0, 0x62, 0), 'notText'],
  ['none.txt', ' \n', 'empty'],
  ['long.txt', 'x'.repeat(FILE_TEXT_MAX + 1), 'tooLarge'],
  ['noEnding', 'x', 'notText'],
])('the text of %s', async (name, content, read) => {
  expect(await readTextFile(new File([content], name))).toEqual(read);
});
