import type { ProviderWire } from '../../../../contracts/providerKinds.ts';
import type { Wire } from './wire.ts';

/** The format of a provider, with the package that speaks it: each loads with the first question that needs it. */
export async function loadWire(wire: ProviderWire): Promise<Wire> {
  switch (wire) {
    case 'chat-completions':
      return (await import('./chatCompletions.ts')).chatCompletions;
    case 'anthropic':
      return (await import('./anthropic.ts')).anthropic;
    case 'gemini':
      return (await import('./gemini.ts')).gemini;
    case 'ollama':
      return (await import('./ollama.ts')).ollama;
  }
}
