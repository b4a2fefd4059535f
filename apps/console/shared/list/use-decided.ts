import { useState } from 'react';
import { ApiProblem } from '#client';

interface Decided<Rec> {
  /** What the decision is about. */
  readonly decided: Rec;
  /** Takes the decision, and notes whether it was overtaken. Rejects with the engine's error. */
  readonly decide: (take: () => Promise<void>) => Promise<void>;
}

/**
 * The version of a record that a dialog decides about: the one that was opened. Once the engine has refused the
 * decision because somebody else has changed the record, and the person was told so, it is the latest one.
 * @param latest undefined: the list no longer has the record
 */
export function useDecided<Rec>(opened: Rec, latest: Rec | undefined): Decided<Rec> {
  const [isOvertaken, setOvertaken] = useState(false);
  return {
    decided: (isOvertaken ? latest : undefined) ?? opened,
    decide: async (take) => {
      try {
        await take();
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 412) setOvertaken(true);
        throw error;
      }
    },
  };
}
