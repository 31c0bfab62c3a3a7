import { registerHooks } from 'node:module';
import { runAsProgram } from './application.ts';
import { answerTest } from './control.ts';

// node --import ./tests/support/electron/register.ts .vite/build/main.cjs runs the built app with the stand-in.
const standIn = new URL('electron.ts', import.meta.url).href;

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier === 'electron' || specifier === 'electron/main') return { url: standIn, shortCircuit: true };
    return nextResolve(specifier, context);
  },
});
runAsProgram();
answerTest();
