import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query';
import { useCallback } from 'react';

interface Callbacks<Data, Failure> {
  onSuccess?: (data: Data) => void;
  onError?: (error: Failure) => void;
  onSettled?: () => void;
}

type LastingMutation<Data, Failure, Variables, Context> = Omit<
  UseMutationResult<Data, Failure, Variables, Context>,
  'mutate'
> & { mutate: (variables: Variables, callbacks?: Callbacks<Data, Failure>) => void };

/**
 * `useMutation`, whose callbacks are called also when the component is gone by then. A write often takes its own row, panel
 * or palette off the screen before the answer is there, and what it did must be said and be undoable all the same.
 */
export function useLastingMutation<Data, Failure, Variables, Context>(
  options: UseMutationOptions<Data, Failure, Variables, Context>,
): LastingMutation<Data, Failure, Variables, Context> {
  const mutation = useMutation(options);
  const { mutateAsync } = mutation;
  const mutate = useCallback(
    (variables: Variables, { onSuccess, onError, onSettled }: Callbacks<Data, Failure> = {}) => {
      mutateAsync(variables).then(
        (data) => {
          onSuccess?.(data);
          onSettled?.();
        },
        (error: unknown) => {
          // What a mutation rejects with is what its type says.
          onError?.(error as Failure);
          onSettled?.();
        },
      );
    },
    [mutateAsync],
  );
  return { ...mutation, mutate };
}
