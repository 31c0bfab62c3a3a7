import { vi } from 'vitest';

// To be imported before the line to core, which opens itself where it is imported; nothing is called over it here.
vi.stubGlobal('window', {
  addEventListener: () => undefined,
  adiuva: { onMessage: () => () => undefined, send: () => undefined },
});
vi.stubGlobal('location', { host: 'localhost', protocol: 'http:' });
