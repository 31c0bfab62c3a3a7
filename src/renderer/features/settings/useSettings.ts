import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Settings, settingsSchema, type SettingsUpdate } from '../../../contracts/settings.ts';
import { showError } from '../../components/ui/showError.ts';
import { queryClient, trpc } from '../../trpc.ts';
import { applyAppearance, rememberedAppearance } from './appearance.ts';

const defaults: Settings = settingsSchema.parse({});

/** The settings; what they are without any until they are read. */
export function useSettings(): Settings {
  const { data } = useQuery(trpc.settings.get.queryOptions());
  return data ?? { ...defaults, ...rememberedAppearance() };
}

/** Changes settings at once on screen, and takes it back with a sentence where it could not be kept. */
export function useUpdateSettings(): (changes: SettingsUpdate) => void {
  const { mutate } = useMutation(
    trpc.settings.update.mutationOptions({
      onMutate: (changes) => {
        const key = trpc.settings.get.queryKey();
        const before = queryClient.getQueryData(key);
        queryClient.setQueryData(key, (settings) =>
          settings === undefined ? settings : { ...settings, ...definedOf(changes) },
        );
        return { before };
      },
      onSuccess: (settings) => {
        queryClient.setQueryData(trpc.settings.get.queryKey(), settings);
      },
      onError: (error, _changes, context) => {
        queryClient.setQueryData(trpc.settings.get.queryKey(), context?.before);
        showError(error);
      },
    }),
  );
  return mutate;
}

/** Keeps the window in the theme and density of the settings, also when another window changes them. */
export function useAppearance(): void {
  const { data } = useQuery(trpc.settings.get.queryOptions());
  useEffect(() => {
    if (data) applyAppearance(data);
  }, [data]);
}

function definedOf(changes: SettingsUpdate): Partial<Settings> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
