/** The few pages that stand in for the window where it may not or cannot be shown. */

/** The start address was opened before, or its token is wrong. */
export const usedTokenPage = page(
  'This address has been used already.',
  'It opens Adiuva once, in one browser. Go back to the window where you opened it, or start Adiuva again to get a new address.',
);

/** No cookie, no token. */
export const unknownWindowPage = page(
  'Adiuva does not know this browser yet.',
  'Open the address that Adiuva printed in the terminal when it started. It works once: if it has been used, start Adiuva again to get a new one.',
);

/**
 * Loads the same address once more, now asked for by this site itself: a browser that comes from another site leaves
 * the cookie at home.
 */
export const loadAgainPage = page('Opening Adiuva.', 'One moment.', '<meta http-equiv="refresh" content="0">');

function page(title: string, text: string, head = ''): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${head}
<title>Adiuva</title>
<style>
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #f4edf3; color: #1d1b20; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 32rem; padding: 2rem; }
h1 { font-size: 1.25rem; font-weight: 600; margin: 0 0 0.5rem; }
p { margin: 0; }
@media (prefers-color-scheme: dark) { body { background: #0c0c0c; color: #f2f2f2; } }
</style>
</head>
<body><main><h1>${title}</h1><p>${text}</p></main></body>
</html>
`;
}
