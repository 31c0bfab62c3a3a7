import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, expect, test, vi } from 'vitest';
import { Markdown } from '../../../src/renderer/components/ui/Markdown.tsx';
import { openLink } from '../../../src/renderer/lib/openLink.ts';

const { showToast } = vi.hoisted(() => ({ showToast: vi.fn() }));
vi.mock('../../../src/renderer/components/ui/Toast.tsx', () => ({ showToast }));

const open = vi.fn();
beforeEach(() => {
  vi.stubGlobal('window', { open });
  open.mockClear();
  showToast.mockClear();
});

test.each(['https://example.com/a?b=c', 'mailto:ingrid@example.com'])('%s opens outside', (address) => {
  openLink(address);
  expect(open.mock.calls).toEqual([[address, '_blank', 'noopener,noreferrer']]);
  expect(showToast).not.toHaveBeenCalled();
});

test.each([
  '/trpc/tasks.create',
  'notes.html',
  '',
  '#x',
  'http://example.com/',
  'file:///etc/passwd',
  'javascript:alert(1)',
])('a link to "%s" opens nothing, and the user is told', (address) => {
  openLink(address);
  expect(open).not.toHaveBeenCalled();
  expect(showToast).toHaveBeenCalledExactlyOnceWith({
    message: `${address} was not opened. Only https and mailto links are, without passwords or attachments in them.`,
    id: 'linkRefused',
  });
});

test('a link shows where it leads, whatever its words say', () => {
  const page = renderToStaticMarkup(
    createElement(Markdown, { children: '[https://bank.example](https://evil.example/)' }),
  );
  expect(page).toContain('title="https://evil.example/"');
});
