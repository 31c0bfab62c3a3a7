import type { FoundServer } from '../../../contracts/provider.ts';
import { CONFIGURED_KINDS, type ConfiguredKind, providerKinds } from '../../../contracts/providerKinds.ts';
import { listModels } from './listModels.ts';

/** A place on this computer where a model server usually listens. */
export interface UsualPlace {
  readonly kind: ConfiguredKind;
  readonly baseUrl: string;
}

/** By each kind's own port. */
export const USUAL_PLACES: readonly UsualPlace[] = CONFIGURED_KINDS.flatMap((kind) => {
  const { baseUrl, localPort } = providerKinds[kind];
  return baseUrl === null || localPort === null ? [] : [{ kind, baseUrl }];
});

/** Milliseconds: whoever listens on this computer answers at once. */
const PATIENCE = 1_500;

/** The model servers that answer at these places, with their models. Nothing leaves this computer. */
export async function findServers(places: readonly UsualPlace[], signal: AbortSignal): Promise<FoundServer[]> {
  const found = await Promise.all(
    places.map(async ({ kind, baseUrl }): Promise<FoundServer[]> => {
      try {
        const models = await listModels({ kind, baseUrl, apiPath: '', key: null, signal, within: PATIENCE });
        return [{ kind, baseUrl, models }];
      } catch {
        // Nobody there, or somebody else.
        return [];
      }
    }),
  );
  return found.flat();
}
