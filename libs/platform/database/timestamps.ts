import { p } from '@mikro-orm/core';

/** The properties of an entity that records when a row was created and last changed. */
export const timestamps = () => ({
  createdAt: p.datetime().onCreate(() => new Date()),
  updatedAt: p
    .datetime()
    .onCreate(() => new Date())
    .onUpdate(() => new Date()),
});
