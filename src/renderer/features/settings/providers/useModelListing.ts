import { useMutation } from '@tanstack/react-query';
import type { ProviderId } from '../../../../contracts/ids.ts';
import type { ListedModel } from '../../../../contracts/provider.ts';
import type { ConfiguredKind } from '../../../../contracts/providerKinds.ts';
import { trpc } from '../../../trpc.ts';

/** The models of a provider as far as they were read, for the fields that choose one. */
export interface ModelListing {
  readonly models: readonly ListedModel[] | null;
  readonly isReading: boolean;
  readonly error: unknown;
  /** Reads them, unless that was done with the same address and key. */
  read(): void;
}

interface Place {
  readonly id: ProviderId | undefined;
  readonly kind: ConfiguredKind;
  readonly baseUrl: string;
  readonly key: string;
}

/** Asks a provider for its models, only when the user opens a list of them. */
export function useModelListing({ id, kind, baseUrl, key }: Place): ModelListing {
  const { mutate, data, error, isPending, variables } = useMutation(trpc.providers.models.mutationOptions());
  const input = {
    kind,
    ...(id === undefined ? {} : { id }),
    ...(baseUrl.trim() === '' ? {} : { baseUrl }),
    ...(key === '' ? {} : { key }),
  };
  const isSame = JSON.stringify(variables) === JSON.stringify(input);
  return {
    models: isSame ? (data?.items ?? null) : null,
    isReading: isSame && isPending,
    error: isSame ? error : null,
    read() {
      if (!isSame || error !== null) mutate(input);
    },
  };
}
